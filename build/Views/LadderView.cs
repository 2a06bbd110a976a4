using Lab.Build.Drawing;
using Lab.Build.Texts;
using Lab.Harness;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>Shows a conversation as a ladder.</summary>
/// <param name="draw">Lays it out, with at most the given number of rows.</param>
/// <param name="texts">The language.</param>
public sealed class LadderView(Func<int, Ladder> draw, Catalogue texts) : Renderable
{
    /// <summary>The smallest number of lines in which a ladder says anything.</summary>
    public const int LeastLines = 4;

    // With fewer lines, each of them shows an event. Those that are left out are counted in any case.
    private const int LeastLinesToCountActors = 10;

    /// <summary>The greatest number of lines. Null for no limit.</summary>
    public int? MostLines { get; init; }

    /// <summary>What is wrong in the row that has failed, in words.</summary>
    public string? Failure { get; init; }

    /// <inheritdoc />
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var glyphs = Glyphs.For(options.Unicode);
        var lines = Lines(draw(MostLines ?? int.MaxValue), maxWidth, glyphs);
        for (var rows = MostLines - 1; lines.Count > MostLines && rows > 1; rows--)
            lines = Lines(draw(rows.Value), maxWidth, glyphs);
        return ((IRenderable)new LadderLines(lines)).Render(options, maxWidth);
    }

    private List<LadderLine> Lines(Ladder ladder, int width, Glyphs glyphs)
    {
        var pen = new LadderPen(ladder.Lanes, ladder.Clients, ladder.HasSeveralConnections, texts, width, glyphs);
        var lines = pen.Head().ToList();
        if (ladder.HiddenLanes > 0 && MostLines is null or >= LeastLinesToCountActors)
            lines.Add(pen.Words(texts.WithoutLane(ladder.HiddenLanes)));
        var words = new RowWords(texts);
        lines.AddRange(ladder.Rows.SelectMany(row => pen.Draw(row, words.RemarkOn(row, Failure))));
        return lines;
    }
}

/// <summary>Shows lines of a ladder.</summary>
/// <param name="lines">The lines.</param>
internal sealed class LadderLines(IReadOnlyList<LadderLine> lines) : Renderable
{
    /// <inheritdoc />
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        lines.SelectMany(
            (line, at) =>
                new[]
                {
                    at > 0 ? Segment.LineBreak : Segment.Empty,
                    new Segment(line.Edge, Layout.Faint),
                    new Segment(line.Drawing, line.Style),
                }
        );
}
