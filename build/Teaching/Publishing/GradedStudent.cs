using Lab.Build.Results;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Harness;

namespace Lab.Build.Teaching.Publishing;

/// <summary>Everything that is known about the work of a student.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Work">What the student has handed in. Null for nothing.</param>
/// <param name="Results">The results of the checks, in the order of the exercises.</param>
/// <param name="Rule">The teacher's rule.</param>
public sealed record GradedStudent(
    Grade Grade,
    SubmittedWork? Work,
    ValueList<ResultDocument> Results,
    GradingRule Rule
)
{
    /// <summary>The student.</summary>
    public Student Student => Grade.Student;

    /// <summary>The time in which the student could work.</summary>
    public WorkWindow Window => Rule.WindowOf(Student);

    /// <summary>Whether the student has a deadline of their own.</summary>
    public bool IsExtended => Rule.IsExtendedFor(Student);

    /// <summary>Applies a rule to the work of a student.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="marks">The teacher's marks.</param>
    /// <param name="student">The student.</param>
    /// <param name="work">What the student has handed in. Null for nothing.</param>
    /// <param name="results">The results of the checks.</param>
    public static GradedStudent Of(
        GradingRule rule,
        Marks marks,
        Student student,
        SubmittedWork? work,
        IEnumerable<ResultDocument> results
    )
    {
        var all = results.ToDictionary(result => result.Exercise);
        return new(
            new Points(rule, marks).Of(student, work, all),
            work,
            [.. Exercise.All.Where(all.ContainsKey).Select(exercise => all[exercise])],
            rule
        );
    }

    /// <summary>The result of the check of an exercise. Null if it was not checked.</summary>
    public ResultDocument? ResultOf(Exercise exercise) => Results.FirstOrDefault(result => result.Exercise == exercise);
}
