using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The server stays silent, and the client has its default timeout.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class Patience(ClientConversations all) : ClientConversation(all)
{
    private RunningProgram? _client;

    /// <summary>The client connects to no other place than the one it was given, without a timeout.</summary>
    public Look ConnectsThere { get; } = new();

    /// <summary>The client still waits when the run with a timeout of one second is long over.</summary>
    public Look StillWaits { get; } = new();

    /// <summary>The client has printed everything that it prints at its start.</summary>
    public Look Settles { get; } = new();

    /// <summary>
    /// The lines that the client has printed by then. Empty if the client has given up: it has then also said why.
    /// </summary>
    public IReadOnlyList<string> UsualLines { get; private set; } = [];

    /// <summary>Completes with the client when it has printed everything that it prints at its start.</summary>
    public async Task<RunningProgram?> Settled()
    {
        await Settles.Seen;
        return _client;
    }

    /// <inheritdoc />
    public override Situation Situation => Situation.ServerSilentByDefault;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        _client = await Call(server, Hello, timeout: null, Watch.Sockets);
        var connects = await _client.ConnectsTo(server);
        var isElsewhere = connects.Failure is { Verdict: Verdict.ListensElsewhere };
        ConnectsThere.Take(isElsewhere ? connects : Observation.Holds);
        var since = connects.IsHeld ? server.Connections[0].OpenedAt : _client.StartedAt;
        await _client.SettlesDown(since, OneSecond);
        UsualLines = _client.IsOver ? [] : _client.Lines();
        Settles.Take(Observation.Holds);
        if (!connects.IsHeld)
            return connects;
        if (!await HasSent(_client, server.Connections[0]))
            return StillWaits.Take(new Observation.Waits(SendStep));
        await All.Silence.First.Ends.Seen;
        StillWaits.Take(await _client.Outlives(since, All.Silence.First.Client));
        return Observation.Holds;
    }
}
