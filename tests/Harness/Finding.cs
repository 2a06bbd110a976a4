namespace Lab.Harness;

/// <summary>What was found where an expectation did not hold. Data only: words are the views' business.</summary>
public sealed record Finding(Verdict Verdict, Awaited Awaited)
{
    /// <summary>
    /// Whether all it says is that something has not come in time. A busy machine may be to blame for that, but never
    /// for bytes, closes or crashes that did come. Who waits for minutes has waited long enough.
    /// </summary>
    public bool IsAbsence =>
        Awaited != Awaited.EndsAfterDefault
        && (
            Verdict
                is Verdict.Refused
                    or Verdict.NeverServed
                    or Verdict.Silent
                    or Verdict.Stopped
                    or Verdict.StillRunning
                    or Verdict.PortHeld
            // Everything that a program had sent before its end has arrived: see Listener.CatchUp.
            || Verdict == Verdict.ProcessEnded && Awaited != Awaited.Connection && !IsAboutItsSocketAlone
            || Verdict == Verdict.WrongBytes && Awaited == Awaited.Text
            // Its timeout may have come before the probe did.
            || Verdict == Verdict.EndedEarly && Awaited == Awaited.Listening
        );

    // Sockets that a program has left open are listed at its exit, and not looked for on the wire.
    private bool IsAboutItsSocketAlone => Awaited == Awaited.ClosedBeforeExit && Connection is null;

    /// <summary>What the probe had sent on the connection.</summary>
    public Bytes? Sent { get; init; }

    /// <summary>The bytes that were expected, on the wire or on standard output.</summary>
    public Bytes? ExpectedBytes { get; init; }

    /// <summary>The bytes that came instead.</summary>
    public Bytes? ReceivedBytes { get; init; }

    /// <summary>What the program itself had sent, where it may have printed that by mistake.</summary>
    public Bytes? OwnBytes { get; init; }

    /// <summary>The end point that was expected, or the one where the program was found.</summary>
    public string? ExpectedPlace { get; init; }

    /// <summary>The end point where the program was found instead.</summary>
    public string? FoundPlace { get; init; }

    /// <summary>The time after which something was expected.</summary>
    public TimeSpan? ExpectedTime { get; init; }

    /// <summary>How long it really took, or how long the scenario waited.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>The connection in question, if there was one.</summary>
    public ConnectionState? Connection { get; init; }

    /// <summary>The program, if it was started.</summary>
    public ProgramState? Program { get; init; }

    /// <summary>What happened, up to the failed expectation.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];
}
