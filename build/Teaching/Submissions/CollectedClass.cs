namespace Lab.Build.Teaching.Submissions;

/// <summary>What a collection has seen of a class.</summary>
/// <param name="Repositories">The number of git repositories.</param>
/// <param name="NewHeads">The number of repositories whose last commit no earlier collection saw as the last one.</param>
/// <param name="NewCommits">The number of commits that no earlier collection saw.</param>
/// <param name="Rewritten">The names of the submissions that have lost commits which an earlier collection saw.</param>
/// <param name="WithoutGit">The names of the submissions without git.</param>
/// <param name="NotRead">The names of the submissions that cannot be read.</param>
public sealed record CollectedClass(
    int Repositories,
    int NewHeads,
    int NewCommits,
    IReadOnlyList<string> Rewritten,
    IReadOnlyList<string> WithoutGit,
    IReadOnlyList<string> NotRead
)
{
    private static readonly WorkWindow _always = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);

    /// <summary>Looks at all submissions now.</summary>
    /// <param name="submissions">The submissions.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="before">What earlier collections have seen.</param>
    /// <param name="now">The time of this collection.</param>
    /// <param name="end">Cancels the work.</param>
    public static (CollectedClass Class, Witnesses Seen) Of(
        IReadOnlyList<Submission> submissions,
        SubmissionReader reader,
        Witnesses before,
        DateTimeOffset now,
        CancellationToken end
    )
    {
        var (all, seen) = (new CollectedClass(0, 0, 0, [], [], []), before);
        foreach (var submission in submissions)
        {
            end.ThrowIfCancellationRequested();
            var read = reader.Read(submission, _always);
            var known = before[submission.Name] ?? new(submission.Name);
            all = all.With(read, known);
            if (IsWitnessed(read.Work))
                seen = seen.With(known.Seen(read.Work, now));
        }
        return (all, seen);
    }

    // What cannot be read was not looked at: that it is not seen tells nothing.
    private static bool IsWitnessed(SubmittedWork work) =>
        work is { Form: SubmissionForm.Git, Flaw: null or SubmissionFlaw.Empty };

    private CollectedClass With(ReadWork read, WitnessedSubmission known)
    {
        var work = read.Work;
        if (work.Flaw is not (null or SubmissionFlaw.Empty))
            return this with { NotRead = [.. NotRead, work.Name] };
        if (work.Form != SubmissionForm.Git)
            return this with { WithoutGit = [.. WithoutGit, work.Name] };
        return this with
        {
            Repositories = Repositories + 1,
            NewHeads = NewHeads + (work.Head is { } head && known.Heads.All(seen => seen.Commit != head) ? 1 : 0),
            NewCommits = NewCommits + (work.Commits?.Count(commit => known.SeenAt(commit.Hash) is null) ?? 0),
            Rewritten = known.Gone(read.Reachable).Any() ? [.. Rewritten, work.Name] : Rewritten,
        };
    }
}
