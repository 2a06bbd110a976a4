using Lab.Build.Demo;
using Lab.Build.Drawing;
using Lab.Build.Texts;
using Lab.Harness;
using Spectre.Console;

namespace Lab.Build.Views;

/// <summary>Draws one conversation as a ladder that grows while things happen, so that a class can follow.</summary>
/// <param name="console">The console for the view.</param>
/// <param name="texts">The language.</param>
public sealed class DemoView(IAnsiConsole console, Catalogue texts)
{
    private readonly LadderLayout _layout = new();
    private readonly Dictionary<int, int> _shown = [];
    private int _events;
    private TimeSpan _at;

    private readonly LadderPen _pen = new(
        Scene.Actors,
        Scene.Clients,
        isNumbered: true,
        texts,
        console.Profile.Width,
        Glyphs.For(console.Profile.Capabilities.Unicode)
    );

    /// <summary>Shows the title, and names the actors.</summary>
    public void Begin(string title)
    {
        console.Show(new Prose(title));
        console.Show(Layout.Blank);
        Show(_pen.Head());
    }

    /// <summary>Shows one event. If a line is printed piece by piece, each piece is shown as it comes.</summary>
    public void Show(Entry entry)
    {
        var before = _shown.GetValueOrDefault(entry.Number);
        _shown[entry.Number] = entry.Bytes?.Length ?? 0;
        // A piece of a line that has begun comes later than its line, and needs a place of its own.
        _at = entry.At > _at ? entry.At : _at;
        var next = entry with
        {
            Number = ++_events,
            At = _at,
            Bytes = before == 0 ? entry.Bytes : entry.Bytes!.ToArray()[before..],
        };
        Show(_layout.Add(next).SelectMany(row => _pen.Draw(row)));
    }

    /// <summary>Shows the result.</summary>
    public void End(string outcome)
    {
        console.Show(Layout.Blank);
        console.Show(new Prose(outcome));
        console.Show(Layout.Blank);
    }

    private void Show(IEnumerable<LadderLine> lines)
    {
        foreach (var line in lines)
            console.Show(new LadderLines([line]));
    }
}
