using Lab.Build.Teaching.Submissions;
using Lab.Harness;

namespace Lab.Build.Teaching.Grading;

/// <summary>Who is in a class, and who has handed in what: the same in every part of the class.</summary>
/// <param name="Schema">The version of the format.</param>
/// <param name="Students">The students, in the order of the class.</param>
/// <param name="WithoutStudent">The names of the submissions that belong to no student.</param>
/// <param name="Unclear">The names of the submissions that may belong to several students.</param>
public sealed record ClassRecord(
    string Schema,
    ValueList<Student> Students,
    ValueList<string> WithoutStudent,
    ValueList<string> Unclear
)
{
    /// <summary>The version of the format.</summary>
    public const string Version = "lab/class/v1";

    /// <summary>The part of the class that was graded.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>The students of the part that was graded.</summary>
    public IEnumerable<Student> Graded => Students.Where(Shard.Has);

    /// <summary>The record of a class.</summary>
    public static ClassRecord Of(ClassList list) =>
        new(
            Version,
            [.. list.Students.Select(handed => handed.Student)],
            [.. list.WithoutStudent.Select(submission => submission.Name)],
            [.. list.Unclear.SelectMany(match => match.Submissions).Select(submission => submission.Name).Distinct()]
        );
}
