using System.Text;

namespace Lab.Harness;

/// <summary>
/// What a conversation expects of a program. Each member waits for the event that it names, and says whether it came, or
/// what was found instead.
/// </summary>
public static partial class Expectations
{
    // Of two runs both are late on a busy machine, but not by a quarter of all that the other one did.
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
    /// <param name="since">When it began to wait at the latest, on the timeline's clock.</param>
    /// <param name="awaited">Which of its timeouts that is.</param>
    /// <param name="closedAt">
    /// When it closed its socket: if that was not before its time, it has given up then, whatever it does after that.
    /// Before its time it says nothing: a client may close one direction as soon as it has sent its message.
    /// </param>
    /// <param name="anewAt">
    /// When its time began to run anew at the earliest, on the timeline's clock; null where that was its start.
    /// </param>
    /// <returns>
    /// The observation; and null where it is certain. On a busy machine the start alone may last as long as a short timeout:
    /// then a timeout, in whole seconds, that is long enough to tell them apart.
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
        var left = since + timeout + Bounds.Lateness(timeout) - program.Timeline.Now;
        if (!await program.Until(HasGivenUp, left))
            return (await program.Fail(Verdict.StillRunning, awaited, with: About), null);
        if (!program.IsOver)
            await program.Until(() => program.IsOver, Bounds.Settle);
        var gaveUpAt = program.OverAt ?? closedAt!.Invoke()!.Value;
        var took = anewAt is null && program.LongestWait is { } wait ? wait : gaveUpAt - begin;
        // What has begun anew is measured by two clocks, of which one may count in coarse steps.
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
        // Of what a program does without a timeout, by far the most comes before it is seen here for the first time. How late
        // its close is seen here, nobody knows.
        var isCertain = program.IsOver && seen > took * 0.7;
        return (Observation.Holds, isCertain ? null : SurelyLongerThan(took));
    }

    /// <summary>A timeout, in whole seconds, that is not over while a program starts that needs this time for it.</summary>
    public static TimeSpan SurelyLongerThan(TimeSpan start) =>
        TimeSpan.FromSeconds(Math.Ceiling(start.TotalSeconds * 3));

    /// <summary>The program waits longer than another run of itself, whose timeout was shorter.</summary>
    /// <param name="program">The program.</param>
    /// <param name="since">When it began to wait at the latest, on the timeline's clock.</param>
    /// <param name="other">The other run.</param>
    public static async Task<Observation> Outlives(this RunningProgram program, TimeSpan since, RunningProgram other)
    {
        var lived = other.LongestWait ?? other.Timeline.Now - other.StartedAt;
        var left = since + lived * SurelyLonger - program.Timeline.Now;
        if (!await program.Until(() => program.IsOver, left))
            return Observation.Holds;
        var took = program.LongestWait!.Value;
        return await program.Fail(
            Verdict.EndedEarly,
            Awaited.StillWaits,
            with: finding => finding with { Waited = took }
        );
    }

    /// <summary>
    /// Waits until the program has said whatever it says at its start, and is over if it has no more patience than
    /// <paramref name="timeout"/>.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="since">When it began to wait at the latest, on the timeline's clock.</param>
    /// <param name="timeout">The timeout.</param>
    public static Task SettlesDown(this RunningProgram program, TimeSpan since, TimeSpan timeout) =>
        program.Until(() => program.IsOver, since + timeout * SurelyLonger - program.Timeline.Now);

    /// <summary>The program ends by itself, and not by an exception that nobody handled.</summary>
    /// <param name="program">The program.</param>
    /// <param name="left">How long to wait, where the time has begun to run earlier.</param>
    public static async Task<Observation> EndsOrderly(this RunningProgram program, TimeSpan? left = null)
    {
        await program.Until(() => program.IsOver, left ?? Bounds.Start);
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
    /// Gives the lines that the same program prints while nothing goes wrong: they are no message about it.
    /// </param>
    /// <param name="left">How long to wait, where the time has begun to run earlier.</param>
    public static async Task<Observation> SaysSoAndEnds(
        this RunningProgram program,
        Func<Task<IReadOnlyList<string>>> usual,
        TimeSpan? left = null
    )
    {
        if (await program.EndsOrderly(left) is { IsHeld: false } disorderly)
            return disorderly;
        var own = program.Lines();
        var others = own.Count > 0 ? await usual() : [];
        // Where something goes wrong in the middle of a line, the rest of it is missing; else a line is the usual one as a
        // whole.
        var unfinished = program.Out.Text.EndsWith('\n') ? null : Lines(program, program.Out.Text).LastOrDefault();
        bool IsUsual(string line) =>
            others.Contains(line)
            || line == unfinished
                && others.Any(other => other.StartsWith(line, StringComparison.Ordinal) && !own.Contains(other));
        return own.All(IsUsual) ? await program.Fail(Verdict.ProcessEnded, Awaited.Message) : Observation.Holds;
    }

    /// <summary>The program prints this text, whatever else it prints around it, and no padding.</summary>
    /// <param name="program">The program.</param>
    /// <param name="text">The text.</param>
    /// <param name="own">What it sent itself, and may print by mistake.</param>
    /// <param name="unlike">Gives the same program with nothing to print yet: what both print is no other text.</param>
    /// <param name="left">How long to wait, where the time has begun to run earlier.</param>
    public static async Task<Observation> Prints(
        this RunningProgram program,
        string text,
        string? own = null,
        Func<Task<RunningProgram?>>? unlike = null,
        TimeSpan? left = null
    )
    {
        await program.Until(() => program.Out.Shows(text) || program.IsOver, left ?? Bounds.Reaction);
        // What it printed last may still be on its way.
        await program.Until(() => program.Out.Shows(text) || program.HasEnded, Bounds.Settle);
        var printed = program.Out.Bytes;
        var isThere = program.Out.Shows(text);
        if (isThere && !program.Out.Text.Contains('\0', StringComparison.Ordinal))
            return Observation.Holds;
        var verdict =
            isThere ? Verdict.ExtraBytes
            : program.HasEnded ? Verdict.ProcessEnded
            : Verdict.Silent;
        var failed = await program.FailToPrint(verdict, text, printed, own);
        var isMissing = failed.Failure is { Verdict: Verdict.ProcessEnded or Verdict.Silent };
        return isMissing && await program.PrintsElse(unlike)
            ? new Observation.Failed(failed.Failure! with { Verdict = Verdict.WrongBytes })
            : failed;
    }

    private static async Task<bool> PrintsElse(this RunningProgram program, Func<Task<RunningProgram?>>? unlike)
    {
        string[] lines = [.. Lines(program.Out.Text)];
        var other = lines.Length == 0 || unlike is null ? null : await unlike();
        return lines.Except(Lines(other?.Out.Text ?? "")).Any();
    }

    /// <summary>The program has not printed this text with the rest of an older one behind it.</summary>
    public static async Task<Observation> DoesNotPrint(this RunningProgram program, string text, string followedBy)
    {
        // The line is complete, or it never will be: a program that prints it in two pieces is not waited for.
        await program.Until(() => program.Out.Shows(text + "\n") || program.Out.Shows(text + "\r"), Bounds.Settle);
        return program.Out.Shows(text + followedBy)
            ? await program.FailToPrint(Verdict.ExtraBytes, text, Encoding.UTF8.GetBytes(text + followedBy))
            : Observation.Holds;
    }

    /// <summary>The program has not printed this older text again after a newer one.</summary>
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

    /// <summary>Says what was found instead.</summary>
    /// <remarks>
    /// The end of a connection is often the first sign of a process that ends, and the end of a process is then the
    /// better explanation: so this waits for what is under way already.
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
    /// The lines that the program has printed, without its arguments and without digits: a program that says where it
    /// connects to says something else in each run, and means the same.
    /// </summary>
    public static IReadOnlyList<string> Lines(this RunningProgram program) =>
        [.. Lines(program, $"{program.Out.Text}\n{program.Error.Text}")];

    private static IEnumerable<string> Lines(RunningProgram program, string text) =>
        Lines(
            program
                .Arguments.Where(argument => argument.Length > 0)
                .Aggregate(text, (rest, argument) => rest.Replace(argument, "", StringComparison.Ordinal))
        );

    // Ports and addresses differ from run to run, words do not.
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => string.Concat(line.Where(letter => !char.IsDigit(letter))).Trim());
}
