using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>
/// A client comes when more than half of the server's timeout has passed, and then nobody calls until it has passed. A
/// server with one deadline for its whole run ends too soon after this client.
/// </summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="timeout">The server's timeout.</param>
public sealed class LastCall(ServerConversations all, TimeSpan timeout) : TimedConversation(all, timeout)
{
    /// <inheritdoc />
    public override Situation Situation => Situation.ClientComesAndGoes;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await ServeOne(after: Limit * 0.6) is { IsHeld: false } uncalled)
            return uncalled;
        await Client.Send(Utf8(Words("client 3")));
        await Server.Until(() => Client.ReceivedCount > 0 || !Client.IsOpen || Server.IsOver, Bounds.Reaction);
        var wasServed = Client.ReceivedCount > 0;
        await Leave(Client);
        var ends = await EndsInTime(Timeline.Now);
        // A server that serves others and not this client may have been over when it called.
        var isCertain = !ends.IsHeld || (!wasServed && await All.OneLine.Echoes.Seen is not { IsHeld: true });
        if (ends.IsHeld && wasServed)
            (ends, isCertain) = await Server.WaitsAnew(Limit, Client.OpenedAt, StoppedListening());
        // A server that was over before it served this client, or nearly so, needs a longer timeout to be seen.
        Longer = isCertain ? null : Expectations.SurelyLongerThan(Client.OpenedAt - Server.StartedAt);
        return Ends.Take(ends);
    }
}
