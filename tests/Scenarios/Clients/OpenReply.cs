using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>
/// The server replies and keeps the connection open: a client that reads until the server closes shows nothing before
/// its timeout. The practical's own server closes after its echo, and others wait for the next message.
/// </summary>
/// <param name="all">The conversations of the check.</param>
public sealed class OpenReply(ClientConversations all) : ClientConversation(all)
{
    /// <summary>The client shows the reply.</summary>
    public Look Shows { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.ServerStays;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        var client = await Call(server, Hello);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        if (await client.Sends(connection, Utf8(Hello)) is { IsHeld: false } other)
            return other;
        await connection.Send(Utf8(Howdy));
        return Shows.Take(await client.Prints(Howdy, own: Hello));
    }
}
