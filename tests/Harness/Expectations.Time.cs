namespace Lab.Harness;

// How long a program waits, and when it ends.
public static partial class Expectations
{
    // On a busy machine two runs are both late, but one is not late by a quarter of the whole run of the other.
    private const double SurelyLonger = 1.25;

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
        // A time that has begun anew is measured by two clocks, and one of them may count in coarse steps.
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
}
