using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>Nobody calls, and the server has its default timeout.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class Patience(ServerConversations all) : ServerConversation(all)
{
    /// <summary>The server binds to no other place than the one it was given, without a timeout.</summary>
    public Look BindsThere { get; } = new();

    /// <summary>The server still waits when the run with a timeout of one second is long over.</summary>
    public Look StillWaits { get; } = new();

    /// <summary>The server has printed everything that it prints at its start.</summary>
    public Look Settles { get; } = new();

    /// <summary>
    /// The lines that the server has printed by then. Empty if the server has given up: it has then also said why.
    /// </summary>
    public IReadOnlyList<string> UsualLines { get; private set; } = [];

    /// <summary>
    /// Completes with the server when it has printed everything that it prints at its start, or with null if the server
    /// never listens.
    /// </summary>
    public async Task<RunningProgram?> Settled() => (await Settles.Seen).IsHeld ? Server : null;

    /// <inheritdoc />
    public override Situation Situation => Situation.NobodyCallsByDefault;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        await Launch(timeout: null);
        var listens = Server.Listens(Place);
        await Task.WhenAll(BindsThere.Take(Server.BindsNowhereElse(Place)), listens);
        if (await listens is { IsHeld: false } deaf)
            return deaf;
        var since = Timeline.Now;
        await Server.SettlesDown(since, OneSecond);
        UsualLines = Server.IsOver ? [] : Server.Lines();
        Settles.Take(Observation.Holds);
        await All.Silence.First.Ends.Seen;
        StillWaits.Take(await Server.Outlives(since, All.Silence.First.Server));
        return Observation.Holds;
    }
}
