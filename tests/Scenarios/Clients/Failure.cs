using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>Something goes wrong for the client: the client must end in order and leave nothing open.</summary>
/// <param name="all">The conversations of the check.</param>
public abstract class Failure(ClientConversations all) : ClientConversation(all)
{
    /// <summary>The client ends in order.</summary>
    public Look Ends { get; } = new();

    /// <summary>The client says what went wrong, and ends in order.</summary>
    public Look SaysSo { get; } = new();

    /// <summary>The client leaves no socket open at its end.</summary>
    public Look LeavesNothingOpen { get; } = new();

    /// <summary>Observes how the client reacts.</summary>
    protected async Task<Observation> TakesIt(RunningProgram client)
    {
        await Task.WhenAll(
            Ends.Take(client.EndsOrderly()),
            SaysSo.Take(client.SaysSoAndEnds(All.UsualLines)),
            LeavesNothingOpen.Take(client.LeavesNothingOpen())
        );
        return Observation.Holds;
    }
}
