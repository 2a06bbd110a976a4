using LibGit2Sharp;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Reads what students have handed in. Nothing of theirs runs, and nothing outside of a submission is read.</summary>
/// <param name="others">Where programs in other languages are, by exercise.</param>
/// <param name="limits">How much is read.</param>
public sealed class SubmissionReader(IReadOnlyDictionary<Exercise, OtherLanguage> others, SubmissionLimits limits)
{
    private const string Branches = "refs/heads/";
    private const string RemoteBranches = "refs/remotes/";

    /// <summary>Reads programs in C#, with the usual limits.</summary>
    public SubmissionReader()
        : this(new Dictionary<Exercise, OtherLanguage>(), SubmissionLimits.Default) { }

    /// <summary>Reads a submission. Whatever is wrong with it is told in the result.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="window">The time in which the student could work.</param>
    /// <param name="witnessed">What collections have seen of it. Null if none did.</param>
    public ReadWork Read(Submission submission, WorkWindow window, WitnessedSubmission? witnessed = null)
    {
        var work = new SubmittedWork(
            submission.Name,
            Directory.Exists(submission.Path) ? SubmissionForm.Folder : SubmissionForm.Zip
        );
        try
        {
            using var opened = new OpenedSubmission(submission.Path, limits);
            work = work with { Form = opened.Form };
            if (GitFolder.In(opened.Files) is not { } git)
                return ReadPlain(work, opened.Files);
            work = work with { Form = SubmissionForm.Git };
            return ReadGit(work, git, window, witnessed);
        }
        catch (Exception wrong) when (FlawOf(wrong) is not null)
        {
            return ReadWork.Of(work with { Flaw = FlawOf(wrong) });
        }
    }

    private static SubmissionFlaw? FlawOf(Exception wrong) =>
        wrong switch
        {
            TooLargeException => SubmissionFlaw.TooLarge,
            DamagedException or LibGit2SharpException or InvalidDataException or EndOfStreamException =>
                SubmissionFlaw.Damaged,
            IOException or UnauthorizedAccessException => SubmissionFlaw.Unreadable,
            _ => null,
        };

    private ReadWork ReadPlain(SubmittedWork work, IReadOnlyList<TreeFile> files)
    {
        if (files.Count == 0)
            return ReadWork.Of(work with { Flaw = SubmissionFlaw.Empty });
        var found = ProgramFinder.Find(files, others, limits);
        return ReadWork.Of(work, [.. Exercise.All.Select(exercise => ReadPlain(exercise, found[exercise], files))]);
    }

    private ReadProgram ReadPlain(Exercise exercise, FoundProgram found, IReadOnlyList<TreeFile> files) =>
        ReadProgram.Of(
            new(exercise),
            found,
            ProgramVersion.Of(found, files, others.GetValueOrDefault(exercise)),
            limits
        );

    private ReadWork ReadGit(SubmittedWork work, GitFolder git, WorkWindow window, WitnessedSubmission? witnessed)
    {
        if (git.HeadCommit() is not { } head)
            return ReadWork.Of(work with { Flaw = SubmissionFlaw.Empty });
        using var objects = new GitObjects(git, limits);
        var history = new GitHistory(objects, head, BranchesOf(git), limits);
        var graded = new GitWork(history, new GitVersions(objects, others, limits));
        var changes = graded.Changes(window);
        work = work with
        {
            Head = head,
            Commits = [.. changes.Select(change => witnessed.Add(change.Record))],
            Oddities = Oddity.In(history, changes, window, witnessed),
        };
        var read =
            history.LastBefore(window.LateUntil).Count > 0
                ? ReadWork.Of(work, [.. Exercise.All.Select(exercise => graded.Read(exercise, window))])
                : ReadWork.Of(work with { Flaw = SubmissionFlaw.NothingInTime });
        return read with { Reachable = history.Reachable };
    }

    private static IEnumerable<string> BranchesOf(GitFolder git) =>
        git.References()
            .Where(one =>
                one.Key.StartsWith(Branches, StringComparison.Ordinal)
                || one.Key.StartsWith(RemoteBranches, StringComparison.Ordinal)
            )
            .Select(one => one.Value);
}
