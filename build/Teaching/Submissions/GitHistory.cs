using LibGit2Sharp;

namespace Lab.Build.Teaching.Submissions;

/// <summary>A commit in a history.</summary>
/// <param name="Record">What it says of itself.</param>
/// <param name="Tree">The hash of its top folder.</param>
/// <param name="Parents">Its parents. Those that are not there, as in a shallow clone, are left out.</param>
internal sealed record GitCommit(CommitRecord Record, string Tree, IReadOnlyList<GitCommit> Parents)
{
    /// <summary>Its hash.</summary>
    public string Hash => Record.Hash;

    /// <inheritdoc />
    public bool Equals(GitCommit? other) => other?.Hash == Hash;

    /// <inheritdoc />
    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);
}

/// <summary>The commits of a submitted repository.</summary>
internal sealed class GitHistory
{
    private const int LongestText = 200;

    private readonly GitObjects _objects;
    private readonly Budget _budget;
    private readonly Dictionary<string, GitCommit> _known = [];
    private readonly HashSet<string> _planned = [];

    /// <summary>Reads a history.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="head">The hash of the commit that is graded.</param>
    /// <param name="others">The hashes of other commits that show what is still there.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="TooLargeException">There are more commits than the kit reads.</exception>
    /// <exception cref="DamagedException">The commit is not there.</exception>
    public GitHistory(GitObjects objects, string head, IEnumerable<string> others, SubmissionLimits limits)
    {
        (_objects, _budget) = (objects, new Budget(limits.Commits));
        Head = Read(head) ?? throw new DamagedException();
        Commits = CommitOrder.Of(Head);
        foreach (var other in others)
            Read(other);
    }

    /// <summary>The last commit.</summary>
    public GitCommit Head { get; }

    /// <summary>It and all commits before it. Parents come first, and then older ones.</summary>
    public IReadOnlyList<GitCommit> Commits { get; }

    /// <summary>The hashes of all commits that are still there, on whatever branch.</summary>
    public IReadOnlySet<string> Reachable => _known.Keys.ToHashSet();

    /// <summary>
    /// The last commits before a time. Normally this is one: the first commit that claims to be in time, on the way from
    /// the head along the parents. If the way forks before it gets there, because branches were merged too late, it is
    /// one for each branch, the first parent's first.
    /// </summary>
    /// <remarks>
    /// A commit claims a time, and anybody can claim any. A commit that claims to be in time is taken with everything
    /// before it, even if one of those claims to be later.
    /// </remarks>
    public IReadOnlyList<GitCommit> LastBefore(DateTimeOffset time)
    {
        var found = new List<GitCommit>();
        var seen = new HashSet<GitCommit>();
        var ahead = new Stack<GitCommit>([Head]);
        while (ahead.TryPop(out var commit))
            if (seen.Add(commit))
                if (commit.Record.CommittedAt <= time)
                    found.Add(commit);
                else
                    foreach (var parent in commit.Parents.Reverse())
                        ahead.Push(parent);
        return found.Count < 2 ? found : [.. found.Where(one => !found.Exists(other => IsBefore(one, other)))];
    }

    private static bool IsBefore(GitCommit one, GitCommit other) => one != other && CommitOrder.Of(other).Contains(one);

    // A history may be longer than a stack is deep, so nothing calls itself.
    private GitCommit? Read(string head)
    {
        var ahead = new Stack<(Commit Commit, bool IsKnown)>();
        Plan(head, ahead);
        while (ahead.TryPop(out var next))
            if (next.IsKnown)
                _known.TryAdd(next.Commit.Sha, CommitOf(next.Commit));
            else if (!_known.ContainsKey(next.Commit.Sha))
            {
                ahead.Push((next.Commit, IsKnown: true));
                foreach (var parent in ParentsOf(next.Commit))
                    Plan(parent, ahead);
            }
        return _known.GetValueOrDefault(head);
    }

    private void Plan(string hash, Stack<(Commit Commit, bool IsKnown)> ahead)
    {
        if (_known.ContainsKey(hash) || _objects.CommitNamed(hash) is not { } commit)
            return;
        if (_planned.Add(hash))
            _budget.Take(1);
        ahead.Push((commit, IsKnown: false));
    }

    private GitCommit CommitOf(Commit commit) =>
        new(
            new(
                commit.Sha,
                TimeOf(() => commit.Author),
                TimeOf(() => commit.Committer),
                Short(NameOf(() => commit.Author)),
                Short(commit.MessageShort)
            ),
            commit.Tree.Sha,
            [.. ParentsOf(commit).Select(_known.GetValueOrDefault).OfType<GitCommit>()]
        );

    private static IEnumerable<string> ParentsOf(Commit commit) => commit.Parents.Select(parent => parent.Sha);

    // A time that no calendar has is in no time.
    private static DateTimeOffset TimeOf(Func<Signature> signature)
    {
        try
        {
            return signature().When;
        }
        catch (Exception impossible) when (impossible is ArgumentException or NullReferenceException)
        {
            return DateTimeOffset.MaxValue;
        }
    }

    private static string NameOf(Func<Signature> signature)
    {
        try
        {
            return $"{signature().Name} <{signature().Email}>";
        }
        catch (Exception impossible) when (impossible is ArgumentException or NullReferenceException)
        {
            return "";
        }
    }

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
