using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>A conversation that waits for the server's timeout.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="timeout">The timeout.</param>
public abstract class TimedConversation(ServerConversations all, TimeSpan timeout) : ServerConversation(all), ITimed
{
    /// <inheritdoc />
    public Look Ends { get; } = new();

    /// <inheritdoc />
    public TimeSpan? Longer { get; protected set; }

    /// <summary>The server's timeout.</summary>
    protected TimeSpan Limit => timeout;

    /// <summary>Starts the server with this timeout; then one client calls it.</summary>
    /// <param name="after">How long the server waits for the client.</param>
    protected async Task<Observation> ServeOne(TimeSpan after = default)
    {
        var called = await Serve((int)timeout.TotalSeconds);
        if (called.IsHeld)
        {
            await Timeline.Until(() => Server.IsOver, after / Timeline.Patience);
            called = await Call();
        }
        // The timeout may have been too short for the start if the server ended before the probe could call it.
        if (called.Failure is { Awaited: Awaited.Listening, IsSettled: false } late)
            Longer = Expectations.SurelyLongerThan(late.Waited);
        return called;
    }

    /// <summary>Observes whether the server ends when its timeout has passed.</summary>
    /// <param name="since">The latest time at which the timeout began to run, on the timeline's clock.</param>
    protected async Task<Observation> EndsInTime(TimeSpan since)
    {
        var (ends, longer) = await Server.EndsAfter(timeout, since, closedAt: StoppedListening);
        Longer = longer;
        return ends;
    }
}
