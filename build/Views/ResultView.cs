using System.Globalization;
using Lab.Build.Diagnosing;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>
/// Shows a result for people: the steps, the finding of the first step to mend, and how many steps pass.
/// </summary>
/// <param name="texts">The language.</param>
public sealed class ResultView(Catalogue texts)
{
    private const int MostErrors = 5;
    private const int MostRows = 60;

    /// <summary>Whether the conversation that failed is drawn beside the same one with a right program.</summary>
    public bool DrawsBeside { get; init; }

    /// <summary>Whether every conversation is drawn.</summary>
    public bool DrawsAll { get; init; }

    /// <summary>The whole result.</summary>
    public IRenderable Of(ResultDocument result) =>
        new Rows([
            new Prose(texts.Heading(result), Layout.Heading),
            Layout.Blank,
            .. result.Fault is { } fault ? [CouldNotCheck(fault)]
            : result.CompilerErrors.Count > 0 ? Errors(result)
            : Whole(result),
        ]);

    /// <summary>
    /// The most important part of the result, on one screen: the steps in a line, and the first step to mend.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="news">The improvements, in words. Null if there are none.</param>
    /// <param name="rowsFor">Gives the number of lines that are left below a view. The timeline is cut to fit.</param>
    public IRenderable Brief(ResultDocument result, string? news, Func<IRenderable, int> rowsFor)
    {
        var head = new List<IRenderable>
        {
            new Prose(texts.Heading(result) + (result.IsPartial ? "" : $" · {Time(result)}"), Layout.Heading),
            new Prose(string.Join("  ", result.Steps.Select(step => $"{Mark(step).Mark} {step.Id}"))),
        };
        if (news is not null)
            head.Add(new Prose(news, Layout.Good));
        head.Add(Layout.Blank);
        if (result.Fault is { } fault)
            head.Add(CouldNotCheck(fault));
        else if (result.CompilerErrors.Count > 0)
            head.AddRange(Errors(result, most: 1));
        else if (result.Outcome == Outcome.Passed)
            head.Add(new Prose($"{texts.AllPassed(result)} {texts.Learnt(result.Exercise.Kind)}", Layout.Good));
        else if (result.Steps.FirstOrDefault(step => step.Finding is not null) is { } next)
            head.AddRange(new FindingView(texts).Of(result, next, above => rowsFor(new Rows([.. head, .. above]))));
        return new Rows(head);
    }

    private IEnumerable<IRenderable> Whole(ResultDocument result) =>
        [
            .. Steps(result),
            Layout.Blank,
            .. Notes(result),
            .. GoingFurther(result),
            .. FindingOf(result),
            .. DrawsAll ? Conversations(result) : [],
            HowManyPass(result),
            new Prose(texts.Took(TimeSpan.FromSeconds(result.Seconds), result.Seed), Layout.Faint),
        ];

    private IEnumerable<IRenderable> Steps(ResultDocument result) =>
        result.Steps.Select(step =>
        {
            var (mark, style) = Mark(step);
            var note = step.Status == StepStatus.NotChecked ? $"   ({texts.WhyNot(step)})" : "";
            return StepLine(mark, step.Id, texts.StepTitle(result.Exercise, step.Id) + note, style);
        });

    internal static IRenderable StepLine(string mark, string id, string text, Style style) =>
        Layout.Columns(1, 5).AddRow(new Text(mark, style), new Text(id, style), new Text(text, style));

    private IEnumerable<IRenderable> Notes(ResultDocument result)
    {
        IRenderable[] lines = [.. texts.NotesOn(result).Select(note => new Prose(note, Layout.Faint))];
        return lines.Length > 0 ? [.. lines, Layout.Blank] : [];
    }

    private IEnumerable<IRenderable> GoingFurther(ResultDocument result) =>
        result.Outcome != Outcome.Passed
            ? []
            :
            [
                new Prose(texts.GoingFurther, Layout.Faint),
                .. result
                    .GoingFurther.Where(further => further.Status != StepStatus.NotChecked)
                    .Select(further =>
                        StepLine(
                            further.Status == StepStatus.Passed ? "✓" : "–",
                            "",
                            texts.TitleOf(further.Situation),
                            Layout.Faint
                        )
                    ),
                Layout.Blank,
            ];

    private IEnumerable<IRenderable> FindingOf(ResultDocument result) =>
        result.Steps.FirstOrDefault(step => step.Id == result.Next) is { Finding: not null } next
            ? [.. new FindingView(texts) { DrawsBeside = DrawsBeside }.Of(result, next), Layout.Blank]
            : [];

    private IEnumerable<IRenderable> Conversations(ResultDocument result) =>
        result.Conversations.SelectMany(conversation =>
            new IRenderable[]
            {
                new Prose(texts.ConversationTitle(conversation), Layout.Heading),
                new LadderView(most => Ladder.Of(result, conversation, Math.Min(most, MostRows)), texts),
                Layout.Blank,
            }
        );

    private Prose HowManyPass(ResultDocument result) =>
        new(texts.HowManyPass(result), result.Outcome == Outcome.Passed ? Layout.Good : Style.Plain);

    private Prose CouldNotCheck(Fault fault) => new(texts.CouldNotCheck(fault), Layout.Next);

    internal IEnumerable<IRenderable> Errors(ResultDocument result, int most = MostErrors) =>
        [
            new Prose(texts.DoesNotCompile(result.CompilerErrors.Count), Layout.Bad),
            .. result.CompilerErrors.Take(most).SelectMany(error => Error(error, result.Program.LineOf(error))),
            new Prose(texts.NextCompile, Layout.Next),
        ];

    private static IEnumerable<IRenderable> Error(CompilerError error, string? line) =>
        [
            new Prose($"{error}").Indented(2),
            .. line is null ? [] : new[] { new SourceLine(line, error.Column, length: 1).Indented(4) },
        ];

    /// <summary>The mark of a step's status.</summary>
    internal static string MarkOf(StepResult step) => Mark(step).Mark;

    private static (string Mark, Style Style) Mark(StepResult step) =>
        step.Status switch
        {
            StepStatus.Passed => ("✓", Layout.Good),
            StepStatus.Failed => ("✗", Layout.Bad),
            _ when step.IsUnderWay => ("…", Layout.Faint),
            _ => ("·", Layout.Faint),
        };

    private string Time(ResultDocument result) => texts.Seconds(TimeSpan.FromSeconds(result.Seconds));
}
