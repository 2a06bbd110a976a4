using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Build.Teaching.Rules;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Teaching.Publishing;

/// <summary>Something that programs of several students have in common: a step, and why it failed.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The step, or <c>compile</c>.</param>
/// <param name="Situation">The situation in which it failed. Null if the program does not compile.</param>
/// <param name="Mistake">The mistake in the program. Null if none is certain.</param>
public sealed record CommonFinding(Exercise Exercise, string Step, Situation? Situation, Mistake? Mistake)
{
    /// <summary>The number of programs.</summary>
    public int Programs { get; init; }

    /// <summary>The name in the first of these programs that the mistake is about. Empty if it needs none.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What the teacher should know about a graded class.</summary>
/// <param name="Students">The students, in the order of the class.</param>
/// <param name="WithoutStudent">The names of the submissions that belong to no student.</param>
public sealed record ClassSummary(ValueList<GradedStudent> Students, ValueList<string> WithoutStudent)
{
    /// <summary>The students whom the rule names, and whom the class lacks.</summary>
    public ValueList<string> Unknown { get; init; } = [];

    /// <summary>The number of programs that ran without a sandbox.</summary>
    public int Unconfined =>
        Students
            .SelectMany(student => student.Results)
            .Count(result => result is { Fault: null, Confinement: Confinement.None, CompilerErrors.Count: 0 });

    /// <summary>The number of students who lack a mark for the defence.</summary>
    public int DefencesOpen => Students.Count(student => student.Grade.Defence.Points is null);

    /// <summary>The summary of a class.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="students">The students, in the order of the class.</param>
    /// <param name="withoutStudent">The names of the submissions that belong to no student.</param>
    public static ClassSummary Of(
        GradingRule rule,
        IEnumerable<GradedStudent> students,
        IEnumerable<string> withoutStudent
    )
    {
        ValueList<GradedStudent> all = [.. students];
        return new(all, [.. withoutStudent])
        {
            Unknown = [.. rule.StudentsNamed.Except(all.Select(student => student.Student.Id))],
        };
    }

    /// <summary>The number of students whose totals are in a state.</summary>
    public int Count(TotalState state) => Students.Count(student => student.Grade.State == state);

    /// <summary>The exercises in some state, with their students.</summary>
    public IEnumerable<(GradedStudent Student, ExerciseGrade Grade)> Exercises(Func<ExerciseGrade, bool> isMeant) =>
        from student in Students
        from grade in student.Grade.Exercises
        where isMeant(grade)
        select (student, grade);

    /// <summary>The students who have handed in nothing that is graded, with the reason.</summary>
    public IEnumerable<(GradedStudent Student, ExerciseState Why)> Missing =>
        from student in Students
        let states = student.Grade.Exercises.Select(grade => grade.State).Where(IsMissing).ToList()
        where states.Count > 0
        select (student, states[0]);

    /// <summary>The commonest findings, each in at least two programs.</summary>
    public IEnumerable<CommonFinding> Commonest =>
        Students
            .SelectMany(student => student.Results)
            .SelectMany(FindingsOf)
            .GroupBy(one => one with { Name = "" })
            .Where(same => same.Count() > 1)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key.Exercise.Id, StringComparer.Ordinal)
            .ThenBy(same => same.Key.Step, StringComparer.Ordinal)
            .Select(same => same.First() with { Programs = same.Count() });

    private static bool IsMissing(ExerciseState state) =>
        state is ExerciseState.NotSubmitted or ExerciseState.Empty or ExerciseState.NothingInTime;

    private static IEnumerable<CommonFinding> FindingsOf(ResultDocument result) =>
        result.Next == ResultDocument.Compile
            ? [new(result.Exercise, ResultDocument.Compile, null, null)]
            : result
                .Steps.Where(step => step.Status == StepStatus.Failed)
                .Select(step => new CommonFinding(result.Exercise, step.Id, step.Situation, step.Passage?.Mistake)
                {
                    Name = step.Passage?.Name ?? "",
                });
}
