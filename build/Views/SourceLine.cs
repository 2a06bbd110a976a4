using System.Globalization;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>
/// Shows a line of a program with marks below some of its characters. Only the part around the marks is shown if the
/// line is long.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="column">The first of the characters, from 1.</param>
/// <param name="length">The number of characters.</param>
/// <param name="number">The number of the line, to show beside it. Null for none.</param>
public sealed class SourceLine(string line, int column, int length, int? number = null) : Renderable
{
    // Editors rarely show more, and the marks must stay near the text that they mean.
    private const int Widest = 80;

    /// <inheritdoc />
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var label = number is { } shown ? $"{shown.ToString(CultureInfo.InvariantCulture).PadLeft(5)} │ " : "";
        var room = Math.Max(1, Math.Min(maxWidth, Widest) - label.Length);
        // The marked text is shown from its beginning, so its indentation must not push it out.
        var indentation = number is null ? 0 : line.Length - line.TrimStart().Length;
        var first = Math.Clamp(column - 1, indentation, Math.Max(line.Length, indentation));
        var (before, marked) = (Shown(line[indentation..Math.Min(first, line.Length)]), Shown(Marked(first)));
        // The last place is for the sign of a cut.
        var cut = Math.Max(0, before.Length + Math.Min(marked.Length, room / 2) - (room - 1));
        var text = (before + marked + Shown(line[Math.Min(first + length, line.Length)..]))[cut..];
        var carets = new string('^', Math.Clamp(marked.Length, 1, Math.Max(1, room - (before.Length - cut))));
        return
        [
            new(label + Window(text, room, isCutBefore: cut > 0)),
            Segment.LineBreak,
            new((label.Length > 0 ? "│ ".PadLeft(label.Length) : "") + new string(' ', before.Length - cut) + carets),
        ];
    }

    // A cut takes the place of one character, so that the marks stay in theirs.
    private static string Window(string text, int room, bool isCutBefore)
    {
        var shown = text.Length > room ? text[..(room - 1)] + "…" : text;
        return isCutBefore && shown.Length > 0 ? "…" + shown[1..] : shown;
    }

    private string Marked(int first) => first < line.Length ? line[first..Math.Min(first + length, line.Length)] : "";

    // A tab's width differs from editor to editor. One blank for each tab keeps the marks in their place.
    private static string Shown(string text) => Quoted.Escape(text.Replace('\t', ' '));
}
