using Lab.Harness;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The kind of something odd about the commits.</summary>
public enum OddityKind
{
    /// <summary>A commit claims to be older than its parent, by more than clocks differ.</summary>
    BeforeParent,

    /// <summary>
    /// The author's and the committer's time of a commit are more than a day apart. An amended or rebased commit is so too.
    /// </summary>
    TimesApart,

    /// <summary>All commits lie within a minute, and there are at least three.</summary>
    AllAtOnce,

    /// <summary>A commit claims to be older than the assignment.</summary>
    BeforeGivenOut,

    /// <summary>A commit that a collection had seen is gone from the history.</summary>
    Rewritten,

    /// <summary>
    /// A commit claims a time before the deadline. A collection after that time did not see it, and the first one that did
    /// was after the deadline. It was pushed late, or claims a wrong time.
    /// </summary>
    SeenLate,
}

/// <summary>Something odd about the commits, for the teacher alone.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Commits">The hashes of the commits that show it.</param>
public sealed record Oddity(OddityKind Kind, ValueList<string> Commits)
{
    private const int FewestAtOnce = 3;

    private static readonly TimeSpan _clocksDiffer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _atOnce = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _farApart = TimeSpan.FromDays(1);

    /// <summary>Looks for what is odd. Each kind is told once, with all commits that show it.</summary>
    /// <param name="history">All commits.</param>
    /// <param name="changes">Those that have changed a program.</param>
    /// <param name="window">The time in which the student could work.</param>
    /// <param name="witnessed">What collections have seen. Null if none did.</param>
    internal static ValueList<Oddity> In(
        GitHistory history,
        IReadOnlyList<GitCommit> changes,
        WorkWindow window,
        WitnessedSubmission? witnessed
    )
    {
        var records = changes.Select(change => change.Record).ToList();
        return
        [
            .. Told(OddityKind.BeforeParent, history.Commits.Where(IsBeforeParent).Select(commit => commit.Record)),
            .. Told(
                OddityKind.TimesApart,
                records.Where(one => (one.AuthoredAt - one.CommittedAt).Duration() > _farApart)
            ),
            .. Told(OddityKind.AllAtOnce, AreAtOnce(records) ? records : []),
            .. Told(OddityKind.BeforeGivenOut, records.Where(one => Earlier(one) < window.GivenOut)),
            .. Named(OddityKind.Rewritten, witnessed?.Gone(history.Reachable) ?? []),
            .. Told(OddityKind.SeenLate, records.Where(one => witnessed?.SawLate(one, window.Deadline) == true)),
        ];
    }

    private static IEnumerable<Oddity> Told(OddityKind kind, IEnumerable<CommitRecord> commits) =>
        Named(kind, commits.Select(commit => commit.Hash));

    private static IEnumerable<Oddity> Named(OddityKind kind, IEnumerable<string> commits)
    {
        ValueList<string> all = [.. commits];
        return all.Count > 0 ? [new Oddity(kind, all)] : [];
    }

    private static bool IsBeforeParent(GitCommit commit) =>
        commit.Parents.Any(parent => parent.Record.CommittedAt - commit.Record.CommittedAt > _clocksDiffer);

    private static bool AreAtOnce(List<CommitRecord> commits) =>
        commits.Count >= FewestAtOnce
        && commits.Max(one => one.CommittedAt) - commits.Min(one => one.CommittedAt) <= _atOnce;

    private static DateTimeOffset Earlier(CommitRecord commit) =>
        commit.AuthoredAt < commit.CommittedAt ? commit.AuthoredAt : commit.CommittedAt;
}
