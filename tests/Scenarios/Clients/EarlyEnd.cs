using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The server ends the connection once it has the message, and sends no reply.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="situation">What happens in the conversation.</param>
/// <param name="mustSaySo">Whether the client must say what went wrong.</param>
/// <param name="end">Ends the connection.</param>
public sealed class EarlyEnd(ClientConversations all, Situation situation, bool mustSaySo, Func<Connection, Task> end)
    : Trouble(all, mustSaySo)
{
    /// <summary>The client notices that the server has gone, and stops receiving.</summary>
    public Look NoticesEnd { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => situation;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        var client = await Call(server, Hello);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        if (await client.Sends(server.Connections[0], Utf8(Hello)) is { IsHeld: false } other)
            return other;
        await end(server.Connections[0]);
        var notices = await client.NoticesEnd(server.Connections[0]);
        return NoticesEnd.Take(notices).IsHeld ? await TakesIt(client) : notices;
    }
}
