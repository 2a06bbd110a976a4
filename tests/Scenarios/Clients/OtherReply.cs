using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The reply has letters that ASCII lacks.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class OtherReply(ClientConversations all) : ClientConversation(all)
{
    /// <summary>The client decodes the reply and shows it.</summary>
    public Look Shows { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.ReplyBeyondAscii;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var (server, message, reply) = (Listen(), Words("señor"), Words("adiós"));
        var client = await Call(server, message);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        await connection.Send(Utf8(reply));
        connection.HalfClose();
        return Shows.Take(await client.Prints(reply, own: message));
    }
}
