namespace Lab.Harness;

/// <summary>What was found when an expectation did not hold. Data only: the views put it into words.</summary>
public sealed record Finding(Verdict Verdict, Awaited Awaited)
{
    /// <summary>
    /// Whether the finding only says that something has not come in time. A busy machine can be the reason for that,
    /// but never for bytes, closes or crashes that did come. A wait of minutes was long enough.
    /// </summary>
    public bool IsAbsence =>
        Awaited is not (Awaited.EndsAfterDefault or Awaited.NoticesEnd)
        && !HasSaidEverything
        && (
            Verdict
                is Verdict.Refused
                    or Verdict.NeverServed
                    or Verdict.Silent
                    or Verdict.Stopped
                    or Verdict.StillRunning
                    or Verdict.PortHeld
            || Verdict == Verdict.ProcessEnded
            || Verdict == Verdict.WrongBytes && Awaited == Awaited.Text
            // The program's timeout may have passed before the probe called.
            || Verdict == Verdict.EndedEarly && Awaited == Awaited.Listening
        );

    /// <summary>
    /// Whether the program only waited when the finding was made, and everything that it had done was noticed; or whether
    /// it has told at its exit what was found. Nothing more can come then, on a busy machine either.
    /// </summary>
    public bool IsSettled { get; init; }

    // A program that has ended prints and sends nothing more. Its exit code is known only once its output was read to
    // the end, and everything that it had sent before its end has arrived: see Listener.CatchUp.
    private bool HasSaidEverything =>
        Awaited == Awaited.Connection && Verdict == Verdict.ProcessEnded
        || Awaited is Awaited.Text or Awaited.Message or Awaited.WaitsForBytes
            && Program is { Running: false, ExitCode: not null }
        || Verdict == Verdict.StillRunning && HasWaitedForKey;

    /// <summary>Whether the program should have closed its socket before it waited for a key at its end.</summary>
    public bool HasWaitedForKey =>
        Awaited is Awaited.ClosedBeforeExit or Awaited.ServerClosedBeforeExit && Program is { Running: false };

    /// <summary>The bytes that the probe had sent on the connection.</summary>
    public Bytes? Sent { get; init; }

    /// <summary>The bytes that were expected, on the wire or on standard output.</summary>
    public Bytes? ExpectedBytes { get; init; }

    /// <summary>
    /// The bytes that came on the connection, or were printed. They came instead of <see cref="ExpectedBytes"/>, if
    /// bytes were expected.
    /// </summary>
    public Bytes? ReceivedBytes { get; init; }

    /// <summary>The bytes that the program itself had sent, if it may have printed them by mistake.</summary>
    public Bytes? OwnBytes { get; init; }

    /// <summary>The end point that was expected, or the one where the program was found.</summary>
    public string? ExpectedPlace { get; init; }

    /// <summary>The end point where the program was found instead.</summary>
    public string? FoundPlace { get; init; }

    /// <summary>The time after which something was expected.</summary>
    public TimeSpan? ExpectedTime { get; init; }

    /// <summary>The time that it really took, or that the scenario waited.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>The connection in question, if there was one.</summary>
    public ConnectionState? Connection { get; init; }

    /// <summary>Whether the server had accepted the connection. Null if this is not known.</summary>
    public bool? IsAccepted { get; init; }

    /// <summary>The program, if it was started.</summary>
    public ProgramState? Program { get; init; }

    /// <summary>Everything that happened up to the failed expectation.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];

    /// <summary>
    /// The name of the program on the timeline. Null if it was not started. It is started before any other program.
    /// </summary>
    public Actor? Who => Timeline.FirstOrDefault(entry => entry.What == Happening.Start)?.Who;
}
