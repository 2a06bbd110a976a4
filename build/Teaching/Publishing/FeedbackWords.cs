using Lab.Build.Results;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Teaching.Publishing;

/// <summary>A row of the table of points.</summary>
/// <param name="Part">The name of the part.</param>
/// <param name="Points">The points. A dash if they are not known.</param>
/// <param name="Most">The points that there are.</param>
/// <param name="State">What became of the part.</param>
public sealed record PointsRow(string Part, string Points, string Most, string State);

/// <summary>A row of the table of commits. All of it comes from the student, and is escaped and cut.</summary>
/// <param name="Hash">The first digits of the hash.</param>
/// <param name="Committed">The committer's time.</param>
/// <param name="Authored">The author's time.</param>
/// <param name="Author">The author.</param>
/// <param name="Message">The message.</param>
/// <param name="Counts">The exercises that it counts for.</param>
public sealed record CommitRow(
    string Hash,
    string Committed,
    string Authored,
    string Author,
    string Message,
    string Counts
);

/// <summary>The words of a feedback, for a page and for Markdown. What is for the teacher alone is not among them.</summary>
/// <param name="student">The student.</param>
/// <param name="texts">The language.</param>
public sealed class FeedbackWords(GradedStudent student, Catalogue texts)
{
    private const int HashDigits = 10;
    private const int MostColumns = 120;
    private const int MostCommits = 50;
    private const int MostSeen = 20;
    private const string Unknown = "–";

    private static readonly FeedbackColumn[] _ofPoints =
    [
        FeedbackColumn.Part,
        FeedbackColumn.Points,
        FeedbackColumn.Most,
        FeedbackColumn.State,
    ];
    private static readonly FeedbackColumn[] _ofCommits =
    [
        FeedbackColumn.Commit,
        FeedbackColumn.Committed,
        FeedbackColumn.Authored,
        FeedbackColumn.Author,
        FeedbackColumn.Message,
        FeedbackColumn.Counts,
    ];

    private Grade Grade => student.Grade;

    /// <summary>The student's name.</summary>
    public string Name => Cut(student.Student.Name);

    /// <summary>The total, or why there is none.</summary>
    public string Total =>
        Grade.State == TotalState.Open ? texts.PointsUnknown(Most) : texts.PointsOf(texts.Points(Grade.SoFar), Most);

    /// <summary>What is known about the total.</summary>
    public string TotalExplained => texts.Explained(Grade.State);

    /// <summary>The headings of the table of points.</summary>
    public IEnumerable<string> PointsHeadings => _ofPoints.Select(texts.Heading);

    /// <summary>The table of points.</summary>
    public IReadOnlyList<PointsRow> PointsRows => [.. Grade.Parts.Select(RowOf)];

    /// <summary>What holds for all exercises: the deadline, and how the total is rounded.</summary>
    public IEnumerable<string> General =>
        [
            student.IsExtended ? texts.DeadlineExtended(Deadline) : texts.DeadlineAt(Deadline),
            .. student.Rule.Late is { } late && student.Window.LateUntil > student.Window.Deadline
                ? [texts.LateTaken(Catalogue.Time(student.Window.LateUntil), texts.Points(late.Factor))]
                : Array.Empty<string>(),
            texts.Rounded(Grade.Rounding.Mode, Grade.Rounding.Digits),
            .. OfMark(Grade.Defence, texts.NameOfPart(GradedPart.Defence) + ": "),
        ];

    /// <summary>The headings of the table of commits.</summary>
    public IEnumerable<string> CommitHeadings => _ofCommits.Select(texts.Heading);

    /// <summary>The commits, the oldest first. The newest are kept if there are many.</summary>
    public IReadOnlyList<CommitRow> CommitRows =>
        [.. (student.Work?.Commits ?? []).TakeLast(MostCommits).Select(RowOf)];

    /// <summary>What is to say about the commits as a whole.</summary>
    public IEnumerable<string> OnCommits
    {
        get
        {
            if (student.Work is not { Flaw: null } work)
                yield break;
            if (work.Commits is not { } commits)
            {
                yield return texts.NoGit;
                yield break;
            }
            yield return commits.Count == 0 ? texts.NoCommits : texts.TimesAreClaims;
            yield return texts.CommitsDifferent(Grade.Commits ?? 0, student.Rule.Commits.Different);
            if (commits.Count > MostCommits)
                yield return texts.MoreCommits(commits.Count - MostCommits);
        }
    }

    /// <summary>The points of an exercise, and what became of it.</summary>
    public string PointsOf(ExerciseGrade grade) =>
        grade.State == ExerciseState.Excused ? texts.Label(grade.State)
        : grade.Points is { } points ? texts.PointsOf(texts.Points(points), texts.Points(grade.Most))
        : texts.PointsUnknown(texts.Points(grade.Most));

    /// <summary>What became of an exercise, and what would have earned the rest.</summary>
    public IEnumerable<string> On(ExerciseGrade grade) =>
        [
            texts.Explained(grade.State),
            .. grade.Fault is { } fault ? [texts.CouldNotCheck(fault)] : Array.Empty<string>(),
            .. OfCommits(grade),
            .. OfRest(grade),
            .. OfMark(grade, ""),
        ];

    /// <summary>What the student handed in instead of a program. It comes from the student, and is escaped and cut.</summary>
    public static IReadOnlyList<string> SeenInstead(ExerciseGrade grade) => [.. grade.Seen.Take(MostSeen).Select(Cut)];

    private string Most => texts.Points(Grade.Most);

    private string Deadline => Catalogue.Time(student.Window.Deadline);

    private PointsRow RowOf(PartGrade grade) =>
        new(
            texts.NameOfPart(grade.Part),
            grade.Points is { } points ? texts.Points(points) : Unknown,
            texts.Points(grade.Most),
            grade is ExerciseGrade exercise ? texts.Label(exercise.State)
                : grade.Mark?.Points is not null ? ""
                : grade.Most == 0 ? texts.NotAsked
                : texts.DefenceOpen
        );

    private CommitRow RowOf(CommitRecord commit) =>
        new(
            commit.Hash[..Math.Min(HashDigits, commit.Hash.Length)],
            Catalogue.Time(commit.CommittedAt),
            Catalogue.Time(commit.AuthoredAt),
            Cut(commit.Author),
            Cut(commit.Message),
            string.Join(
                ' ',
                student
                    .Work!.Programs.Where(program => Points.CommitsOf(program)?.Contains(commit.Hash) == true)
                    .Select(program => program.Exercise.Id)
            )
        );

    private IEnumerable<string> OfCommits(ExerciseGrade grade)
    {
        if (grade.Commits is { } commits)
            yield return texts.CommitsOfProgram(commits, student.Rule.Commits.PerExercise);
        var late = student.Work?.Programs.FirstOrDefault(one => one.Exercise == grade.Exercise)?.CommitsTooLate ?? 0;
        if (late > 0)
            yield return texts.CommitsLate(late);
    }

    private IEnumerable<string> OfRest(ExerciseGrade grade)
    {
        if (grade.Earned is not { } earned)
            yield break;
        if (grade.Missed is [ResultDocument.Compile])
            yield return texts.WouldEarnCompiled(texts.Points(grade.Most));
        else if (grade.Missed.Count > 0)
            yield return student.Rule.Points.Mode == PointsMode.AllOrNothing
                ? texts.WouldEarnAll(texts.Points(grade.Most), grade.Missed)
                : texts.RestWasFor(texts.Points(grade.Most - earned), grade.Missed);
        if (earned > 0 && grade.State is ExerciseState.TooFewCommits or ExerciseState.TooFewDifferent)
            yield return texts.WouldEarnCommitted(texts.Points(earned));
        else if (earned > 0 && grade.IsLate)
            yield return texts.KeptOfLate(texts.Points(grade.Computed ?? 0), texts.Points(earned));
    }

    private IEnumerable<string> OfMark(PartGrade grade, string before)
    {
        if (grade.Mark is not { } mark)
            yield break;
        if (mark.Points is { } points)
            yield return before
                + (
                    grade is ExerciseGrade { Computed: { } computed }
                        ? texts.MarkGiven(texts.Points(points), texts.Points(computed))
                        : texts.MarkGivenAlone(texts.Points(points))
                );
        if (mark.Comment.Length > 0)
            yield return before + texts.MarkComment(Quoted.Escape(mark.Comment));
    }

    private static string Cut(string text) => CellRow.Cut(Quoted.Escape(text), MostColumns, '…');
}
