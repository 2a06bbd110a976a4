namespace Lab.Harness;

// The expectations about a program's waiting and its end.
public static partial class Expectations
{
    // Two runs are both late on a busy machine, but they do not differ by a quarter of the other run's whole time.
    private const double SurelyLonger = 1.25;

    // A program that has nothing more to do ends within this time, or waits for something. People who let a program sleep
    // before its end choose rounder numbers, which must not look like a reaction to Enter.
    private static readonly TimeSpan _last = TimeSpan.FromSeconds(1.2);

    /// <summary>
    /// Waits until the program is over. If it should be over and only waits, Enter is pressed, because it may wait for a
    /// key.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="bound">The longest time to wait.</param>
    /// <param name="due">The time after which it should be over. Null if it has nothing more to wait for.</param>
    public static async Task<bool> EndsWithin(this RunningProgram program, TimeSpan bound, TimeSpan? due = null)
    {
        var isOver = await program.IsOverWithin(bound, (due ?? TimeSpan.Zero) + _last);
        await program.ReactionToEnter;
        return isOver;
    }

    private static async Task<bool> IsOverWithin(this RunningProgram program, TimeSpan bound, TimeSpan first)
    {
        if (first > bound)
            first = bound;
        if (await program.Until(() => program.IsOver, first))
            return true;
        if (bound <= TimeSpan.Zero)
            return false;
        var remaining = bound - first;
        return await program.EndsOnEnter(remaining > Bounds.Settle ? remaining : Bounds.Settle)
            || await program.Until(() => program.IsOver, remaining);
    }

    /// <summary>Presses Enter for a program that should be over and only waits, and waits until it is over.</summary>
    /// <param name="program">The program.</param>
    /// <param name="bound">The longest time to wait.</param>
    public static async Task<bool> EndsOnEnter(this RunningProgram program, TimeSpan bound)
    {
        if (program.IsEnterPressed || !await program.OnlyWaits())
            return program.IsOver;
        program.PressEnter();
        var isOver = await program.Until(() => program.IsOver, bound);
        await program.ReactionToEnter;
        return isOver;
    }

    /// <summary>
    /// The time when the program gave up, on the timeline's clock, if it is over. If it then waited for a key, it had
    /// given up when it closed its socket, or at some time that nobody knows before Enter was pressed.
    /// </summary>
    private static TimeSpan? GaveUpAt(this RunningProgram program, TimeSpan? closedAt) =>
        program.EnterAt is { } enter && program.HasAwaitedKey
            ? closedAt < enter
                ? closedAt
                : enter
            : program.OverAt;

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
        if (!await program.Until(HasGivenUp, remaining) && !await program.EndsOnEnter(Bounds.Settle))
            return (await program.Fail(Verdict.StillRunning, awaited, with: About), null);
        if (!program.IsOver)
            await program.EndsWithin(Bounds.Reaction);
        var gaveUpAt = program.GaveUpAt(closedAt?.Invoke()) ?? closedAt!.Invoke()!.Value;
        var isKnownInside = anewAt is null && !program.HasAwaitedKey;
        var took = isKnownInside && program.LongestWait is { } wait ? wait : gaveUpAt - begin;
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

    /// <summary>
    /// The server, which is over, waited for the next client anew after it had served one. Only an end within half of
    /// the timeout is certainly too early, because some clocks count in coarse steps.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="timeout">Its timeout.</param>
    /// <param name="calledAt">
    /// The time when the client called, on the timeline's clock. The timeout began again after that.
    /// </param>
    /// <param name="stoppedAt">The time when it was first seen not to listen any more. Null if it was not.</param>
    /// <returns>
    /// The observation, and whether it is certain. An end a little before the timeout may be one that was noticed late,
    /// or the fault of a clock: a longer timeout tells them apart.
    /// </returns>
    public static async Task<(Observation Waits, bool IsCertain)> WaitsAnew(
        this RunningProgram server,
        TimeSpan timeout,
        TimeSpan calledAt,
        TimeSpan? stoppedAt
    )
    {
        var took = server.GaveUpAt(stoppedAt) - calledAt;
        if (!(took < timeout / 2))
        {
            // A machine that is slow to start the server may also be slow to end it, or to tell that it has ended. The
            // server's own clock leaves out the telling.
            var slowest = server.Hook.Lifetime is null ? timeout : timeout * 1.25;
            var isOnTime = calledAt - server.StartedAt < slowest && !(server.LongestWait < timeout * 1.5);
            return (Observation.Holds, isOnTime && !(took < timeout * 0.9));
        }
        var early = await server.Fail(
            Verdict.EndedEarly,
            Awaited.WaitsAnew,
            with: finding => finding with { ExpectedTime = timeout, Waited = took.Value }
        );
        return (early, true);
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
}
