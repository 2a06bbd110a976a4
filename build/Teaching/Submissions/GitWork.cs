namespace Lab.Build.Teaching.Submissions;

/// <summary>Finds in a history which version of a program is graded, and which commits have changed it.</summary>
/// <remarks>
/// A commit has changed a program if the program's bytes differ from those in each of its parents, as git itself sees it:
/// white space and ends of lines are changes, a move to another folder is none, and neither is a merge that takes one
/// side as it is. A commit after which the program is an unchanged starter counts for nothing, whether it brings the
/// starter in or goes back to it.
/// </remarks>
/// <param name="history">The commits.</param>
/// <param name="versions">The versions of the programs.</param>
internal sealed class GitWork(GitHistory history, GitVersions versions)
{
    /// <summary>Reads the program of an exercise.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="window">The time in which the student could work.</param>
    public ReadProgram Read(Exercise exercise, WorkWindow window)
    {
        var graded = Newest(exercise, window.LateUntil);
        var found = versions.Found(graded, exercise);
        var version = versions.In(graded, exercise, found);
        var changes = Changes(exercise, found);
        var program = new SubmittedProgram(exercise)
        {
            IsLate = version is not null && version.Key != VersionInTime(exercise, found, window)?.Key,
            Commit = version is null ? null : Origin(graded, exercise, found).Hash,
            Commits = [.. changes.Where(one => one.Record.CommittedAt <= window.Deadline).Select(one => one.Hash)],
            CommitsTooLate = changes.Count(one => one.Record.CommittedAt > window.LateUntil),
        };
        return ReadProgram.Of(program, found, version, versions.Limits);
    }

    /// <summary>The commits that have changed one of the programs, in time or not, in the order of the history.</summary>
    public IReadOnlyList<GitCommit> Changes(WorkWindow window)
    {
        var changes = Exercise
            .All.SelectMany(exercise => Changes(exercise, versions.Found(Newest(exercise, window.LateUntil), exercise)))
            .ToHashSet();
        return [.. history.Commits.Where(changes.Contains)];
    }

    // Branches that were merged too late have each a last commit in time. The one that has changed the program last counts.
    // Without any, the last commit shows where the programs are.
    private GitCommit Newest(Exercise exercise, DateTimeOffset time) =>
        history.LastBefore(time) is [_, _, ..] several
            ? several
                .OrderByDescending(commit => versions.IsBegun(versions.In(commit, exercise), exercise))
                .ThenByDescending(commit => Origin(commit, exercise).Record.CommittedAt)
                .First()
            : history.LastBefore(time).FirstOrDefault(history.Head);

    private ProgramVersion? VersionInTime(Exercise exercise, FoundProgram found, WorkWindow window) =>
        history.LastBefore(window.Deadline).Count > 0
            ? versions.In(Newest(exercise, window.Deadline), exercise, found)
            : null;

    private List<GitCommit> Changes(Exercise exercise, FoundProgram found) =>
        [
            .. history.Commits.Where(commit =>
                versions.In(commit, exercise, found) is { } version
                && versions.IsBegun(version, exercise)
                && commit.Parents.All(parent => versions.In(parent, exercise, found)?.Key != version.Key)
            ),
        ];

    // The commit that has brought in the version that is in this one.
    private GitCommit Origin(GitCommit commit, Exercise exercise, FoundProgram? found = null)
    {
        var key = versions.In(commit, exercise, found)?.Key;
        while (commit.Parents.FirstOrDefault(parent => versions.In(parent, exercise, found)?.Key == key) is { } same)
            commit = same;
        return commit;
    }
}
