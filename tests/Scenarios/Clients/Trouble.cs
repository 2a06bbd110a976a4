using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>Something goes wrong for the client: the client must end in order and leave nothing open.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="mustSaySo">Whether the client must also say what went wrong.</param>
public abstract class Trouble(ClientConversations all, bool mustSaySo = true) : ClientConversation(all)
{
    /// <summary>The client ends in order, and says what went wrong if it must.</summary>
    public Look Ends { get; } = new();

    /// <summary>The client leaves no socket open at its end.</summary>
    public Look LeavesNothingOpen { get; } = new();

    /// <summary>Observes how the client reacts.</summary>
    /// <param name="client">The client.</param>
    /// <param name="remaining">How long to wait for its end. Null for the usual time.</param>
    protected async Task<Observation> TakesIt(RunningProgram client, TimeSpan? remaining = null)
    {
        await Task.WhenAll(
            Ends.Take(mustSaySo ? client.SaysSoAndEnds(All.UsualLines, remaining) : client.EndsOrderly(remaining)),
            LeavesNothingOpen.Take(client.LeavesNothingOpen())
        );
        return Observation.Holds;
    }
}
