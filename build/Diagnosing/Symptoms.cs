using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>Decides which symptom a finding shows.</summary>
public static class Symptoms
{
    /// <summary>The symptom of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="role">The program's role.</param>
    public static Symptom Of(Finding finding, Role role) =>
        finding.Verdict switch
        {
            Verdict.Refused when finding.Awaited == Awaited.Close => Symptom.ListenerClosed,
            Verdict.Refused => Symptom.NobodyListens,
            Verdict.NeverServed => Unserved(finding.IsAccepted),
            Verdict.Silent => Missing(finding),
            Verdict.CleanClose => Symptom.Closed,
            Verdict.Reset when finding.Awaited == Awaited.Received => Symptom.ClosedUnread,
            Verdict.Reset => Symptom.WasReset,
            Verdict.Stopped => Symptom.BeginningOnly,
            Verdict.ExtraBytes when finding.Awaited == Awaited.Text => Symptom.MorePrinted,
            Verdict.ExtraBytes => Symptom.MoreCame,
            Verdict.WrongBytes when finding.Awaited == Awaited.Text => Symptom.OtherPrinted,
            Verdict.WrongBytes => Symptom.OtherCame,
            Verdict.SentByUdp => role == Role.Client ? Symptom.DatagramCame : Symptom.UdpBound,
            Verdict.ProcessEnded => Ended(finding),
            Verdict.UnhandledException => Crashed(finding.Program?.Crash),
            Verdict.StillRunning when finding.Awaited == Awaited.Connection => Symptom.NeverConnected,
            Verdict.StillRunning when finding.Awaited == Awaited.NoticesEnd => Symptom.ReceivesOn,
            Verdict.StillRunning when finding.HasWaitedForKey => Symptom.ClosedAfterKey,
            Verdict.StillRunning => Symptom.StillRuns,
            Verdict.EndedEarly => EndedEarly(finding.Awaited),
            Verdict.ListensElsewhere when role == Role.Client => Symptom.ConnectsElsewhere,
            Verdict.ListensElsewhere when finding.FoundPlace is null => Symptom.BindsElsewhere,
            Verdict.ListensElsewhere => Symptom.ListensElsewhere,
            Verdict.PortHeld when finding.Awaited == Awaited.Message => Symptom.WaitsForPort,
            Verdict.PortHeld => Symptom.PortHeld,
            _ => Symptom.DoesNotCompile,
        };

    private static bool IsAboutClosing(Finding finding) =>
        finding is { Awaited: Awaited.ClosedBeforeExit or Awaited.ServerClosedBeforeExit, Program.Running: false };

    private static Symptom Unserved(bool? isAccepted) =>
        isAccepted switch
        {
            false => Symptom.NeverAccepted,
            true => Symptom.AcceptedOnly,
            null => Symptom.NothingCame,
        };

    private static Symptom Missing(Finding finding) =>
        finding.Awaited switch
        {
            Awaited.Text when HasPrinted(finding) => Symptom.TextNotPrinted,
            Awaited.Text => Symptom.NothingPrinted,
            Awaited.Close => Symptom.StayedOpen,
            Awaited.ClosedInEveryCase => Symptom.HoldsLostClient,
            Awaited.Received => Symptom.NotReceived,
            _ => Symptom.NothingCame,
        };

    private static Symptom Ended(Finding finding) =>
        finding.Awaited switch
        {
            Awaited.Connection => Symptom.EndedUnconnected,
            Awaited.TcpSocket or Awaited.Bound => Symptom.EndedUnbound,
            Awaited.Listening => Symptom.EndedWithoutListening,
            Awaited.ClosedBeforeExit when finding.Connection is null => Symptom.EndedWithOpenSocket,
            Awaited.ClosedBeforeExit => Symptom.EndedWithOpenConnection,
            Awaited.ServerClosedBeforeExit => Symptom.EndedWithOpenListener,
            Awaited.Message => Symptom.EndedSilently,
            Awaited.Text when HasPrinted(finding) => Symptom.EndedWithoutText,
            Awaited.Text => Symptom.EndedWithoutPrinting,
            _ => Symptom.Ended,
        };

    private static bool HasPrinted(Finding finding) => finding.ReceivedBytes is { Length: > 0 };

    private static Symptom Crashed(Crash? crash) =>
        crash is null ? Symptom.Crashed
        : crash.Place is null ? Symptom.CrashedBy
        : Symptom.CrashedAt;

    private static Symptom EndedEarly(Awaited awaited) =>
        awaited switch
        {
            Awaited.EndsAfterTimeout or Awaited.EndsAfterDefault or Awaited.StillWaits => Symptom.EndedAtOtherTime,
            Awaited.WaitsAnew => Symptom.EndedAfterLastClient,
            Awaited.Served => Symptom.EndedBeforeServing,
            Awaited.Calls => Symptom.EndedBeforeCalls,
            _ => Symptom.EndedTooEarly,
        };
}
