using System.Text.RegularExpressions;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>
/// Writes the result as Markdown: a summary for a pull request or for the page of a job. What comes from the program is
/// in code only, so that it can become neither markup nor a mention of somebody.
/// </summary>
/// <param name="texts">The language.</param>
public sealed partial class MarkdownView(Catalogue texts)
{
    private const int MostRows = 40;

    /// <summary>The level of the heading of the whole, from 1.</summary>
    public int Level { get; init; } = 1;

    /// <summary>The result as a text.</summary>
    public string Render(ResultDocument result) => string.Join("\n\n", Parts(result)) + "\n";

    private IEnumerable<string> Parts(ResultDocument result) =>
        [
            $"{Hashes(0)} {MarkOf(result.Outcome)} {result.Exercise.Id} · {Text(texts.Name(result.Exercise))}",
            Code(result.Program.Name),
            .. result switch
            {
                { Fault: { } fault } => [Block(PlainText.Of(new Prose(texts.CouldNotCheck(fault))))],
                { CompilerErrors.Count: > 0 } => [Block(PlainText.Of(new ResultView(texts).Errors(result)))],
                _ => Whole(result),
            },
        ];

    private string Hashes(int below) => new('#', Level + below);

    private static string MarkOf(Outcome outcome) =>
        outcome switch
        {
            Outcome.Passed => "✓",
            Outcome.NotYet => "✗",
            _ => "⚠",
        };

    private IEnumerable<string> Whole(ResultDocument result) =>
        [
            $"**{Text(texts.HowManyPass(result))}** {Text(texts.Took(TimeSpan.FromSeconds(result.Seconds), result.Seed))}",
            Table(result),
            .. GoingFurther(result),
            .. result.Steps.Where(step => step.Finding is not null).SelectMany(step => Finding(result, step)),
        ];

    private string Table(ResultDocument result)
    {
        var rows = result.Steps.Select(step =>
            $"| {ResultView.MarkOf(step)} | {step.Id} | {Text(texts.StepTitle(result.Exercise, step.Id))} | {Text(RemarkOn(step))} |"
        );
        return string.Join('\n', rows.Prepend("|---|---|---|---|").Prepend("| | | | |"));
    }

    private string RemarkOn(StepResult step) =>
        string.Join("; ", step.Notes.Select(texts.Note).Prepend(texts.WhyNot(step) ?? "").Where(one => one.Length > 0));

    private IEnumerable<string> GoingFurther(ResultDocument result)
    {
        var known = result.GoingFurther.Where(one => one.Status != StepStatus.NotChecked).ToList();
        if (result.Outcome != Outcome.Passed || known.Count == 0)
            return [];
        var lines = known.Select(one =>
            $"- {(one.Status == StepStatus.Passed ? "✓" : "–")} {Text(texts.TitleOf(one.Situation))}"
        );
        return [Text(texts.GoingFurther), string.Join('\n', lines)];
    }

    // The step to work on is open, and the others are folded.
    private IEnumerable<string> Finding(ResultDocument result, StepResult step)
    {
        var title =
            $"✗ {step.Id} {Text(texts.StepTitle(result.Exercise, step.Id))} · {Text(texts.TitleOf(step.Situation!.Value))}";
        string[] parts = [.. Explained(result, step)];
        return step.Id == result.Next
            ? [$"{Hashes(1)} {title}", .. parts]
            : [$"<details>\n<summary>{title}</summary>", .. parts, "</details>"];
    }

    private IEnumerable<string> Explained(ResultDocument result, StepResult step)
    {
        var explanation = Explanation.Of(result, step, texts);
        yield return Block(PlainText.Of(new FindingView(texts).Words(result, step, explanation)));
        var ladder = Ladder.Of(step, result.Exercise.Role, MostRows);
        if (ladder.Lanes.Count > 0)
            yield return Block(new MermaidPen(texts).Draw(ladder, explanation.Failure), "mermaid");
    }

    // The fence is longer than each row of backticks in the text.
    private static string Block(string text, string language = "text")
    {
        var fence = new string('`', Math.Max(3, LongestRow(text) + 1));
        return $"{fence}{language}\n{text}\n{fence}";
    }

    /// <summary>A text that comes from somebody else, as code.</summary>
    internal static string Code(string text)
    {
        var shown = Quoted.Escape(text);
        var ticks = new string('`', LongestRow(shown) + 1);
        return $"{ticks} {shown} {ticks}";
    }

    private static int LongestRow(string text) =>
        Backticks().Matches(text).Select(row => row.Length).DefaultIfEmpty(0).Max();

    /// <summary>Words of the language, as Markdown and as HTML.</summary>
    internal static string Text(string words) => Special().Replace(words, sign => $"&#{(int)sign.Value[0]};");

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~&@!]")]
    private static partial Regex Special();
}
