using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>A client comes and goes, and then nobody calls until the server's timeout has passed.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="timeout">The server's timeout.</param>
public sealed class LastCall(ServerConversations all, TimeSpan timeout) : TimedConversation(all, timeout)
{
    /// <inheritdoc />
    public override Situation Situation => Situation.ClientComesAndGoes;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await ServeOne() is { IsHeld: false } uncalled)
            return uncalled;
        await Client.Send(Utf8(Words("client 3")));
        await Leave(Client);
        // Not sooner than its timeout by its own clock, which may have begun at its start: whether it begins anew after each
        // client, so short a time does not tell.
        await EndsInTime(Timeline.Now);
        return Observation.Holds;
    }
}
