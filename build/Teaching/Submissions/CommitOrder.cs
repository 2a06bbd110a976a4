namespace Lab.Build.Teaching.Submissions;

/// <summary>Puts commits in order.</summary>
internal static class CommitOrder
{
    /// <summary>
    /// A commit and all before it. Parents come first; of those whose parents are all there, the oldest is next.
    /// </summary>
    public static IReadOnlyList<GitCommit> Of(GitCommit head)
    {
        var children = new Dictionary<GitCommit, List<GitCommit>>();
        var ahead = new Stack<GitCommit>([head]);
        while (ahead.TryPop(out var commit))
            if (children.TryAdd(commit, []))
                foreach (var parent in commit.Parents)
                    ahead.Push(parent);
        foreach (var commit in children.Keys)
        foreach (var parent in commit.Parents.Distinct())
            children[parent].Add(commit);
        return Ordered(children);
    }

    private static List<GitCommit> Ordered(Dictionary<GitCommit, List<GitCommit>> children)
    {
        var missing = children.Keys.ToDictionary(commit => commit, commit => commit.Parents.Distinct().Count());
        var ready = new PriorityQueue<GitCommit, (DateTimeOffset, string)>(
            missing.Where(one => one.Value == 0).Select(one => (one.Key, KeyOf(one.Key)))
        );
        var ordered = new List<GitCommit>();
        while (ready.TryDequeue(out var commit, out _))
        {
            ordered.Add(commit);
            foreach (var child in children[commit].Where(child => --missing[child] == 0))
                ready.Enqueue(child, KeyOf(child));
        }
        return ordered;
    }

    private static (DateTimeOffset, string) KeyOf(GitCommit commit) => (commit.Record.CommittedAt, commit.Hash);
}
