using Lab.Build.Teaching.Submissions;
using Lab.Harness;

namespace Lab.Build.Teaching.Rules;

/// <summary>The teacher's rule for a class: when work is handed in, and what it earns.</summary>
public sealed record GradingRule
{
    /// <summary>The practical's own rule, as far as it goes: it has no deadline.</summary>
    public static GradingRule Default { get; } = RuleFile.ReadText(RuleFile.DefaultText, "grading.default.json");

    /// <summary>The last moment that is in time. Null if the teacher has not set it yet.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The time when the assignment was given out. Null if the teacher does not say.</summary>
    public DateTimeOffset? GivenOut { get; init; }

    /// <summary>The deadlines of single students.</summary>
    public ValueList<Extension> Extensions { get; init; } = [];

    /// <summary>What late work earns. Null if it earns nothing.</summary>
    public LateRule? Late { get; init; }

    /// <summary>The points that there are.</summary>
    public required PointsRule Points { get; init; }

    /// <summary>The commits that are demanded.</summary>
    public required CommitsRule Commits { get; init; }

    /// <summary>Who is excused, and from what.</summary>
    public ValueList<Excuse> Excused { get; init; } = [];

    /// <summary>How a total is rounded.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>How programs in other languages are found, built and started.</summary>
    public ValueList<ProgramRule> Programs { get; init; } = [];

    /// <summary>The form of <c>grades.csv</c>.</summary>
    public required CsvForm Csv { get; init; }

    /// <summary>The ids of all students whom the rule names.</summary>
    public IEnumerable<string> StudentsNamed =>
        Extensions.Select(one => one.Student).Concat(Excused.Select(one => one.Student)).Distinct();

    /// <summary>Reads a rule. What it does not say is as in <see cref="Default"/>.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <exception cref="RefusedException">There is no such file, or it is no rule.</exception>
    public static GradingRule Read(string path) => RuleFile.Read(path);

    /// <summary>Writes the practical's own rule to a new file.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <exception cref="RefusedException">There is a file already, or it cannot be written.</exception>
    public static void WriteDefault(string path) => RuleFile.WriteDefault(path);

    /// <summary>This rule, which must have a deadline.</summary>
    /// <param name="path">The file that it was read from. Null if none was named.</param>
    /// <exception cref="RefusedException">It has no deadline.</exception>
    public GradingRule DemandDeadline(string? path) =>
        Deadline is null ? throw new RefusedException(new RuleRefusal.NoDeadline(path ?? RuleFile.UsualName)) : this;

    /// <summary>The time in which a student could work.</summary>
    /// <exception cref="RefusedException">The rule has no deadline.</exception>
    public WorkWindow WindowOf(Student student)
    {
        var deadline =
            Extensions.FirstOrDefault(one => one.Student == student.Id)?.Deadline
            ?? DemandDeadline(null).Deadline!.Value;
        return new(deadline, Late is { Until: var until } && until > deadline ? until : deadline)
        {
            GivenOut = GivenOut,
        };
    }

    /// <summary>Whether a student has a deadline of their own.</summary>
    public bool IsExtendedFor(Student student) => Extensions.Any(one => one.Student == student.Id);

    /// <summary>Whether a student is excused from a part.</summary>
    /// <param name="student">The student.</param>
    /// <param name="part">The part: see <see cref="GradedPart"/>.</param>
    public bool IsExcused(Student student, string part) =>
        Excused.Any(one => one.Student == student.Id && (one.Part ?? part) == part);
}

/// <summary>The parts that share out the points: the exercises, by their ids, and the defence.</summary>
public static class GradedPart
{
    /// <summary>The oral defence.</summary>
    public const string Defence = "defence";

    /// <summary>All parts, in order.</summary>
    public static readonly IReadOnlyList<string> All = [.. Exercise.All.Select(exercise => exercise.Id), Defence];
}

/// <summary>The deadline of a single student.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Deadline">The last moment that is in time.</param>
public sealed record Extension(string Student, DateTimeOffset Deadline);

/// <summary>What late work earns.</summary>
/// <param name="Until">The last moment at which late work is taken.</param>
/// <param name="Factor">The part of the points that late work keeps, from 0 to 1.</param>
public sealed record LateRule(DateTimeOffset Until, decimal Factor);

/// <summary>How the steps of an exercise make its points.</summary>
public enum PointsMode
{
    /// <summary>An exercise earns its points if every step passes, else nothing.</summary>
    AllOrNothing,

    /// <summary>Each step that passes earns its share of the points.</summary>
    BySteps,
}

/// <summary>The points that there are.</summary>
/// <param name="Parts">The points of each part. Their sum is the total.</param>
/// <param name="Mode">How the steps of an exercise make its points.</param>
public sealed record PointsRule(ValueList<PartPoints> Parts, PointsMode Mode)
{
    /// <summary>The weights of steps. A step that has none here weighs 1.</summary>
    public ValueList<StepWeight> Weights { get; init; } = [];

    /// <summary>The points of all parts together.</summary>
    public decimal Total => Parts.Sum(part => part.Points);

    /// <summary>The points of a part: see <see cref="GradedPart"/>.</summary>
    public decimal Of(string part) => Parts.Single(one => one.Part == part).Points;

    /// <summary>The weight of a step.</summary>
    public decimal WeightOf(Exercise exercise, string step) =>
        Weights.FirstOrDefault(one => one.Exercise == exercise && one.Step == step)?.Weight ?? 1;
}

/// <summary>The points of a part.</summary>
/// <param name="Part">The part: see <see cref="GradedPart"/>.</param>
/// <param name="Points">Its points.</param>
public sealed record PartPoints(string Part, decimal Points);

/// <summary>The weight of a step.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Weight">Its weight among the steps of the exercise.</param>
public sealed record StepWeight(Exercise Exercise, string Step, decimal Weight);

/// <summary>The commits that are demanded.</summary>
/// <param name="PerExercise">The number of commits that change the program of an exercise.</param>
/// <param name="Different">The number of different commits over all exercises.</param>
public sealed record CommitsRule(int PerExercise, int Different);

/// <summary>A student who is excused.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Part">The part that the student is excused from. Null for everything.</param>
public sealed record Excuse(string Student, string? Part);

/// <summary>What happens to half of the last digit.</summary>
public enum RoundingMode
{
    /// <summary>A half is rounded up.</summary>
    HalfUp,

    /// <summary>A half is rounded to the even digit.</summary>
    HalfEven,
}

/// <summary>How a total is rounded. It is rounded once, and what makes it is not.</summary>
/// <param name="Digits">The number of digits behind the decimal point.</param>
/// <param name="Mode">What happens to half of the last digit.</param>
public sealed record Rounding(int Digits, RoundingMode Mode)
{
    /// <summary>Rounds points, which are never negative.</summary>
    public decimal Apply(decimal points) =>
        Math.Round(
            points,
            Digits,
            Mode == RoundingMode.HalfUp ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven
        );
}

/// <summary>How programs in another language are found, built and started.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Start">The command that starts the program. The arguments of the exercise follow it.</param>
/// <param name="Files">The patterns of its files.</param>
public sealed record ProgramRule(Exercise Exercise, string Start, ValueList<string> Files)
{
    /// <summary>The command that builds the program. Null if it needs none.</summary>
    public string? Build { get; init; }
}

/// <summary>The form of <c>grades.csv</c>.</summary>
/// <param name="HasComma">Whether numbers have a decimal comma, instead of a point.</param>
/// <param name="Separator">The sign between two columns.</param>
public sealed record CsvForm(bool HasComma, char Separator);
