using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>
/// Decides which cause is likely for a finding. A cause is given only if a program in the tests proves it.
/// </summary>
public static class Causes
{
    // The words of these causes name nothing of .NET.
    private static readonly Cause[] _inAnyLanguage =
    [
        Cause.CharactersForBytes,
        Cause.AddsToMessage,
        Cause.BufferShared,
        Cause.Reencoded,
        Cause.BytesNotDecoded,
        Cause.PrintsMessage,
    ];

    /// <summary>The causes that follow from the exercise, the step and the verdict alone.</summary>
    public static IReadOnlyDictionary<(string Exercise, string Step, Verdict Verdict), Cause> ByVerdict { get; } =
        new Dictionary<(string Exercise, string Step, Verdict Verdict), Cause>
        {
            [("Ex1", "1", Verdict.SentByUdp)] = Cause.DatagramSocket,
            [("Ex1", "2", Verdict.StillRunning)] = Cause.TimeoutMissesReceive,
            [("Ex1", "2", Verdict.EndedEarly)] = Cause.SecondsForSmallerUnit,
            [("Ex1", "3", Verdict.ListensElsewhere)] = Cause.FixedDestination,
            [("Ex1", "3", Verdict.ProcessEnded)] = Cause.ConnectMissing,
            [("Ex1", "3", Verdict.StillRunning)] = Cause.KeyboardFirst,
            [("Ex1", "5", Verdict.CleanClose)] = Cause.ReceiveDoesNotWait,
            [("Ex1", "7", Verdict.UnhandledException)] = Cause.NotCaught,
            [("Ex1", "7", Verdict.ProcessEnded)] = Cause.SilentCatch,
            [("Ex1", "8", Verdict.ProcessEnded)] = Cause.SocketNotClosed,
            [("Ex2", "2", Verdict.ListensElsewhere)] = Cause.OtherBinding,
            [("Ex3", "2", Verdict.ListensElsewhere)] = Cause.OtherBinding,
            [("Ex2", "3", Verdict.StillRunning)] = Cause.TimeoutMissesAccept,
            [("Ex3", "3", Verdict.StillRunning)] = Cause.TimeoutMissesAccept,
            [("Ex2", "3", Verdict.EndedEarly)] = Cause.SecondsForSmallerUnit,
            [("Ex3", "3", Verdict.EndedEarly)] = Cause.SecondsForSmallerUnit,
            [("Ex2", "4", Verdict.ProcessEnded)] = Cause.ListenMissing,
            [("Ex3", "4", Verdict.ProcessEnded)] = Cause.ListenMissing,
            [("Ex2", "4", Verdict.Refused)] = Cause.KeyboardFirst,
            [("Ex3", "4", Verdict.Refused)] = Cause.KeyboardFirst,
            [("Ex2", "5", Verdict.EndedEarly)] = Cause.NoWayBackToAccept,
            [("Ex3", "5", Verdict.EndedEarly)] = Cause.NoWayBackToAccept,
            [("Ex2", "5a", Verdict.EndedEarly)] = Cause.WrongSocket,
            [("Ex3", "5a", Verdict.EndedEarly)] = Cause.WrongSocket,
            [("Ex2", "5b", Verdict.Reset)] = Cause.ClosedBeforeReceive,
            [("Ex3", "6a", Verdict.Reset)] = Cause.ClosedBeforeReceive,
            [("Ex2", "5e", Verdict.Silent)] = Cause.ClientNotClosed,
            [("Ex3", "6d", Verdict.Silent)] = Cause.ClientNotClosed,
            [("Ex2", "6", Verdict.EndedEarly)] = Cause.NotCaughtInLoop,
            [("Ex2", "6", Verdict.ProcessEnded)] = Cause.SilentCatch,
            [("Ex3", "7", Verdict.ProcessEnded)] = Cause.SilentCatch,
            [("Ex2", "7", Verdict.ProcessEnded)] = Cause.ListenerNotClosed,
            [("Ex3", "8", Verdict.ProcessEnded)] = Cause.ListenerNotClosed,
            [("Ex3", "5b", Verdict.NeverServed)] = Cause.ServedWhileAccepting,
            [("Ex3", "6", Verdict.Silent)] = Cause.SocketShared,
            [("Ex3", "6a", Verdict.Silent)] = Cause.ReceiveNeverReached,
            [("Ex3", "7", Verdict.UnhandledException)] = Cause.NotCaughtInThread,
            [("Ex1", "4", Verdict.Silent)] = Cause.NothingSent,
            [("Ex2", "5d", Verdict.Silent)] = Cause.NothingSent,
            [("Ex3", "6c", Verdict.Silent)] = Cause.NothingSent,
            [("Ex2", "5e", Verdict.Reset)] = Cause.ResetByClose,
            [("Ex3", "6d", Verdict.Reset)] = Cause.ResetByClose,
            [("Ex3", "5b", Verdict.Silent)] = Cause.ThreadsWait,
        };

    /// <summary>The likely cause. Null if there is none.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="step">The step that failed.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="difference">The difference between the bytes. Null if there is none.</param>
    public static Cause? Of(Exercise exercise, string step, Finding finding, Difference? difference) =>
        OfProgram(exercise, finding)
        ?? OfDifference(difference, exercise, finding)
        ?? finding.Awaited switch
        {
            Awaited.WaitsAnew => Cause.OneDeadline,
            Awaited.StillWaits or Awaited.EndsAfterDefault => Cause.OtherDefault,
            _ when MayWaitForLine(step, finding) => Cause.WaitsForLine,
            _ => ByVerdict.TryGetValue((exercise.Id, step, finding.Verdict), out var cause) ? cause : null,
        };

    /// <summary>The likely cause in a program of any language. Null if there is none.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="difference">The difference between the bytes. Null if there is none.</param>
    public static Cause? OfCommand(Exercise exercise, Finding finding, Difference? difference) =>
        OfProgram(exercise, finding)
        ?? (
            OfDifference(difference, exercise, finding) is { } cause && _inAnyLanguage.Contains(cause) ? cause
            // C's printf was seen to do this: it keeps output until a page is full, unless there is a terminal.
            : finding is { Awaited: Awaited.Text, Verdict: Verdict.Silent, ReceivedBytes: not { Length: > 0 } }
                ? Cause.OutputHeldBack
            : null
        );

    // What the program itself has said or done counts more than what the step and the verdict suggest.
    private static Cause? OfProgram(Exercise exercise, Finding finding) =>
        Complaints.IsOutOfMemory(finding) ? Cause.OutOfMemory
        : Complaints.IsOfThread(finding) ? Cause.ThreadDied
        : Arguments.AreMissed(exercise, finding) ? Cause.NeedsAllArguments
        : Repetition.IsTimeoutSwallowed(finding) ? Cause.TimeoutSwallowed
        : finding.Awaited == Awaited.Thread ? Cause.ReceiveNeverReached
        : finding is { Verdict: Verdict.NeverServed, IsAccepted: true } ? Cause.ThreadsWait
        : null;

    private static Cause? OfDifference(Difference? difference, Exercise exercise, Finding finding) =>
        difference?.Kind switch
        {
            DifferenceKind.NewlineMissing => Cause.NewlineTaken,
            DifferenceKind.NewlineAdded => Cause.NewlineAdded,
            DifferenceKind.ZeroBytes => Cause.WholeBuffer,
            DifferenceKind.Utf16 or DifferenceKind.ThroughUtf16 => Cause.EncodedAsUtf16,
            DifferenceKind.Ascii => Cause.EncodedAsAscii,
            DifferenceKind.Latin1 => Cause.EncodedAsLatin1,
            DifferenceKind.ByteOrderMark => Cause.WroteByteOrderMark,
            DifferenceKind.ThroughAscii when finding.Awaited == Awaited.Text => Cause.EncodedAsAscii,
            DifferenceKind.ThroughLatin1 when finding.Awaited == Awaited.Text => Cause.EncodedAsLatin1,
            DifferenceKind.Reencoded or DifferenceKind.ThroughAscii or DifferenceKind.ThroughLatin1 => Cause.Reencoded,
            DifferenceKind.BytesShown => Cause.BytesNotDecoded,
            DifferenceKind.CharactersCounted => Cause.CharactersForBytes,
            DifferenceKind.AddedInFront or DifferenceKind.AddedBehind => Cause.AddsToMessage,
            DifferenceKind.OthersMessage when exercise == Exercise.ThreadedServer => Cause.BufferShared,
            DifferenceKind.OwnMessage => Cause.PrintsMessage,
            _ => null,
        };

    // Lines came back in another run. In this run no message ends with a newline, and nothing came back.
    internal static bool MayWaitForLine(string step, Finding finding) =>
        step is "5d" or "6c"
        && finding is { Verdict: Verdict.Silent, ExpectedBytes: [.., not (byte)'\n'] text }
        && System.Text.Unicode.Utf8.IsValid(text.AsSpan())
        && !finding.Timeline.Any(entry => entry is { Who.Role: Role.Server, What: Happening.Send });
}
