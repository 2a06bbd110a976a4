using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>Nobody calls until the server's timeout has passed.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="timeout">The server's timeout.</param>
public sealed class Silence(ServerConversations all, TimeSpan timeout) : TimedConversation(all, timeout)
{
    /// <summary>The server says that its time is up, and ends.</summary>
    public Look SaysSo { get; } = new();

    /// <summary>The server closes its listening socket before it ends.</summary>
    public Look StopsListening { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.NobodyCallsUntilTimeout;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        await Launch((int)Limit.TotalSeconds, Watch.Exit);
        // A timeout that is far too short may be over before the probe looks. A server that still runs and does not
        // listen is waiting for something other than a client.
        var listens = await Server.Listens(Place);
        var since = Timeline.Now;
        if (!listens.IsHeld && !Server.IsOver)
            return listens;
        var remaining = Limit + Bounds.Lateness(Limit);
        await Server.Until(() => Server.IsOver || StoppedListening() is not null, remaining);
        if (StoppedListening() is not null)
            await Server.Until(() => Server.IsOver, Bounds.Settle);
        await Server.EndsOnEnter(Bounds.Settle);
        // On a busy machine the server may come to rest, and get its key, only now.
        var runsOn = Server.IsOver ? null : (await Server.EndsAfter(Limit, since)).Ends;
        StopsListening.Take(
            runsOn is { IsHeld: false } ? runsOn : await Server.StopsListeningBeforeExit(Place, StoppedListening())
        );
        Server.LetExit();
        Ends.Take(await EndsInTime(since));
        SaysSo.Take(await Server.SaysSoAndEnds(All.UsualLines, remaining: TimeSpan.Zero));
        return Observation.Holds;
    }
}
