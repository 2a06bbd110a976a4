using System.Text;
using Lab.Build.Results;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;

namespace Lab.Build.Teaching.Grading;

/// <summary>Makes everything that comes out of grading from what is in the folder of a class. It runs no program.</summary>
/// <param name="folder">The folder of the class.</param>
/// <param name="rule">The teacher's rule.</param>
/// <param name="marks">The table of the teacher's marks. Null if there is none.</param>
/// <param name="texts">The language for students without one of their own.</param>
internal sealed class ClassPublisher(ClassFolder folder, GradingRule rule, string? marks, Catalogue texts)
{
    private const string GradesFile = "grades.csv";
    private const string PageFile = "feedback.html";
    private const string MarkdownFile = "feedback.md";

    private readonly FeedbackView _feedback = new(texts);

    /// <summary>Writes the grades, and each student's feedback.</summary>
    /// <param name="end">Gives up.</param>
    /// <returns>What the teacher should know.</returns>
    /// <exception cref="RefusedException">The marks cannot be used, or a file cannot be written.</exception>
    public async Task<ClassSummary> Publish(CancellationToken end)
    {
        var record = folder.ReadClass();
        var given = marks is null ? Marks.None : Marks.Read(marks, rule, record.Students);
        var students = await Task.WhenAll(
            record.Graded.Select(student => Task.Run(() => Publish(student, given), end))
        );
        ClassFolder.Write(folder.At(GradesFile), new GradeSheet(rule.Csv).Bytes(students.Select(one => one.Grade)));
        return ClassSummary.Of(rule, students, [.. record.WithoutStudent, .. record.Unclear]) with
        {
            Unknown = [.. rule.StudentsNamed.Except(record.Students.Select(student => student.Id))],
        };
    }

    private GradedStudent Publish(Student student, Marks given)
    {
        var graded = GradedStudent.Of(rule, given, student, folder.ReadWork(student), ResultsOf(student));
        WriteFeedback(graded);
        return InShort(graded);
    }

    private IEnumerable<ResultDocument> ResultsOf(Student student) =>
        Exercise
            .All.Select(exercise => folder.ReadResult(student, exercise))
            .OfType<KeptResult>()
            .Select(kept => kept.Document);

    private void WriteFeedback(GradedStudent student)
    {
        var own = folder.Of(student.Student);
        ClassFolder.Write(Path.Combine(own, PageFile), Encoding.UTF8.GetBytes(_feedback.Html(student)));
        ClassFolder.Write(Path.Combine(own, MarkdownFile), Encoding.UTF8.GetBytes(_feedback.Markdown(student)));
    }

    // The summary needs no conversations, and a large class has many.
    private static GradedStudent InShort(GradedStudent student) =>
        student with
        {
            Results =
            [
                .. student.Results.Select(result =>
                    result with
                    {
                        Conversations = [],
                        Program = result.Program with { Files = [] },
                        Steps = [.. result.Steps.Select(step => step with { Finding = null, Diagnosis = null })],
                    }
                ),
            ],
        };
}
