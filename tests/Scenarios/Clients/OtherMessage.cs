using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The message has letters that ASCII lacks.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class OtherMessage(ClientConversations all) : ClientConversation(all)
{
    /// <summary>The client sends the message in UTF-8, and nothing else.</summary>
    public Look Sends { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.MessageBeyondAscii;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var (server, message) = (Listen(), Words("¡Qué día, señor! 5 €"));
        var client = await Call(server, message);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        if (await client.Sends(connection, Utf8(message)) is { IsHeld: false } other)
            return Sends.Take(other);
        // The probe closes its side after the reply. This suits clients that read until the end and clients that read
        // once.
        await connection.Send(Utf8(Howdy));
        connection.HalfClose();
        await client.Until(() => !connection.IsOpen || client.IsOver, Bounds.Settle);
        return Sends.Take(await client.HasSentOnly(connection, Utf8(message)));
    }
}
