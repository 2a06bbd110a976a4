using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>The colours and the columns of all views. Colour is never the only signal.</summary>
internal static class Layout
{
    public static readonly Style Good = Color.Green;
    public static readonly Style Bad = Color.Red;
    public static readonly Style Next = Color.Yellow;
    public static readonly Style Faint = Color.Grey;
    public static readonly Style Heading = new(decoration: Decoration.Bold);

    /// <summary>An empty line.</summary>
    public static readonly IRenderable Blank = Text.Empty;

    /// <summary>
    /// Columns of these widths with a blank between them, and a last column for the rest of the line.
    /// </summary>
    public static Grid Columns(params IEnumerable<int> widths)
    {
        var grid = new Grid();
        foreach (var width in widths)
            grid.AddColumn(
                new GridColumn
                {
                    Width = width,
                    Padding = new Padding(0, 0, 1, 0),
                    NoWrap = true,
                }
            );
        return grid.AddColumn(new GridColumn { Padding = new Padding(0) });
    }

    /// <summary>The number of columns that a text takes in a terminal. Some characters take two, and some none.</summary>
    public static int WidthOf(string text) => new Segment(text).CellCount();

    /// <summary>Moves a view to the right.</summary>
    public static IRenderable Indented(this IRenderable view, int by) => new Padder(view, new Padding(by, 0, 0, 0));
}

/// <summary>
/// A paragraph that is broken between words only. A word that is longer than a line, such as a link, gets a line of its
/// own. Do not use it in columns, which break words that are too long.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="style">The style of the text.</param>
internal sealed class Prose(string text, Style? style = null) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) =>
        ((IRenderable)new Text(text, style)).Measure(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var parts = text.Split('\n').SelectMany(line => Parts(line, maxWidth));
        return parts.SelectMany(
            (part, at) =>
                ((IRenderable)new Text(part, style))
                    .Render(options, part.Contains(' ') ? maxWidth : Math.Max(maxWidth, Layout.WidthOf(part)))
                    .Prepend(at > 0 ? Segment.LineBreak : Segment.Empty)
        );
    }

    // Spectre breaks a word that is too long, so such a word becomes a part of its own.
    private static IEnumerable<string> Parts(string line, int maxWidth)
    {
        var begun = new List<string>();
        foreach (var word in line.Split(' '))
        {
            if (Layout.WidthOf(word) <= maxWidth)
            {
                begun.Add(word);
                continue;
            }
            if (begun.Count > 0)
                yield return string.Join(' ', begun);
            yield return word;
            begun.Clear();
        }
        if (begun.Count > 0)
            yield return string.Join(' ', begun);
    }
}

/// <summary>Removes from a view the blanks that fill up the columns at the ends of its lines.</summary>
/// <param name="view">The view.</param>
internal sealed class Trimmed(IRenderable view) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) => view.Measure(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var (at, line) in Segment.SplitLines(view.Render(options, maxWidth)).Index())
        {
            if (at > 0)
                yield return Segment.LineBreak;
            var last = line.FindLastIndex(segment => !segment.IsWhiteSpace);
            foreach (var segment in line.Take(last))
                yield return segment;
            if (last >= 0)
                yield return new Segment(line[last].Text.TrimEnd(), line[last].Style);
        }
    }
}

/// <summary>A mark below a column of the line above, with a remark.</summary>
/// <param name="column">The column, from 0.</param>
/// <param name="words">The remark. Empty for the mark alone.</param>
internal sealed class Pointer(int column, string words) : Renderable
{
    // The remark needs at least this much room beside the mark.
    private const int Least = 16;

    protected override Measurement Measure(RenderOptions options, int maxWidth) =>
        new(Math.Min(Least, maxWidth), maxWidth);

    // Without this room, the line above was broken too, and the mark would be at the wrong place.
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        IRenderable all =
            words.Length > 0 && maxWidth - column < Least
                ? new Prose(words)
                : Layout.Columns(1).AddRow(new Text("^"), new Text(words)).Indented(column);
        return all.Render(options, maxWidth);
    }
}
