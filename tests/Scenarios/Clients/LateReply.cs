using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The server replies late: a client that does not wait has ended long before the reply.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class LateReply(ClientConversations all) : ClientConversation(all)
{
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(600);

    // A client that takes seconds for milliseconds must fail in the timeout's scenario, and not in this one.
    private static readonly TimeSpan _latest = TimeSpan.FromMilliseconds(1200);

    /// <summary>The client waits for the reply, and receives it.</summary>
    public Look Waits { get; } = new();

    /// <summary>
    /// The client shows the reply. A reply that comes at once may be shown by chance, by a client that does not wait.
    /// </summary>
    public Look Shows { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.LateReply;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        var client = await Call(server, Hello, watch: Watch.Bytes);
        if (Waits.Take(await WaitsFor(client, server)) is { IsHeld: false } hasty)
            return hasty;
        server.Connections[0].HalfClose();
        Shows.Take(await client.Prints(Howdy, own: Hello, unlike: All.Patience.Settled));
        return Observation.Holds;
    }

    private async Task<Observation> WaitsFor(RunningProgram client, Listener server)
    {
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        // A client that does not wait also needs more time to end on a busy machine, so the delay grows with its start.
        var start = connection.OpenedAt - client.StartedAt;
        var late = TimeSpan.FromTicks(Math.Clamp(start.Ticks, _late.Ticks, _latest.Ticks));
        if (await client.WaitsForReply(connection, late / Timeline.Patience) is { IsHeld: false } hasty)
            return hasty;
        await connection.Send(Utf8(Howdy));
        return await client.TakesReply(connection);
    }
}
