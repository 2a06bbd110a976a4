using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>The conversations with a server: the probes are its clients.</summary>
/// <param name="exercise">The exercise, which gives the steps their ids.</param>
public sealed class ServerConversations(ServerExerciseAttribute exercise) : Conversations
{
    private readonly Resets?[] _resets = new Resets?[Enum.GetValues<ResetKind>().Length];
    private Timed<Silence>? _silence;
    private Timed<LastCall>? _lastCall;
    private Timed<SilentClient>? _silentClient;

    /// <summary>The exercise, which gives the steps their ids.</summary>
    public ServerExerciseAttribute Exercise => exercise;

    /// <summary>A client sends one line.</summary>
    public OneLine OneLine => Once(ref field, () => new(this));

    /// <summary>Clients come one after the other.</summary>
    public InTurn InTurn => Once(ref field, () => new(this));

    /// <summary>Clients send messages that are not one line of text.</summary>
    public OtherMessages OtherMessages => Once(ref field, () => new(this));

    /// <summary>Nobody calls until the timeout.</summary>
    public Timed<Silence> Silence => Once(ref _silence, () => new(timeout => new(this, timeout)));

    /// <summary>A client comes and goes, and nobody calls until the timeout.</summary>
    public Timed<LastCall> LastCall => Once(ref _lastCall, () => new(timeout => new(this, timeout)));

    /// <summary>A client stays silent until the timeout.</summary>
    public Timed<SilentClient> SilentClient => Once(ref _silentClient, () => new(timeout => new(this, timeout)));

    /// <summary>Nobody calls, and the server has its default timeout.</summary>
    public Patience Patience => Once(ref field, () => new(this));

    /// <summary>One client calls, and then nobody until the default timeout has passed.</summary>
    public DefaultTimeout DefaultTimeout => Once(ref field, () => new(this));

    /// <summary>A client leaves without a word.</summary>
    public NoWord NoWord => Once(ref field, () => new(this));

    /// <summary>Another program holds the server's port.</summary>
    public PortTaken PortTaken => Once(ref field, () => new(this));

    /// <summary>Several clients call at once.</summary>
    public SeveralAtOnce SeveralAtOnce => Once(ref field, () => new(this));

    /// <summary>The practical's own acceptance test.</summary>
    public Acceptance Acceptance => Once(ref field, () => new(this));

    /// <summary>Clients reset their connections, in every way, one after the other.</summary>
    public Resets AllResets => Once(ref field, () => new(this, Kinds));

    /// <summary>
    /// Whether the server is known to go on receiving from clients that have gone. It then has little time for others,
    /// and nothing that it does with them means anything.
    /// </summary>
    public bool IsBusyWithGone =>
        new[] { OneLine.NoticesEnd, NoWord.NoticesEnd }.Any(look => look.SoFar?.Failure is not null);

    // A threaded server must also keep serving the other client when one resets.
    private ResetKind[] Kinds =>
        exercise.IsThreaded
            ? [ResetKind.AfterSending, ResetKind.BeforeSending, ResetKind.BesideAnother]
            : [ResetKind.AfterSending, ResetKind.BeforeSending];

    /// <inheritdoc />
    protected override IEnumerable<Conversation> InOrder =>
        [
            LastCall.First,
            OneLine,
            Patience,
            Silence.First,
            .. exercise.IsThreaded ? new Conversation[] { SilentClient.First, SeveralAtOnce } : [],
            AllResets,
            InTurn,
            NoWord,
        ];

    /// <inheritdoc />
    public override async Task<IReadOnlyList<string>> UsualLines()
    {
        await Patience.Settles.Seen;
        return Patience.UsualLines;
    }

    /// <summary>The server goes on after a client that resets its connection in this way.</summary>
    public async Task<Observation> Survives(ResetKind kind)
    {
        var isLast = kind == Kinds[^1];
        var alone = isLast && Setup.IsAgain ? AllResets : Alone(kind);
        if (Setup.IsAgain)
            return await alone.Survives.Seen;
        var together = await AllResets.Survives.Seen;
        if (together.IsHeld)
            return together;
        // A server that does not serve client after client fails in any case, so this is not tried again.
        if (!(await InTurn.ServesEach.Seen).IsHeld)
            return new Observation.Waits(ServerSteps.Loop, together.Failure);
        var survives = await alone.Survives.Seen;
        // The failure of all kinds together is a fact, even if each alone did no harm this time.
        return survives.IsHeld && isLast ? together : survives;
    }

    /// <summary>The server closes the sockets of clients that have reset their connections.</summary>
    public async Task<Observation> ClosesLostClients() =>
        await AllResets.Survives.Seen is { IsHeld: false } dead
            ? new Observation.Waits(exercise.Handle, dead.Failure)
            : await AllResets.HoldsNoLostClient.Seen;

    private Resets Alone(ResetKind kind) => Once(ref _resets[(int)kind], () => new(this, [kind]));
}
