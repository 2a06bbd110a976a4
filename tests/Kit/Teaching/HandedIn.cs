using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Harness;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Work that was never handed in, with results that were recorded. No program runs.</summary>
internal static class HandedIn
{
    public const string Deadline = "\"deadline\": \"2026-03-06T23:59+01:00\"";

    public static readonly Student Ana = new("u1", "Ana Núñez") { Email = "ana@example.org" };

    public static readonly IReadOnlyList<ResultDocument> Solutions =
    [
        Recorded.All["Ex1-solution"],
        Recorded.All["Ex2-solution"],
        Recorded.All["Ex3-solution"],
    ];

    /// <summary>A rule as a teacher writes it, with a deadline.</summary>
    public static GradingRule Rule(string members = "") => RuleOf($"{{ {Deadline}, {members} }}");

    public static GradingRule RuleOf(string json)
    {
        using var folder = new TemporaryFolder();
        return GradingRule.Read(folder.Write("grading.json", json));
    }

    /// <summary>A repository in which the commits a, b and c have each changed one program.</summary>
    public static SubmittedWork Repository => RepositoryOf(["a"], ["b"], ["c"]);

    public static SubmittedWork RepositoryOf(params string[][] commits) =>
        new("ana", SubmissionForm.Git)
        {
            Head = "c",
            Programs =
            [
                .. Exercise.All.Zip(
                    commits,
                    (exercise, own) => Program(exercise) with { Commit = own.LastOrDefault(), Commits = [.. own] }
                ),
            ],
            Commits = [.. commits.SelectMany(own => own).Distinct().Select(Commit)],
        };

    public static SubmittedWork Folder =>
        new("ana", SubmissionForm.Folder) { Programs = [.. Exercise.All.Select(Program)] };

    public static CommitRecord Commit(string hash) =>
        new(
            hash,
            new(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(1)),
            new(2026, 3, 1, 10, 5, 0, TimeSpan.FromHours(1)),
            "Ana <ana@example.org>",
            $"work {hash}"
        );

    /// <summary>The same work with another program for an exercise.</summary>
    public static SubmittedWork With(
        this SubmittedWork work,
        Exercise exercise,
        Func<SubmittedProgram, SubmittedProgram> change
    ) =>
        work with
        {
            Programs = [.. work.Programs.Select(program => program.Exercise == exercise ? change(program) : program)],
        };

    public static GradedStudent Graded(
        GradingRule? rule = null,
        SubmittedWork? work = null,
        IEnumerable<ResultDocument>? results = null,
        Student? student = null,
        Marks? marks = null
    ) => GradedStudent.Of(rule ?? Rule(), marks ?? Marks.None, student ?? Ana, work, results ?? Solutions);

    private static SubmittedProgram Program(Exercise exercise) =>
        new(exercise)
        {
            Path = $"exercises/{exercise.Folder}/Program.cs",
            Files = [new("Program.cs", new string('0', 64))],
        };
}
