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

    private Entry? _pending;

    /// <summary>Shows the title, and names the actors.</summary>
    public void Begin(string title)
    {
        console.Show(new Prose(title));
        console.Show(Layout.Blank);
        console.Show(Row("", texts.Name));
    }

    /// <summary>
    /// Shows one event. A line that is printed piece by piece is shown when it is complete, or when something else
    /// happens.
    /// </summary>
    public void Show(Entry entry)
    {
        if (_pending?.Number != entry.Number)
            ShowPending();
        if (entry.What is Happening.Print or Happening.PrintError)
            _pending = entry;
        else
            Write(entry);
    }

    private void ShowPending()
    {
        if (_pending is { } line)
            Write(line);
        _pending = null;
    }

    private void Write(Entry entry)
    {
        var line = Explanation.Line(entry, texts);
        console.Show(Row($"{line.Milliseconds, TimeWidth - 3} ms", actor => actor == entry.Who ? line.Text : ""));
    }

    /// <summary>Shows the result.</summary>
    public void End(string outcome)
    {
        ShowPending();
        console.Show(Layout.Blank);
        console.Show(new Prose(outcome));
        console.Show(Layout.Blank);
    }

    private Grid Row(string time, Func<Actor, string> cellOf)
    {
        var width = Math.Min(WidestColumn, (console.Profile.Width - TimeWidth) / Scene.Actors.Count) - 1;
        IRenderable[] cells = [.. Scene.Actors.Select(actor => new Prose(cellOf(actor)))];
        return Layout.Columns([TimeWidth, .. cells.Skip(1).Select(_ => width)]).AddRow([new Text(time), .. cells]);
    }
}
