using Lab.Build.Demo;
using Lab.Build.Texts;
using Lab.Harness;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>Shows events as they happen, with a column for each actor, so that a class can follow.</summary>
/// <param name="console">The console for the view.</param>
/// <param name="texts">The language.</param>
public sealed class DemoView(IAnsiConsole console, Catalogue texts)
{
    private const int TimeWidth = 8;
    private const int WidestColumn = 35;

    // Lines that a program has begun to print.
    private readonly List<Entry> _lines = [];

    /// <summary>Shows the title, and names the actors.</summary>
    public void Begin(string title)
    {
        console.Show(new Prose(title));
        console.Show(Layout.Blank);
        console.Show(Row("", texts.Name));
    }

    /// <summary>Shows one event. A line that is printed piece by piece is shown when it is complete.</summary>
    public void Show(Entry entry)
    {
        _lines.RemoveAll(line => line.Number == entry.Number);
        foreach (
            var line in _lines.Where(line => line.Who == entry.Who || entry.At - line.At > Timeline.OneLine).ToList()
        )
            ShowLine(line);
        var mayGrow = entry.What is Happening.Print or Happening.PrintError && entry.Bytes is not [.., (byte)'\n'];
        if (mayGrow)
            _lines.Add(entry);
        else
            Write(entry);
    }

    private void ShowLine(Entry line)
    {
        _lines.Remove(line);
        Write(line);
    }

    private void Write(Entry entry)
    {
        var line = Explanation.Line(entry, texts);
        console.Show(Row($"{line.Milliseconds, TimeWidth - 3} ms", actor => actor == entry.Who ? line.Text : ""));
    }

    /// <summary>Shows the result.</summary>
    public void End(string outcome)
    {
        foreach (var line in _lines.ToList())
            ShowLine(line);
        console.Show(Layout.Blank);
        console.Show(new Prose(outcome));
        console.Show(Layout.Blank);
    }

    private Grid Row(string time, Func<Actor, string> cellOf)
    {
        var width = Math.Min(WidestColumn, (console.Profile.Width - TimeWidth) / Scene.Actors.Count) - 1;
        IRenderable[] cells = [.. Scene.Actors.Select(actor => new Text(cellOf(actor)))];
        return Layout.Columns([TimeWidth, .. cells.Skip(1).Select(_ => width)]).AddRow([new Text(time), .. cells]);
    }
}
