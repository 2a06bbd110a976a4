using Lab.Build.Diagnosing;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>
/// Shows the finding of a step that failed: the observation, the expectation, what to do, and the timeline.
/// </summary>
/// <param name="texts">The language.</param>
internal sealed class FindingView(Catalogue texts)
{
    private const int Indent = 6;
    private const int MostLines = 24;

    /// <summary>Whether the same conversation with a right program is drawn too.</summary>
    public bool DrawsBeside { get; init; }

    // The column is one blank wider than the longest label.
    private int LabelWidth =>
        Enum.GetValues<RowKind>()
            .Select(texts.Label)
            .Append(texts.ObservedLabel)
            .Append(texts.PrintedLabel)
            .Max(label => label.Length) + 1;

    /// <summary>The parts of the view, one below the other.</summary>
    /// <param name="result">The result.</param>
    /// <param name="step">The step.</param>
    /// <param name="rowsFor">
    /// Gives the number of lines that are left for the timeline below this view. Null for no limit.
    /// </param>
    public IEnumerable<IRenderable> Of(
        ResultDocument result,
        StepResult step,
        Func<IEnumerable<IRenderable>, int>? rowsFor = null
    )
    {
        var explanation = Explanation.Of(result, step, texts);
        IRenderable[] words =
        [
            ResultView.StepLine(
                "✗",
                step.Id,
                $"{texts.StepTitle(result.Exercise, step.Id)} · {texts.TitleOf(step.Situation!.Value)}",
                Layout.Bad
            ),
            new Rows(Words(result, step, explanation)).Indented(Indent),
        ];
        var lines = Math.Min(MostLines, rowsFor?.Invoke(words) ?? MostLines);
        return lines < LadderView.LeastLines ? words : [.. words, Ladder(result, step, explanation, lines)];
    }

    private IRenderable Ladder(ResultDocument result, StepResult step, Explanation explanation, int lines) =>
        DrawsBeside && Beside.Of(result, step) is { } beside
            ? new BesideView(beside, texts) { MostLines = lines, Failure = explanation.Failure }
            : new LadderView(most => Drawing.Ladder.Of(step, result.Exercise.Role, most), texts)
            {
                MostLines = lines,
                Failure = explanation.Failure,
            };

    /// <summary>The finding in words, without the drawing.</summary>
    public IEnumerable<IRenderable> Words(ResultDocument result, StepResult step, Explanation explanation)
    {
        yield return Labelled(explanation);
        yield return new Prose(explanation.State, Layout.Faint);
        foreach (var line in explanation.Printed)
            yield return Layout.Columns(LabelWidth).AddRow(new Text(texts.PrintedLabel), new Text(line));
        if (explanation.StartedWith is { } arguments)
            yield return new Prose(arguments);
        if (explanation.Cause is { } cause)
            yield return new Prose(cause);
        if (step.Passage is { } passage && result.Program.LineOf(passage) is { } source)
            yield return new SourceLine(source, passage.Column, passage.Length, passage.Line);
        yield return new Prose(explanation.Next, Layout.Next);
        string[] waiting =
        [
            .. result.Steps.Where(other => other.Status == StepStatus.NotChecked).Select(other => other.Id),
        ];
        if (waiting.Length > 0)
            yield return new Prose(texts.NotCheckedYet(waiting));
        yield return new Prose(explanation.SeeIt);
    }

    private Grid Labelled(Explanation explanation)
    {
        var grid = Layout.Columns(LabelWidth);
        void Add(string label, IRenderable what) => grid.AddRow(new Text(label), what);
        Add(texts.ObservedLabel, new Text(explanation.Observed));
        if (explanation.Rows.All(row => row.Kind != RowKind.Expected))
            Add(texts.Label(RowKind.Expected), new Text(explanation.Expected));
        foreach (var row in explanation.Rows)
            Add(texts.Label(row.Kind), new Text($"{new string(' ', row.Indent)}{row.Text}  {row.Note}"));
        if (explanation.Caret is { } caret)
            Add("", new Pointer(caret.Column, caret.Words));
        return grid;
    }
}
