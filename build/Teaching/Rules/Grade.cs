using Lab.Build.Diagnosing;
using Lab.Build.Teaching.Submissions;
using Lab.Harness;

namespace Lab.Build.Teaching.Rules;

/// <summary>What became of an exercise. Only some of these states have points.</summary>
public enum ExerciseState
{
    /// <summary>The program was checked, and its points are known.</summary>
    Graded,

    /// <summary>The program was checked, and the teacher decides about the commits: without git nobody knows them.</summary>
    CommitsUnknown,

    /// <summary>The program earns nothing, because too few commits have changed it.</summary>
    TooFewCommits,

    /// <summary>The program earns nothing, because too few different commits have changed all programs together.</summary>
    TooFewDifferent,

    /// <summary>Nobody has changed the starter. It earns nothing.</summary>
    OnlyStarter,

    /// <summary>The student has handed in nothing. It earns nothing.</summary>
    NotSubmitted,

    /// <summary>The submission is empty. It earns nothing.</summary>
    Empty,

    /// <summary>Everything came after the deadline. It earns nothing.</summary>
    NothingInTime,

    /// <summary>The student is excused. There are no points to earn.</summary>
    Excused,

    /// <summary>The program was not checked yet.</summary>
    Pending,

    /// <summary>No program was found. The teacher decides.</summary>
    NotFound,

    /// <summary>Several programs could be the one. The teacher decides.</summary>
    Ambiguous,

    /// <summary>The program is no regular file. The teacher decides.</summary>
    NotAFile,

    /// <summary>The program or the submission is larger than the kit reads. The teacher decides.</summary>
    TooLarge,

    /// <summary>The submission is damaged. The teacher decides.</summary>
    Damaged,

    /// <summary>The check could not be done. The teacher decides.</summary>
    CouldNotCheck,
}

/// <summary>What is known about a total.</summary>
public enum TotalState
{
    /// <summary>Everything is known.</summary>
    Final,

    /// <summary>The defence has no mark yet, or the teacher has not decided about commits that nobody knows.</summary>
    Provisional,

    /// <summary>The points of an exercise are not known, so there is no total.</summary>
    Open,

    /// <summary>The student is excused from everything.</summary>
    Excused,
}

/// <summary>The grade of a part: what the rule gives, and what the teacher gives.</summary>
/// <param name="Part">The part: see <see cref="GradedPart"/>.</param>
/// <param name="Most">The points that there are. 0 if the student is excused.</param>
public record PartGrade(string Part, decimal Most)
{
    /// <summary>The points that the rule gives, not rounded. Null if they are not known, which is not 0.</summary>
    public decimal? Computed { get; init; }

    /// <summary>The teacher's mark. Null if there is none.</summary>
    public TeachersMark? Mark { get; init; }

    /// <summary>The points that count: the teacher's, else the computed ones. Null if they are not known.</summary>
    public decimal? Points => Mark?.Points ?? Computed;
}

/// <summary>The grade of an exercise.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="State">What became of it.</param>
/// <param name="Most">The points that there are. 0 if the student is excused.</param>
public sealed record ExerciseGrade(Exercise Exercise, ExerciseState State, decimal Most) : PartGrade(Exercise.Id, Most)
{
    /// <summary>
    /// The points that the program earned, before late work or missing commits took any. Null if it was not checked.
    /// </summary>
    public decimal? Earned { get; init; }

    /// <summary>Whether the version that was graded came late.</summary>
    public bool IsLate { get; init; }

    /// <summary>The number of commits that have changed the program. Null if it is not known.</summary>
    public int? Commits { get; init; }

    /// <summary>The steps that did not pass, or <c>compile</c>. Empty if it was not checked.</summary>
    public ValueList<string> Missed { get; init; } = [];

    /// <summary>The reason why the check could not be done. Only with that state.</summary>
    public Fault? Fault { get; init; }

    /// <summary>What was found instead of a program.</summary>
    public ValueList<string> Seen { get; init; } = [];

    /// <summary>Whether the teacher has to decide something that no mark decides yet.</summary>
    public bool NeedsDecision => Points is null || (State == ExerciseState.CommitsUnknown && Mark?.Points is null);
}

/// <summary>The grade of a student.</summary>
/// <param name="Student">The student.</param>
/// <param name="Exercises">The grades of the exercises, in order.</param>
/// <param name="Defence">The grade of the defence. Its points are not known without a mark.</param>
/// <param name="Rounding">How the total is rounded.</param>
public sealed record Grade(Student Student, ValueList<ExerciseGrade> Exercises, PartGrade Defence, Rounding Rounding)
{
    /// <summary>The name of the submission. Null if there is none.</summary>
    public string? Submission { get; init; }

    /// <summary>The number of different commits that have changed a program. Null if it is not known.</summary>
    public int? Commits { get; init; }

    /// <summary>All parts, in order.</summary>
    public IReadOnlyList<PartGrade> Parts => [.. Exercises, Defence];

    /// <summary>The points that there are. An excused part has none.</summary>
    public decimal Most => Parts.Sum(part => part.Most);

    /// <summary>The points that are known, rounded once.</summary>
    public decimal SoFar => Rounding.Apply(Parts.Sum(part => part.Points ?? 0));

    /// <summary>What is known about the total.</summary>
    public TotalState State =>
        Most == 0 && Parts.All(part => part.Mark?.Points is null) ? TotalState.Excused
        : Exercises.Any(exercise => exercise.Points is null) ? TotalState.Open
        : Defence.Points is null || Exercises.Any(exercise => exercise.NeedsDecision) ? TotalState.Provisional
        : TotalState.Final;

    /// <summary>The total. Null if there is none: see <see cref="State"/>.</summary>
    public decimal? Total => State is TotalState.Open or TotalState.Excused ? null : SoFar;
}
