using System.Globalization;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Harness;
using Spectre.Console;

namespace Lab.Build.Views;

/// <summary>The result on a terminal, or in a pipe: the same words, coloured or not.</summary>
public sealed class ConsoleView : IProgress<CheckProgress>
{
    private const int Indent = 6;
    private const int LabelWidth = 10;
    private const int MostTimelineLines = 24;
    private const int LeastTimelineLines = 3;

    private static Catalogue Texts => Catalogue.Current;

    private readonly IAnsiConsole _console;
    private readonly bool _isLive;
    private readonly Lock _lock = new();
    private string _progress = "";
    private CheckPhase? _phase;
    private int _written;

    /// <summary>Makes a view.</summary>
    /// <param name="output">Where it writes to.</param>
    /// <param name="isLive">Whether somebody watches, so that a line may be written over.</param>
    public ConsoleView(TextWriter output, bool isLive)
    {
        _isLive = isLive;
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        // Lines are broken here, between words; Spectre would break them again, within them.
        _console.Profile.Width = 10_000;
    }

    /// <inheritdoc />
    public void Report(CheckProgress value)
    {
        lock (_lock)
        {
            if (_isLive)
                Overwrite(Texts.Progress(value));
            else if (value.Phase != _phase)
                _console.WriteLine(Texts.Progress(value));
            _phase = value.Phase;
        }
    }

    /// <summary>Shows a result.</summary>
    public void Show(ResultDocument result)
    {
        lock (_lock)
            Overwrite("");
        Write(Texts.Heading(result), "bold", hanging: 4);
        _console.WriteLine();
        if (result.Fault is { } fault)
        {
            Write(Texts.CouldNotCheck(fault), "yellow");
            return;
        }
        if (result.CompilerErrors.Count > 0)
        {
            ShowErrors(result);
            return;
        }
        ShowSteps(result);
        ShowFurther(result);
        ShowVerdict(result);
    }

    /// <summary>Shows a result on one screen: the steps in a line, and the first one to mend.</summary>
    /// <param name="result">The result.</param>
    /// <param name="news">What has become better.</param>
    /// <param name="rows">How many lines there are; of the timeline only the end is shown that fits.</param>
    /// <returns>How many lines it took.</returns>
    public int ShowBrief(ResultDocument result, string? news, int rows)
    {
        _written = 0;
        var isDone = !result.Steps.Any(step => step.IsUnderWay);
        Write(Texts.Heading(result) + (isDone ? $" · {Time(result)}" : ""), "bold", hanging: 4);
        Write(string.Join("  ", result.Steps.Select(step => $"{Mark(step).Mark} {step.Id}")), "default");
        if (news is not null)
            Write(news, "green");
        _console.WriteLine();
        if (result.Fault is { } fault)
            Write(Texts.CouldNotCheck(fault), "yellow");
        else if (result.CompilerErrors.Count > 0)
            ShowErrors(result, most: 1);
        else if (result.Outcome == Outcome.Passed)
            Write($"{Texts.AllPassed(result)} {Texts.Learnt(result.Exercise.Kind)}", "green");
        else if (result.Steps.FirstOrDefault(step => step.Finding is not null) is { } next)
            ShowFinding(result, next, Explanation.Of(result, next), rows);
        return _written;
    }

    private void ShowSteps(ResultDocument result)
    {
        foreach (var step in result.Steps)
        {
            var (mark, colour) = Mark(step);
            var title = Texts.StepTitle(result.Exercise, step.Id);
            var note = step.Status == StepStatus.NotChecked ? $"   ({Texts.WaitsFor(step.WaitsFor!)})" : "";
            Write($"{mark} {step.Id, -5} {title}{note}", colour, hanging: 8);
        }
        _console.WriteLine();
        ShowNotes(result);
    }

    // One line for each note, and not one for each step.
    private void ShowNotes(ResultDocument result)
    {
        var notes =
            from step in result.Steps
            from note in step.Notes
            group step.Id by note into ids
            orderby ids.Key
            select Texts.NoteOn([.. ids], ids.Key);
        foreach (var line in notes)
            Write(line, "grey");
        if (result.Steps.Any(step => step.Notes.Count > 0))
            _console.WriteLine();
    }

    private void ShowFurther(ResultDocument result)
    {
        if (result.Outcome != Outcome.Passed)
            return;
        Write(Texts.GoingFurther, "grey");
        foreach (var further in result.GoingFurther)
            Write(
                $"{(further.Status == StepStatus.Passed ? "+" : "-")}       {Texts.TitleOf(further.Situation)}",
                "grey",
                hanging: 8
            );
        _console.WriteLine();
    }

    private void ShowVerdict(ResultDocument result)
    {
        var next = result.Steps.FirstOrDefault(step => step.Id == result.Next);
        if (next?.Finding is not null)
            ShowFinding(result, next, Explanation.Of(result, next));
        var passed = result.Steps.Count(step => step.Status == StepStatus.Passed);
        var (words, colour) =
            result.Outcome == Outcome.Passed
                ? (Texts.AllPassed(result), "green")
                : (Texts.SomePassed(passed, result.Steps.Count), "default");
        Write(words, colour);
        Write(Texts.Took(TimeSpan.FromSeconds(result.Seconds), result.Seed), "grey");
    }

    private void ShowFinding(ResultDocument result, StepResult step, Explanation explanation, int rows = int.MaxValue)
    {
        Write(
            $"✗ {step.Id, -5} {Texts.StepTitle(result.Exercise, step.Id)} · {Texts.TitleOf(step.Situation!.Value)}",
            "red",
            hanging: 8
        );
        Labelled(Texts.ObservedLabel, explanation.Observed);
        if (explanation.Rows.All(row => row.Kind != RowKind.Expected))
            Labelled(Texts.Label(RowKind.Expected), explanation.Expected);
        foreach (var row in explanation.Rows)
            Labelled(Texts.Label(row.Kind), row.Text, row.Note);
        if (explanation.Caret is { } caret)
        {
            var column = Indent + LabelWidth + caret.Column;
            Write("^ " + caret.Words, "default", indent: column, hanging: Math.Min(column + 2, Terminal.Width / 2));
        }
        Write(explanation.State, "grey", indent: Indent);
        foreach (var line in explanation.Printed)
            Labelled(Texts.PrintedLabel, line);
        if (explanation.Cause is { } cause)
            Write(cause, "default", indent: Indent);
        Write(explanation.Next, "yellow", indent: Indent);
        var waiting = result
            .Steps.Where(other => other.Status == StepStatus.NotChecked)
            .Select(other => other.Id)
            .ToList();
        if (waiting.Count > 0)
            Write(Texts.NotCheckedYet(waiting), "default", indent: Indent);
        Write(explanation.SeeIt, "default", indent: Indent);
        ShowTimeline(explanation.Timeline, Math.Min(MostTimelineLines, rows - _written));
        _console.WriteLine();
    }

    private void ShowTimeline(IReadOnlyList<TimelineLine> lines, int most)
    {
        if (most < LeastTimelineLines)
            return;
        var who = lines.Max(line => line.Who.Length);
        foreach (var (number, line) in Shortened(lines, most))
        {
            var text = line is null
                ? "         …"
                : $"{number, 3} {line.Milliseconds, 6} ms  {line.Who.PadRight(who)} {line.Text}";
            Write(text, "grey", indent: 3, hanging: 16 + who);
        }
    }

    // The end is what led to the verdict; the beginning tells who is who.
    private static IEnumerable<(int Number, TimelineLine? Line)> Shortened(IReadOnlyList<TimelineLine> lines, int most)
    {
        var numbered = lines.Select((line, index) => (index + 1, (TimelineLine?)line));
        var first = most / 5;
        return lines.Count <= most
            ? numbered
            : numbered.Take(first).Append((0, null)).Concat(numbered.TakeLast(most - first - 1));
    }

    private void ShowErrors(ResultDocument result, int most = 5)
    {
        Write(Texts.DoesNotCompile(result.CompilerErrors.Count), "red");
        foreach (var error in result.CompilerErrors.Take(most))
        {
            Write($"{error}", "default", indent: 2, hanging: 4);
            if (result.Program.LineOf(error) is { } line)
                ShowSource(error, line);
        }
        Write(Texts.NextCompile, "yellow");
    }

    private void ShowSource(CompilerError error, string line)
    {
        var room = Terminal.Width - 5;
        var column = Math.Max(0, error.Column - 1);
        var cut = column < room ? 0 : column - room / 2;
        // A tab is as wide as it likes: one blank each keeps the caret where the compiler means it.
        line = Quoted.Escape(line.Replace('\t', ' '));
        _console.WriteLine("    " + line[Math.Min(cut, line.Length)..Math.Min(cut + room, line.Length)]);
        _console.WriteLine(new string(' ', 4 + column - cut) + "^");
        _written += 2;
    }

    private void Labelled(string label, string text, string? note = null) =>
        Write(
            $"{label.PadRight(LabelWidth)}{text}{(note is null ? "" : "  " + note)}",
            "default",
            Indent,
            Indent + LabelWidth
        );

    private void Write(string text, string colour, int indent = 0, int? hanging = null)
    {
        foreach (var line in Wrapping.Lines(text, Terminal.Width, indent, hanging ?? indent))
        {
            _console.MarkupLine($"[{colour}]{Markup.Escape(line)}[/]");
            _written++;
        }
    }

    private void Overwrite(string text)
    {
        if (!_isLive)
            return;
        // A line that wraps could not be written over.
        text = text.Length < Terminal.Width ? text : text[..(Terminal.Width - 1)];
        var blank = new string(' ', Math.Max(0, _progress.Length - text.Length));
        _console.Write(new ControlCode($"\r{text}{blank}\r"));
        _progress = text;
    }

    private static (string Mark, string Colour) Mark(StepResult step) =>
        step.Status switch
        {
            StepStatus.Passed => ("✓", "green"),
            StepStatus.Failed => ("✗", "red"),
            _ when step.IsUnderWay => ("…", "grey"),
            _ => ("·", "grey"),
        };

    private static string Time(ResultDocument result) =>
        result.Seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
