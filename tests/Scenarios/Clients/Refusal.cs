using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>Nobody listens where the client calls.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class Refusal(ClientConversations all) : Trouble(all)
{
    /// <inheritdoc />
    public override Situation Situation => Situation.NobodyListens;

    /// <inheritdoc />
    protected override async Task<Observation> Play() =>
        await TakesIt(await Run(Actor.Client, Watch.Wire, [.. At(EndPoints.Fresh()), Hello]));
}
