namespace Lab.Harness;

/// <summary>
/// The expectations that a conversation has of a program. Each member waits for the event in its name, and returns that
/// it came or what was found instead.
/// </summary>
public static partial class Expectations
{
    private static readonly Awaited[] _aboutTime =
    [
        Awaited.EndsAfterTimeout,
        Awaited.EndsAfterDefault,
        Awaited.WaitsAnew,
        Awaited.StillWaits,
    ];

    /// <summary>The program ends by itself, and not because of an unhandled exception.</summary>
    /// <param name="program">The program.</param>
    /// <param name="remaining">How long to wait. Null for the usual time.</param>
    /// <param name="due">The time after which it should be over. Null if it has nothing more to wait for.</param>
    public static async Task<Observation> EndsOrderly(
        this RunningProgram program,
        TimeSpan? remaining = null,
        TimeSpan? due = null
    )
    {
        await program.EndsWithin(remaining ?? Bounds.Start, due);
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
        if (own.All(IsUsual))
            return await program.Fail(Verdict.ProcessEnded, Awaited.Message);
        return new Observation.Held { Remarks = own.Any(CrashReport.IsFrame) ? [Remark.PrintsTrace] : [] };
    }

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
        var changes = timeline.Changes;
        var waited = timeline.Now - program.StartedAt;
        var stateOfConnection = connection?.State;
        if (connection is { IsOpen: false } || verdict == Verdict.Refused)
            await program.MayEnd();
        if (verdict == Verdict.Refused && awaited != Awaited.Close && program.IsOver)
            verdict = Verdict.EndedEarly;
        // The verdict was decided on what had come before.
        var isSettled = await program.IsSettled() && timeline.Changes == changes;
        var state = program.State;
        if (state.Crash is not null && !_aboutTime.Contains(awaited))
            verdict = Verdict.UnhandledException;
        var finding = new Finding(verdict, awaited)
        {
            Sent = connection?.Sent,
            ReceivedBytes = connection?.Received,
            Connection = stateOfConnection,
            Program = state,
            Waited = waited,
            IsSettled = isSettled,
            Timeline =
            [
                .. timeline.Entries,
                new Entry(timeline.Entries.Count + timeline.Dropped + 1, timeline.Now, Actor.Check, Happening.GiveUp),
            ],
        };
        return new Observation.Failed(with?.Invoke(finding) ?? finding);
    }

    // A program that only waits is not about to end.
    private static async Task MayEnd(this RunningProgram program)
    {
        for (var round = 0; round < 8; round++)
        {
            if (await program.Until(() => program.IsOver, Bounds.Settle / 2) || await program.IsSettled())
                return;
        }
    }

    private static bool FailedToCreate(this RunningProgram program) =>
        program.Hook.Failures.Any(failure => failure.Call == ".ctor");

    /// <summary>
    /// The lines that the program has printed, without its arguments and without digits. A program that prints its end
    /// point prints another line in each run, with the same meaning.
    /// </summary>
    public static IReadOnlyList<string> Lines(this RunningProgram program) =>
        [.. Lines(program, $"{program.Out.Text}\n{ErrorsOf(program)}")];

    // The words of the runtime about a key that cannot be read are not the program's own.
    private static string ErrorsOf(RunningProgram program) =>
        program.FailedToReadKey ? program.Error.Text.Split("Unhandled exception.", 2)[0] : program.Error.Text;

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
