using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>The decisions about a finding: codes, which each language phrases, and what to show.</summary>
/// <param name="Observed">The symptom that was observed.</param>
/// <param name="Difference">The difference between the bytes. Null if there are none to compare.</param>
/// <param name="Cause">The likely cause. Null if no program in the tests proves one.</param>
/// <param name="Next">The next thing to do.</param>
/// <param name="SeeIt">A way for students to see it for themselves.</param>
/// <param name="ShowsOutput">Whether the program's last lines of output may tell more.</param>
public sealed record Diagnosis(
    Symptom Observed,
    Difference? Difference,
    Cause? Cause,
    NextAction Next,
    SeeIt SeeIt,
    bool ShowsOutput
)
{
    /// <summary>What the program itself has said about what went wrong.</summary>
    public ValueList<string> Complaints { get; init; } = [];

    /// <summary>
    /// The arguments that the program was started with, if it did not get all of them and this may be the reason. Else
    /// null.
    /// </summary>
    public string? Arguments { get; init; }

    /// <summary>Decides what to say about a finding.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="step">The step that failed.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="isCommand">
    /// Whether the program is a command in any language. Nothing is said about .NET then.
    /// </param>
    public static Diagnosis Of(Exercise exercise, string step, Finding finding, bool isCommand)
    {
        var difference = Difference.Between(finding);
        var cause = isCommand
            ? Causes.OfCommand(exercise, finding, difference)
            : Causes.Of(exercise, step, finding, difference);
        return new(
            Symptoms.Of(finding, exercise.Role),
            difference,
            cause,
            NextFor(exercise.Role, step, finding),
            SeeItFor(exercise, step, finding, cause),
            finding.Verdict
                is Verdict.ProcessEnded
                    or Verdict.EndedEarly
                    or Verdict.StillRunning
                    or Verdict.ListensElsewhere
        )
        {
            // An unhandled exception is named as the symptom.
            Complaints = finding.Verdict == Verdict.UnhandledException ? [] : [.. Diagnosing.Complaints.In(finding)],
            Arguments =
                finding.Verdict is Verdict.ListensElsewhere || finding.Program is { Running: false }
                    ? Diagnosing.Arguments.IfNotAll(exercise, finding)
                    : null,
        };
    }

    private static NextAction NextFor(Role role, string step, Finding finding) =>
        step == "check" ? NextAction.PlayByHand
        : (step, finding.Verdict) != ("1", Verdict.ProcessEnded) ? NextAction.MendStep
        : role == Role.Client ? NextAction.BeginClient
        : NextAction.BeginServer;

    private static SeeIt SeeItFor(Exercise exercise, string step, Finding finding, Cause? cause) =>
        cause == Diagnosing.Cause.NeedsAllArguments ? SeeIt.StartWithFewArguments
        : cause == Diagnosing.Cause.BufferShared ? SeeIt.CallTogether
        : HasFailedBy(finding, "ConnectionRefused") ? SeeIt.ClientAlone
        : HasFailedBy(finding, "AddressAlreadyInUse") ? SeeIt.ServerTwice
        : Causes.MayWaitForLine(step, finding) ? SeeIt.SendWithoutNewline
        : exercise.Role == Role.Client ? WithClient(finding.Awaited)
        : exercise == Exercise.ThreadedServer && step is ("5b" or "6" or "check") ? SeeIt.CallBesideAnother
        : WithServer(finding.Awaited);

    private static SeeIt WithClient(Awaited awaited) =>
        awaited switch
        {
            Awaited.EndsAfterTimeout => SeeIt.SayNothing,
            Awaited.EndsAfterDefault or Awaited.StillWaits => SeeIt.SayNothingByDefault,
            _ => SeeIt.ListenByNetcat,
        };

    private static SeeIt WithServer(Awaited awaited) =>
        awaited switch
        {
            Awaited.EndsAfterTimeout or Awaited.WaitsAnew or Awaited.ServerClosedBeforeExit => SeeIt.CallNobody,
            Awaited.EndsAfterDefault or Awaited.StillWaits => SeeIt.CallNobodyByDefault,
            Awaited.TcpSocket or Awaited.Bound or Awaited.Listening => SeeIt.ListSockets,
            Awaited.Close => SeeIt.WatchNetcatEnd,
            Awaited.ClosedInEveryCase => SeeIt.CountCloses,
            Awaited.Served or Awaited.GoesOn => SeeIt.CallAgain,
            _ => SeeIt.CallByNetcat,
        };

    private static bool HasFailedBy(Finding finding, string error) =>
        finding.Timeline.Any(entry =>
            entry is { What: Happening.Fail, Note: { } note }
            && entry.Who == finding.Who
            && note.EndsWith(error, StringComparison.Ordinal)
        );
}
