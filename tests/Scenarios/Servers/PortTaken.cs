using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>Another program holds the port that the server is told to use.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class PortTaken(ServerConversations all) : ServerConversation(all)
{
    /// <summary>The server says that the port is taken, and ends.</summary>
    public Look SaysSo { get; } = new();

    /// <summary>The server leaves no socket open at its end.</summary>
    public Look LeavesNothingOpen { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.PortHeld;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var holder = Keep(Listener.Open(Timeline, Actor.PortHolder, Actor.Server));
        var server = await Run(Actor.Server, Watch.Wire, [.. At(holder.EndPoint), .. Timeout(LongTimeout)]);
        await Task.WhenAll(
            SaysSo.Take(server.GivesUpPort(holder.EndPoint, All.UsualLines)),
            LeavesNothingOpen.Take(server.LeavesNothingOpen())
        );
        return Observation.Holds;
    }
}
