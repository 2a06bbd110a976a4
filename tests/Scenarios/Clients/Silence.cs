using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The server accepts and stays silent until the client's timeout has passed.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="timeout">The client's timeout.</param>
public sealed class Silence(ClientConversations all, TimeSpan timeout) : ClientConversation(all), ITimed
{
    /// <inheritdoc />
    public Look Ends { get; } = new();

    /// <summary>The client says that its time is up, and ends.</summary>
    public Look SaysSo { get; } = new();

    /// <summary>The client closes its socket before it ends.</summary>
    public Look Closes { get; } = new();

    /// <inheritdoc />
    public TimeSpan? Longer { get; private set; }

    /// <summary>The client, available once <see cref="Ends"/> was seen.</summary>
    internal RunningProgram Client { get; private set; } = null!;

    /// <inheritdoc />
    public override Situation Situation => Situation.ServerSilentUntilTimeout;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        Client = await Call(server, Hello, (int)timeout.TotalSeconds, Watch.Exit);
        if (await Client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return await NeverConnects(server, new Observation.Waits(ConnectStep, unconnected.Failure));
        var connection = server.Connections[0];
        var bound = timeout + Bounds.Lateness(timeout);
        await Client.EndsWithin(bound, due: bound);
        Closes.Take(await Client.ClosesBeforeExit(connection, remaining: TimeSpan.Zero));
        Client.LetExit();
        Ends.Take(await GivesUp(connection));
        SaysSo.Take(await Client.SaysSoAndEnds(All.UsualLines, remaining: TimeSpan.Zero));
        return Observation.Holds;
    }

    // The timeout may be over on a busy machine before the client connects.
    private async Task<Observation> NeverConnects(Listener server, Observation waits)
    {
        if (server.Datagram is null && Client.IsOver && Client.LongestWait is { } wait && wait >= timeout)
            Longer = Expectations.SurelyLongerThan(wait);
        Ends.Take(waits);
        SaysSo.Take(await Client.SaysSoAndEnds(All.UsualLines, remaining: TimeSpan.Zero));
        return waits;
    }

    // A client that gave up before it sent anything may have been too hasty, or cannot send at all. If its start alone
    // took as long as the timeout, only a run with a longer timeout can tell.
    private async Task<Observation> GivesUp(Connection connection)
    {
        var hasSent = await HasSent(Client, connection);
        if (!hasSent && !Client.IsOver)
            return new Observation.Waits(SendStep);
        var (ends, longer) = await Client.EndsAfter(timeout, connection.OpenedAt, closedAt: () => connection.ClosedAt);
        Longer = longer;
        return hasSent || longer is not null ? ends : new Observation.Waits(SendStep, ends.Failure);
    }
}
