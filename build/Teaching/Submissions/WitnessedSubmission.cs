using Lab.Harness;

namespace Lab.Build.Teaching.Submissions;

/// <summary>A commit, and the first collection that saw it.</summary>
/// <param name="Commit">The hash of the commit.</param>
/// <param name="At">The time of the collection.</param>
public sealed record Witnessed(string Commit, DateTimeOffset At);

/// <summary>What the collections have seen of one submission.</summary>
/// <param name="Name">The name of the submission.</param>
public sealed record WitnessedSubmission(string Name)
{
    /// <summary>The times of all collections that have read it, in order.</summary>
    public ValueList<DateTimeOffset> Collections { get; init; } = [];

    /// <summary>The last commits of the graded branch, in the order in which they were seen.</summary>
    public ValueList<Witnessed> Heads { get; init; } = [];

    /// <summary>The commits that have changed a program, in the order in which they were seen.</summary>
    public ValueList<Witnessed> Commits { get; init; } = [];

    /// <summary>Adds what a collection sees now. What was seen before keeps its time.</summary>
    public WitnessedSubmission Seen(SubmittedWork work, DateTimeOffset now) =>
        this with
        {
            Collections = [.. Collections, now],
            Heads = Add(Heads, work.Head is { } head ? [head] : [], now),
            Commits = Add(Commits, work.Commits?.Select(commit => commit.Hash) ?? [], now),
        };

    /// <summary>The commits that were seen, and are not there any more.</summary>
    public IEnumerable<string> Gone(IReadOnlySet<string> reachable) =>
        Heads.Concat(Commits).Select(one => one.Commit).Distinct().Where(commit => !reachable.Contains(commit));

    /// <summary>The time of the first collection that saw a commit. Null if none did.</summary>
    public DateTimeOffset? SeenAt(string commit) =>
        Heads.Concat(Commits).Where(one => one.Commit == commit).Select(one => (DateTimeOffset?)one.At).Min();

    /// <summary>
    /// Whether a commit claims a time before the deadline and was first seen after it, although an earlier collection could
    /// have seen it at the time that it claims.
    /// </summary>
    public bool SawLate(CommitRecord commit, DateTimeOffset deadline) =>
        SeenAt(commit.Hash) is { } seen
        && commit.CommittedAt <= deadline
        && deadline < seen
        && Collections.Any(at => commit.CommittedAt < at && at < seen);

    private static ValueList<Witnessed> Add(
        ValueList<Witnessed> known,
        IEnumerable<string> commits,
        DateTimeOffset now
    ) => [.. known, .. commits.Except(known.Select(one => one.Commit)).Select(commit => new Witnessed(commit, now))];
}

/// <summary>Adds to commits when they were seen.</summary>
internal static class Witnessing
{
    /// <summary>A commit with the time of the first collection that saw it.</summary>
    public static CommitRecord Add(this WitnessedSubmission? witnessed, CommitRecord commit) =>
        commit with
        {
            WitnessedAt = witnessed?.SeenAt(commit.Hash),
        };
}
