using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>A client connects and stays silent until the timeout has passed.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="timeout">The server's timeout.</param>
public sealed class SilentClient(ServerConversations all, TimeSpan timeout) : TimedConversation(all, timeout)
{
    /// <inheritdoc />
    public override Situation Situation => Situation.ClientSilentUntilTimeout;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await ServeOne() is { IsHeld: false } uncalled)
            return uncalled;
        await Server.Until(() => !Client.IsOpen || Server.IsOver, Limit * 2);
        await Client.Close();
        return Ends.Take(await Server.EndsOrderly(Limit + Bounds.Start, due: Limit + Bounds.Lateness(Limit)));
    }
}
