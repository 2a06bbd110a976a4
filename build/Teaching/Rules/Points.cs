using Lab.Build.Results;
using Lab.Build.Teaching.Submissions;
using Lab.Harness;

namespace Lab.Build.Teaching.Rules;

/// <summary>Applies the teacher's rule to what a student has handed in, and to the results of its checks.</summary>
/// <param name="rule">The rule.</param>
/// <param name="marks">The marks that the teacher gives.</param>
public sealed class Points(GradingRule rule, Marks marks)
{
    /// <summary>The grade of a student.</summary>
    /// <param name="student">The student.</param>
    /// <param name="work">What the student has handed in. Null for nothing.</param>
    /// <param name="results">The results of the checks. An exercise without one was not checked yet.</param>
    public Grade Of(Student student, SubmittedWork? work, IReadOnlyDictionary<Exercise, ResultDocument> results)
    {
        ExerciseGrade[] grades =
        [
            .. Exercise.All.Select(exercise =>
                OfExercise(student, work, exercise, results.GetValueOrDefault(exercise))
            ),
        ];
        var different = DifferentIn(work);
        return new(
            student,
            [.. WithDifferent(grades, different).Select(grade => grade with { Mark = marks.Of(student, grade.Part) })],
            DefenceOf(student),
            rule.Rounding
        )
        {
            Submission = work?.Name,
            Commits = different,
        };
    }

    private PartGrade DefenceOf(Student student)
    {
        var most = rule.IsExcused(student, GradedPart.Defence) ? 0 : rule.Points.Of(GradedPart.Defence);
        return new(GradedPart.Defence, most)
        {
            // A defence that there are no points for needs no mark.
            Computed = most == 0 ? 0 : null,
            Mark = marks.Of(student, GradedPart.Defence),
        };
    }

    private ExerciseGrade OfExercise(Student student, SubmittedWork? work, Exercise exercise, ResultDocument? result)
    {
        if (rule.IsExcused(student, exercise.Id))
            return new(exercise, ExerciseState.Excused, 0) { Computed = 0 };
        var most = rule.Points.Of(exercise.Id);
        var program = work?.Programs.FirstOrDefault(one => one.Exercise == exercise);
        if (WhyNotChecked(work, program) is { } why)
            return new(exercise, why, most)
            {
                Computed = IsNothing(why) ? 0 : null,
                Commits = program is null ? null : CommitsOf(program)?.Count,
                Seen = program?.Seen ?? [],
            };
        return result switch
        {
            null or { IsPartial: true } => new(exercise, ExerciseState.Pending, most),
            { Fault: { } fault } => new(exercise, ExerciseState.CouldNotCheck, most) { Fault = fault },
            _ => OfChecked(program!, result, most),
        };
    }

    private static ExerciseState? WhyNotChecked(SubmittedWork? work, SubmittedProgram? program) =>
        (work, program) switch
        {
            (null, _) => ExerciseState.NotSubmitted,
            ({ Flaw: SubmissionFlaw.Empty }, _) => ExerciseState.Empty,
            ({ Flaw: SubmissionFlaw.NothingInTime }, _) => ExerciseState.NothingInTime,
            ({ Flaw: SubmissionFlaw.Damaged }, _) => ExerciseState.Damaged,
            ({ Flaw: SubmissionFlaw.TooLarge }, _) => ExerciseState.TooLarge,
            (_, null or { Flaw: ProgramFlaw.NotFound }) => ExerciseState.NotFound,
            (_, { Flaw: ProgramFlaw.Ambiguous }) => ExerciseState.Ambiguous,
            (_, { Flaw: ProgramFlaw.OnlyStarter }) => ExerciseState.OnlyStarter,
            (_, { Flaw: ProgramFlaw.TooLarge }) => ExerciseState.TooLarge,
            (_, { Flaw: ProgramFlaw.NotAFile }) => ExerciseState.NotAFile,
            _ => null,
        };

    private static bool IsNothing(ExerciseState state) =>
        state
            is ExerciseState.NotSubmitted
                or ExerciseState.Empty
                or ExerciseState.NothingInTime
                or ExerciseState.OnlyStarter;

    private ExerciseGrade OfChecked(SubmittedProgram program, ResultDocument result, decimal most)
    {
        var earned = EarnedBy(result, most);
        var commits = CommitsOf(program)?.Count;
        var state =
            commits < rule.Commits.PerExercise ? ExerciseState.TooFewCommits
            // Nothing less than 0 could be decided.
            : commits is null && DemandsCommits && earned > 0 ? ExerciseState.CommitsUnknown
            : ExerciseState.Graded;
        return new(program.Exercise, state, most)
        {
            Computed =
                state == ExerciseState.TooFewCommits ? 0 : earned * (program.IsLate ? rule.Late?.Factor ?? 0 : 1),
            Earned = earned,
            IsLate = program.IsLate,
            Commits = commits,
            Missed = MissedIn(result),
        };
    }

    private bool DemandsCommits => rule.Commits.PerExercise > 0 || rule.Commits.Different > 0;

    private decimal EarnedBy(ResultDocument result, decimal most)
    {
        if (rule.Points.Mode == PointsMode.AllOrNothing)
            return result.Outcome == Outcome.Passed ? most : 0;
        // A program that does not compile has no steps that could pass.
        var passed = result.Steps.Where(step => step.Status == StepStatus.Passed).Sum(step => Weight(result, step));
        return most * passed / result.Exercise.StepIds.Sum(step => rule.Points.WeightOf(result.Exercise, step));
    }

    private decimal Weight(ResultDocument result, StepResult step) => rule.Points.WeightOf(result.Exercise, step.Id);

    private static ValueList<string> MissedIn(ResultDocument result) =>
        result.Next == ResultDocument.Compile
            ? [ResultDocument.Compile]
            : [.. result.Steps.Where(step => step.Status != StepStatus.Passed).Select(step => step.Id)];

    /// <summary>
    /// The commits that count for a program. The version that is graded late has a commit of its own, which is not among
    /// those before the deadline. Null if they are not known.
    /// </summary>
    internal static IReadOnlyList<string>? CommitsOf(SubmittedProgram program) =>
        program is { IsLate: true, Commit: { } late }
            ? program.Commits?.Append(late).Distinct().ToList()
            : program.Commits;

    private static int? DifferentIn(SubmittedWork? work)
    {
        var known = work?.Programs.Select(CommitsOf).OfType<IReadOnlyList<string>>().ToList() ?? [];
        return known.Count == 0 ? null : known.SelectMany(commits => commits).Distinct().Count();
    }

    // One commit for all three programs is one commit, and the practical asks for one for each exercise. So with a third of
    // the commits a third of the exercises counts: those that earn most.
    private IEnumerable<ExerciseGrade> WithDifferent(ExerciseGrade[] grades, int? different)
    {
        if (different is null || different >= rule.Commits.Different)
            return grades;
        var lost = grades
            .Where(grade => grade.Commits is not null && grade.Computed > 0)
            .OrderByDescending(grade => grade.Computed)
            .Skip(different.Value * Exercise.All.Count / rule.Commits.Different)
            .ToList();
        return grades.Select(grade =>
            lost.Contains(grade) ? grade with { State = ExerciseState.TooFewDifferent, Computed = 0 } : grade
        );
    }
}
