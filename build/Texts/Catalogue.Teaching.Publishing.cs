using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Texts;

// The phrases of what comes out of grading: the feedback for a student, and the summary for the teacher.
public abstract partial class Catalogue
{
    /// <summary>Points as a number.</summary>
    public string Points(decimal points) => PointsText.Of(points, Culture.NumberFormat.NumberDecimalSeparator[0]);

    /// <summary>The name of a part of the grade.</summary>
    /// <param name="part">The part: see <see cref="GradedPart"/>.</param>
    public string NameOfPart(string part) =>
        Exercise.All.FirstOrDefault(exercise => exercise.Id == part) is { } exercise
            ? $"{exercise.Id} · {Name(exercise)}"
            : DefenceName;

    /// <summary>The oral defence.</summary>
    public abstract string DefenceName { get; }

    // The feedback

    /// <summary>The heading of a part of a feedback page.</summary>
    public abstract string Heading(FeedbackPart part);

    /// <summary>The heading of a column of a feedback page.</summary>
    public abstract string Heading(FeedbackColumn column);

    /// <summary>Points of those that there are.</summary>
    public abstract string PointsOf(string points, string most);

    /// <summary>Points are not known yet.</summary>
    public abstract string PointsUnknown(string most);

    /// <summary>What is known about a total, for the student.</summary>
    public abstract string Explained(TotalState state);

    /// <summary>What became of an exercise, in a few words.</summary>
    public abstract string Label(ExerciseState state);

    /// <summary>What became of an exercise, for the student.</summary>
    public abstract string Explained(ExerciseState state);

    /// <summary>The defence has no mark yet.</summary>
    public abstract string DefenceOpen { get; }

    /// <summary>Nobody asks a student for a part.</summary>
    public abstract string NotAsked { get; }

    /// <summary>The teacher gave these points, and the rule others.</summary>
    public abstract string MarkGiven(string points, string computed);

    /// <summary>The teacher gave these points.</summary>
    public abstract string MarkGivenAlone(string points);

    /// <summary>The teacher's comment.</summary>
    public abstract string MarkComment(string comment);

    /// <summary>Late work keeps only some of the points that it has earned.</summary>
    public abstract string KeptOfLate(string kept, string earned);

    /// <summary>An exercise would earn these points if some steps passed.</summary>
    public abstract string WouldEarnAll(string most, IReadOnlyList<string> steps);

    /// <summary>The rest of the points was for some steps.</summary>
    public abstract string RestWasFor(string rest, IReadOnlyList<string> steps);

    /// <summary>An exercise would earn points if its program compiled.</summary>
    public abstract string WouldEarnCompiled(string most);

    /// <summary>An exercise would have earned these points with enough commits.</summary>
    public abstract string WouldEarnCommitted(string earned);

    /// <summary>The number of commits that have changed a program, and the number that is demanded.</summary>
    public abstract string CommitsOfProgram(int found, int demanded);

    /// <summary>The number of different commits, and the number that is demanded.</summary>
    public abstract string CommitsDifferent(int found, int demanded);

    /// <summary>Some commits came too late.</summary>
    public abstract string CommitsLate(int commits);

    /// <summary>What follows was found instead of a program.</summary>
    public abstract string SeenInstead { get; }

    /// <summary>How the total is rounded.</summary>
    public abstract string Rounded(RoundingMode mode, int digits);

    /// <summary>The deadline.</summary>
    public abstract string DeadlineAt(string time);

    /// <summary>The student's own deadline.</summary>
    public abstract string DeadlineExtended(string time);

    /// <summary>Late work is taken until a time, and keeps a part of its points.</summary>
    public abstract string LateTaken(string time, string factor);

    /// <summary>The commits are not known.</summary>
    public abstract string NoGit { get; }

    /// <summary>No commit has changed a program.</summary>
    public abstract string NoCommits { get; }

    /// <summary>The times of commits are what their authors claim.</summary>
    public abstract string TimesAreClaims { get; }

    /// <summary>Commits are left out.</summary>
    public abstract string MoreCommits(int commits);

    // The summary

    /// <summary>The heading of a part of the summary.</summary>
    public abstract string Heading(SummaryPart part);

    /// <summary>The numbers of students whose totals are final, provisional, open, and who are excused.</summary>
    public abstract string ClassInNumbers(int students, int final, int provisional, int open, int excused);

    /// <summary>The number of students without a mark for the defence.</summary>
    public abstract string DefencesOpen(int students);

    /// <summary>Programs ran without a sandbox.</summary>
    public abstract string RanUnconfined(int programs);

    /// <summary>A number of programs with the same finding.</summary>
    public abstract string Programs(int programs);

    /// <summary>Things are left out.</summary>
    public abstract string AndMore(int more);

    /// <summary>Something odd about commits, for the teacher.</summary>
    public abstract string Odd(OddityKind kind);
}
