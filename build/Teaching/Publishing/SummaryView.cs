using Lab.Build.Results;
using Lab.Build.Teaching.Rules;
using Lab.Build.Texts;
using Lab.Build.Views;
using Spectre.Console.Rendering;

namespace Lab.Build.Teaching.Publishing;

/// <summary>Shows the teacher how a class was graded. A part that has nothing to say is left out.</summary>
/// <param name="texts">The language.</param>
public sealed class SummaryView(Catalogue texts)
{
    private const int MostFindings = 5;
    private const int HashDigits = 10;
    private const int Indent = 2;

    /// <summary>The greatest number of lines in a part.</summary>
    public int MostLines { get; init; } = 20;

    /// <summary>The whole summary.</summary>
    public IRenderable Of(ClassSummary summary) =>
        new Spectre.Console.Rows([
            new Prose(
                texts.ClassInNumbers(
                    summary.Students.Count,
                    summary.Count(TotalState.Final),
                    summary.Count(TotalState.Provisional),
                    summary.Count(TotalState.Open),
                    summary.Count(TotalState.Excused)
                ),
                Layout.Heading
            ),
            .. summary.DefencesOpen > 0 ? Line(texts.DefencesOpen(summary.DefencesOpen)) : [],
            .. summary.Unconfined > 0 ? Line(texts.RanUnconfined(summary.Unconfined)) : [],
            .. Part(SummaryPart.NotGradable, NotGradable(summary)),
            .. Part(SummaryPart.ToDecide, ByStudent(summary, IsToDecide, grade => grade.Exercise.Id)),
            .. Part(SummaryPart.Missing, summary.Missing.Select(one => $"{Name(one.Student)}: {texts.Label(one.Why)}")),
            .. Part(SummaryPart.Late, ByStudent(summary, grade => grade.IsLate, grade => grade.Exercise.Id)),
            .. Part(SummaryPart.WithoutStudent, summary.WithoutStudent.Select(Quoted.Escape)),
            .. Part(SummaryPart.Unknown, summary.Unknown.Select(Quoted.Escape)),
            .. Part(SummaryPart.Odd, summary.Students.SelectMany(Oddities)),
            .. Part(SummaryPart.Commonest, summary.Commonest.Take(MostFindings).Select(Finding)),
        ]);

    private static IEnumerable<IRenderable> Line(string text) => [new Prose(text, Layout.Next)];

    private IEnumerable<IRenderable> Part(SummaryPart part, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
            return [];
        var more = all.Length - MostLines;
        return
        [
            Layout.Blank,
            new Prose(texts.Heading(part), Layout.Heading),
            .. all.Take(MostLines).Append(more > 0 ? texts.AndMore(more) : null).OfType<string>().Select(Indented),
        ];
    }

    private static IRenderable Indented(string line) => new Prose(line).Indented(Indent);

    private IEnumerable<string> NotGradable(ClassSummary summary) =>
        ByStudent(
            summary,
            grade => grade.Points is null,
            grade =>
                $"{grade.Exercise.Id} {(grade.Fault is { } fault ? texts.Reason(fault) : texts.Label(grade.State))}"
        );

    private static bool IsToDecide(ExerciseGrade grade) =>
        grade is { State: ExerciseState.CommitsUnknown, NeedsDecision: true };

    private static IEnumerable<string> ByStudent(
        ClassSummary summary,
        Func<ExerciseGrade, bool> isMeant,
        Func<ExerciseGrade, string> words
    ) =>
        summary
            .Exercises(isMeant)
            .GroupBy(one => one.Student, one => words(one.Grade))
            .Select(one => $"{Name(one.Key)}: {string.Join("; ", one)}");

    private IEnumerable<string> Oddities(GradedStudent student) =>
        (student.Work?.Oddities ?? []).Select(odd =>
            $"{Name(student)}: {string.Join(", ", odd.Commits.Select(Short).Append(texts.Odd(odd.Kind)))}"
        );

    private static string Short(string hash) => hash[..Math.Min(HashDigits, hash.Length)];

    private string Finding(CommonFinding finding)
    {
        var where = finding.Situation is { } situation ? $" · {texts.TitleOf(situation)}" : "";
        var why = finding.Mistake is { } mistake ? $": {texts.Explained(mistake, finding.Name)}" : "";
        var step = finding.Step == ResultDocument.Compile ? "" : $"{finding.Step} ";
        return $"{texts.Programs(finding.Programs)} {finding.Exercise.Id} {step}{texts.StepTitle(finding.Exercise, finding.Step)}{where}{why}";
    }

    // Two students may have the same name.
    private static string Name(GradedStudent student) =>
        student.Student.Name == student.Student.Id
            ? Quoted.Escape(student.Student.Id)
            : Quoted.Escape($"{student.Student.Name} ({student.Student.Id})");
}
