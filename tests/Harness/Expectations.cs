using System.Text;

namespace Lab.Harness;

/// <summary>
/// The expectations that a conversation has of a program. Each member waits for the event in its name, and returns that
/// it came or what was found instead.
/// </summary>
public static partial class Expectations
{
    // Two runs are both late on a busy machine, but they do not differ by a quarter of the other run's whole time.
    private const double SurelyLonger = 1.25;

    private static readonly Awaited[] _aboutTime =
    [
        Awaited.EndsAfterTimeout,
        Awaited.EndsAfterDefault,
        Awaited.WaitsAnew,
        Awaited.StillWaits,
    ];

    /// <summary>The program ends by itself, neither before its timeout nor long after it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="timeout">The timeout it was given, or has by default.</param>
    /// <param name="since">The latest time at which the program began to wait, on the timeline's clock.</param>
    /// <param name="awaited">The timeout that is meant.</param>
    /// <param name="closedAt">
    /// Gives the time when the program closed its socket. If the timeout was over then, the program has given up,
    /// whatever it does afterwards. An earlier close says nothing: a client may close one direction as soon as it has
    /// sent its message.
    /// </param>
    /// <param name="anewAt">
    /// The earliest time at which the timeout began to run again, on the timeline's clock. Null if it began with the
    /// program's start.
    /// </param>
    /// <returns>
    /// The observation, and null if it is certain. The start alone may last as long as a short timeout on a busy
    /// machine. Then the second value is a timeout, in whole seconds, that is long enough to tell them apart.
    /// </returns>
    public static async Task<(Observation Ends, TimeSpan? Longer)> EndsAfter(
        this RunningProgram program,
        TimeSpan timeout,
        TimeSpan since,
        Awaited awaited = Awaited.EndsAfterTimeout,
        Func<TimeSpan?>? closedAt = null,
        TimeSpan? anewAt = null
    )
    {
        var begin = anewAt ?? program.StartedAt;
        Finding About(Finding finding) => finding with { ExpectedTime = timeout };
        bool HasGivenUp() => program.IsOver || closedAt?.Invoke() - begin >= timeout;
        var remaining = since + timeout + Bounds.Lateness(timeout) - program.Timeline.Now;
        if (!await program.Until(HasGivenUp, remaining))
            return (await program.Fail(Verdict.StillRunning, awaited, with: About), null);
        if (!program.IsOver)
            await program.Until(() => program.IsOver, Bounds.Settle);
        var gaveUpAt = program.OverAt ?? closedAt!.Invoke()!.Value;
        var took = anewAt is null && program.LongestWait is { } wait ? wait : gaveUpAt - begin;
        // A timeout that began again is measured by two clocks, and one of them may count in coarse steps.
        if (took < timeout - (anewAt is null ? TimeSpan.Zero : Bounds.Settle))
        {
            var isOnlyNotAnew = anewAt is not null && gaveUpAt - program.StartedAt >= timeout;
            var early = await program.Fail(
                Verdict.EndedEarly,
                isOnlyNotAnew ? Awaited.WaitsAnew : awaited,
                with: finding => About(finding) with { Waited = took }
            );
            return (early, null);
        }
        var seen = gaveUpAt - since;
        // A program without a timeout does most of its work before the probe first sees it, so a time that mostly comes
        // after that moment is certain. The delay of a close is not known.
        var isCertain = program.IsOver && seen > took * 0.7;
        return (Observation.Holds, isCertain ? null : SurelyLongerThan(took));
    }

    /// <summary>A timeout, in whole seconds, that is surely longer than this start of a program.</summary>
    public static TimeSpan SurelyLongerThan(TimeSpan start) =>
        TimeSpan.FromSeconds(Math.Ceiling(start.TotalSeconds * 3));

    /// <summary>The program waits longer than another run of the same program with a shorter timeout.</summary>
    /// <param name="program">The program.</param>
    /// <param name="since">The latest time at which the program began to wait, on the timeline's clock.</param>
    /// <param name="other">The other run.</param>
    public static async Task<Observation> Outlives(this RunningProgram program, TimeSpan since, RunningProgram other)
    {
        var lived = other.LongestWait ?? other.Timeline.Now - other.StartedAt;
        var remaining = since + lived * SurelyLonger - program.Timeline.Now;
        if (!await program.Until(() => program.IsOver, remaining))
            return Observation.Holds;
        var took = program.LongestWait!.Value;
        return await program.Fail(
            Verdict.EndedEarly,
            Awaited.StillWaits,
            with: finding => finding with { Waited = took }
        );
    }

    /// <summary>
    /// Waits long enough for the program to print everything that it prints at its start, and for a program with no
    /// more patience than <paramref name="timeout"/> to end.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="since">The latest time at which the program began to wait, on the timeline's clock.</param>
    /// <param name="timeout">The timeout.</param>
    public static Task SettlesDown(this RunningProgram program, TimeSpan since, TimeSpan timeout) =>
        program.Until(() => program.IsOver, since + timeout * SurelyLonger - program.Timeline.Now);

    /// <summary>The program ends by itself, and not because of an unhandled exception.</summary>
    /// <param name="program">The program.</param>
    /// <param name="remaining">How long to wait. Null for the usual time.</param>
    public static async Task<Observation> EndsOrderly(this RunningProgram program, TimeSpan? remaining = null)
    {
        await program.Until(() => program.IsOver, remaining ?? Bounds.Start);
        if (program.SeemsToCrash)
            await program.Timeline.Until(() => program.HasEnded, Bounds.Kill);
        program.LetExit();
        if (!program.IsOver)
            return await program.Fail(Verdict.StillRunning, Awaited.Ends);
        await program.Until(() => program.HasEnded, Bounds.Reaction);
        return program.State.Crash is null
            ? Observation.Holds
            : await program.Fail(Verdict.UnhandledException, Awaited.Ends);
    }

    /// <summary>The program says something about what went wrong, and ends by itself.</summary>
    /// <param name="program">The program.</param>
    /// <param name="usual">
    /// Gives the lines that the same program prints while nothing goes wrong. They do not count as a message.
    /// </param>
    /// <param name="remaining">How long to wait. Null for the usual time.</param>
    public static async Task<Observation> SaysSoAndEnds(
        this RunningProgram program,
        Func<Task<IReadOnlyList<string>>> usual,
        TimeSpan? remaining = null
    )
    {
        if (await program.EndsOrderly(remaining) is { IsHeld: false } disorderly)
            return disorderly;
        var own = program.Lines();
        var others = own.Count > 0 ? await usual() : [];
        // An error in the middle of a line cuts the line off, so the beginning of a usual line counts as usual there.
        // Any other line must match as a whole.
        var unfinished = program.Out.Text.EndsWith('\n') ? null : Lines(program, program.Out.Text).LastOrDefault();
        bool IsUsual(string line) =>
            others.Contains(line)
            || line == unfinished
                && others.Any(other => other.StartsWith(line, StringComparison.Ordinal) && !own.Contains(other));
        return own.All(IsUsual) ? await program.Fail(Verdict.ProcessEnded, Awaited.Message) : Observation.Holds;
    }

    /// <summary>The program prints this text without padding. It may print anything around it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="text">The text.</param>
    /// <param name="own">The text that the program itself has sent, and may print by mistake.</param>
    /// <param name="unlike">
    /// Gives a run of the same program that has nothing to print yet. Text that both runs print does not count as other
    /// text.
    /// </param>
    /// <param name="remaining">How long to wait. Null for the usual time.</param>
    public static async Task<Observation> Prints(
        this RunningProgram program,
        string text,
        string? own = null,
        Func<Task<RunningProgram?>>? unlike = null,
        TimeSpan? remaining = null
    )
    {
        await program.Until(() => program.Out.Shows(text) || program.IsOver, remaining ?? Bounds.Reaction);
        // The last output may still be on its way.
        await program.Until(() => program.Out.Shows(text) || program.HasEnded, Bounds.Settle);
        var printed = program.Out.Bytes;
        if (program.Out.Shows(text) && !program.Out.Text.Contains('\0', StringComparison.Ordinal))
            return Observation.Holds;
        var other = unlike is null ? null : await unlike();
        var verdict =
            program.Out.Shows(text) ? Verdict.ExtraBytes
            : Lines(program.Out.Text).Except(Lines(other?.Out.Text ?? "")).Any() ? Verdict.WrongBytes
            : program.HasEnded ? Verdict.ProcessEnded
            : Verdict.Silent;
        return await program.FailToPrint(verdict, text, printed, own);
    }

    /// <summary>The program has not printed this text followed by the rest of an older one.</summary>
    public static async Task<Observation> DoesNotPrint(this RunningProgram program, string text, string followedBy)
    {
        // The line is complete, or never will be. A program that prints it in two pieces is not waited for.
        await program.Until(() => program.Out.Shows(text + "\n") || program.Out.Shows(text + "\r"), Bounds.Settle);
        return program.Out.Shows(text + followedBy)
            ? await program.FailToPrint(Verdict.ExtraBytes, text, Encoding.UTF8.GetBytes(text + followedBy))
            : Observation.Holds;
    }

    /// <summary>The program has not printed this older text once more after a newer one.</summary>
    public static async Task<Observation> DoesNotPrintAgain(this RunningProgram program, string older, string newer)
    {
        var printed = program.Out.Text;
        var (again, since) = (
            printed.LastIndexOf(older, StringComparison.Ordinal),
            printed.IndexOf(newer, StringComparison.Ordinal)
        );
        return since >= 0 && again > since
            ? await program.FailToPrint(Verdict.WrongBytes, newer, Encoding.UTF8.GetBytes(printed[again..]))
            : Observation.Holds;
    }

    private static Task<Observation> FailToPrint(
        this RunningProgram program,
        Verdict verdict,
        string text,
        byte[] printed,
        string? own = null
    ) =>
        program.Fail(
            verdict,
            Awaited.Text,
            with: finding =>
                finding with
                {
                    ExpectedBytes = Encoding.UTF8.GetBytes(text),
                    ReceivedBytes = printed,
                    OwnBytes = own is null ? null : Encoding.UTF8.GetBytes(own),
                }
        );

    /// <summary>Creates the finding.</summary>
    /// <remarks>
    /// The end of a connection is often the first sign that a process ends. The end of the process is then the better
    /// explanation, so this waits for events that are already on their way.
    /// </remarks>
    internal static async Task<Observation> Fail(
        this RunningProgram program,
        Verdict verdict,
        Awaited awaited,
        Connection? connection = null,
        Func<Finding, Finding>? with = null
    )
    {
        var timeline = program.Timeline;
        var waited = timeline.Now - program.StartedAt;
        var stateOfConnection = connection?.State;
        if (connection is { IsOpen: false } || verdict == Verdict.Refused)
            await program.Until(() => program.IsOver, Bounds.Settle * 4);
        if (verdict == Verdict.Refused && program.IsOver)
            verdict = Verdict.EndedEarly;
        var state = program.State;
        if (state.Crash is not null && !_aboutTime.Contains(awaited))
            verdict = Verdict.UnhandledException;
        var finding = new Finding(verdict, awaited)
        {
            Sent = connection?.Sent,
            Connection = stateOfConnection,
            Program = state,
            Waited = waited,
            Timeline =
            [
                .. timeline.Entries,
                new Entry(timeline.Entries.Count + timeline.Dropped + 1, timeline.Now, Actor.Check, Happening.GiveUp),
            ],
        };
        return new Observation.Failed(with?.Invoke(finding) ?? finding);
    }

    private static bool FailedToCreate(this RunningProgram program) =>
        program.Hook.Failures.Any(failure => failure.Call == ".ctor");

    /// <summary>
    /// The lines that the program has printed, without its arguments and without digits. A program that prints its end
    /// point prints another line in each run, with the same meaning.
    /// </summary>
    public static IReadOnlyList<string> Lines(this RunningProgram program) =>
        [.. Lines(program, $"{program.Out.Text}\n{program.Error.Text}")];

    private static IEnumerable<string> Lines(RunningProgram program, string text) =>
        Lines(
            program
                .Arguments.Where(argument => argument.Length > 0)
                .Aggregate(text, (rest, argument) => rest.Replace(argument, "", StringComparison.Ordinal))
        );

    // Ports and addresses differ from run to run; words do not.
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => string.Concat(line.Where(letter => !char.IsDigit(letter))).Trim());
}
