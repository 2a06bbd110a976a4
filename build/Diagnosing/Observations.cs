using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>Which observation a finding is.</summary>
public static class Observations
{
    /// <summary>What was observed.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="role">What the program is.</param>
    public static Observation Of(Finding finding, Role role) =>
        finding.Verdict switch
        {
            Verdict.Refused => Observation.NobodyListens,
            Verdict.NeverServed => Observation.NeverAccepted,
            Verdict.Silent => Missing(finding.Awaited),
            Verdict.CleanClose => Observation.Closed,
            Verdict.Reset when finding.Awaited == Awaited.Received => Observation.ClosedUnread,
            Verdict.Reset => Observation.WasReset,
            Verdict.Stopped => Observation.BeginningOnly,
            Verdict.ExtraBytes when finding.Awaited == Awaited.Text => Observation.MorePrinted,
            Verdict.ExtraBytes => Observation.MoreCame,
            Verdict.WrongBytes when finding.Awaited == Awaited.Text => Observation.OtherPrinted,
            Verdict.WrongBytes => Observation.OtherCame,
            Verdict.SentByUdp => role == Role.Client ? Observation.DatagramCame : Observation.UdpBound,
            Verdict.ProcessEnded => Ended(finding),
            Verdict.UnhandledException => Crashed(finding.Program?.Crash),
            Verdict.StillRunning when finding.Awaited == Awaited.Connection => Observation.NeverConnected,
            Verdict.StillRunning => Observation.StillRuns,
            Verdict.EndedEarly => EndedEarly(finding.Awaited),
            Verdict.ListensElsewhere when role == Role.Client => Observation.ConnectsElsewhere,
            Verdict.ListensElsewhere when finding.FoundPlace is null => Observation.BindsElsewhere,
            Verdict.ListensElsewhere => Observation.ListensElsewhere,
            Verdict.PortHeld when finding.Awaited == Awaited.Message => Observation.WaitsForPort,
            Verdict.PortHeld => Observation.PortHeld,
            _ => Observation.DoesNotCompile,
        };

    private static Observation Missing(Awaited awaited) =>
        awaited switch
        {
            Awaited.Text => Observation.NothingPrinted,
            Awaited.Close => Observation.StayedOpen,
            Awaited.ClosedInEveryCase => Observation.HoldsLostClient,
            Awaited.Received => Observation.NotReceived,
            _ => Observation.NothingCame,
        };

    private static Observation Ended(Finding finding) =>
        finding.Awaited switch
        {
            Awaited.Connection => Observation.EndedUnconnected,
            Awaited.TcpSocket or Awaited.Bound => Observation.EndedUnbound,
            Awaited.Listening => Observation.EndedWithoutListening,
            Awaited.ClosedBeforeExit when finding.Connection is null => Observation.EndedWithOpenSocket,
            Awaited.ClosedBeforeExit => Observation.EndedWithOpenConnection,
            Awaited.ServerClosedBeforeExit => Observation.EndedWithOpenListener,
            Awaited.Message => Observation.EndedSilently,
            Awaited.Text => Observation.EndedWithoutPrinting,
            _ => Observation.Ended,
        };

    private static Observation Crashed(Crash? crash) =>
        crash is null ? Observation.Crashed
        : crash.Place is null ? Observation.CrashedBy
        : Observation.CrashedAt;

    private static Observation EndedEarly(Awaited awaited) =>
        awaited switch
        {
            Awaited.EndsAfterTimeout or Awaited.EndsAfterDefault or Awaited.StillWaits => Observation.EndedAtOtherTime,
            Awaited.WaitsAnew => Observation.EndedAfterLastClient,
            Awaited.Served => Observation.EndedBeforeServing,
            _ => Observation.EndedTooEarly,
        };
}
