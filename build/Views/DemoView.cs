using Lab.Build.Demo;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>What happens, as it happens: a column for each actor, so that a class can follow.</summary>
/// <param name="output">Where it writes to.</param>
public sealed class DemoView(TextWriter output)
{
    private const int TimeWidth = 9;
    private const int Gap = 2;
    private const int WidestColumn = 34;

    private readonly int _column = Math.Min(WidestColumn, (Terminal.Width - TimeWidth) / Scene.Actors.Count - Gap);

    /// <summary>Says what comes, and names the actors.</summary>
    public void Begin(string title)
    {
        Say(title);
        output.WriteLine();
        output.WriteLine(
            new string(' ', TimeWidth)
                + string.Concat(Scene.Actors.Select(Catalogue.Current.Name).Select(InColumn)).TrimEnd()
        );
    }

    /// <summary>Shows one event.</summary>
    public void Show(Entry entry)
    {
        var line = Explanation.Line(entry);
        var before = Scene.Actors.TakeWhile(actor => actor != entry.Who).Count() * (_column + Gap);
        var time = $"{line.Milliseconds, TimeWidth - 4} ms ";
        foreach (var part in Wrapping.Lines(line.Text, _column, 0, 2))
        {
            output.WriteLine(time.PadRight(TimeWidth + before) + part);
            time = "";
        }
    }

    /// <summary>Says what was seen.</summary>
    public void End(string outcome)
    {
        output.WriteLine();
        Say(outcome);
        output.WriteLine();
    }

    private void Say(string text)
    {
        foreach (var line in Wrapping.Lines(text, Terminal.Width, 0, 0))
            output.WriteLine(line);
    }

    private string InColumn(string text) => text.PadRight(_column + Gap);
}
