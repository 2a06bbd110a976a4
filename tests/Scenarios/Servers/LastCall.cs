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
        // The server must not end before its timeout has passed since its start. A timeout this short does not show
        // whether the server starts it again after each client.
        await EndsInTime(Timeline.Now);
        return Observation.Holds;
    }
}
