using Lab.Build.Drawing;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Report;

/// <summary>A lane in a drawing. All lengths are in pixels.</summary>
/// <param name="Lane">The actor.</param>
/// <param name="Name">Its name.</param>
/// <param name="X">Its place.</param>
/// <param name="Width">The width of its head.</param>
public sealed record PlacedLane(Actor Lane, string Name, int X, int Width);

/// <summary>Gives the lanes of a ladder their places in a drawing. All lengths are in pixels.</summary>
public sealed class LaneScale
{
    /// <summary>The width of a column of text. The fonts for programs differ, and none of them is wider.</summary>
    public const int Cell = 8;

    /// <summary>The right end of the times.</summary>
    public const int TimeEnd = 66;

    /// <summary>The right end of the times since the row before.</summary>
    public const int SinceEnd = 128;

    private const int Margin = 14;
    private const int MostColumns = 40;
    private const int NarrowestGap = 104;
    private const int WidestGap = 320;

    private readonly RowWords _words;

    /// <summary>Places the lanes of a ladder.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="texts">The language.</param>
    public LaneScale(Ladder ladder, Catalogue texts)
    {
        _words = new(texts, ladder.HasSeveralConnections);
        var first = SinceEnd + Margin + WidthOf(ladder.Lanes.Select(texts.Name).FirstOrDefault() ?? "") / 2;
        var gap = ladder.Lanes.Count == 2 ? GapFor(ladder.Rows) : NarrowestGap;
        Lanes = [.. ladder.Lanes.Select((lane, at) => Placed(lane, texts.Name(lane), first + at * gap))];
        First = first;
        Last = first + Math.Max(0, Lanes.Count - 1) * gap;
        End = Lanes.Select(lane => lane.X + lane.Width / 2).DefaultIfEmpty(first).Max();
    }

    /// <summary>The lanes, from left to right.</summary>
    public IReadOnlyList<PlacedLane> Lanes { get; }

    /// <summary>The place of the first lane.</summary>
    public int First { get; }

    /// <summary>The place of the last lane.</summary>
    public int Last { get; }

    /// <summary>The right end of the lanes.</summary>
    public int End { get; }

    /// <summary>The place of an actor. The check itself has no lane; what it does begins at the first one.</summary>
    public int XOf(Actor actor) => Lanes.FirstOrDefault(lane => lane.Lane == actor)?.X ?? First;

    /// <summary>The words of an event that fit beside a place.</summary>
    /// <param name="row">The event.</param>
    /// <param name="left">The place.</param>
    public string WordsOf(EventRow row, int left)
    {
        // Words end before the last lane, or go on beyond it if they begin near it.
        var inside = (Last - left) / Cell - 1;
        return _words.Of(row, Lanes.Count == 2 && inside > 0 ? inside : Math.Max(MostColumns, inside));
    }

    private static PlacedLane Placed(Actor lane, string name, int x) => new(lane, name, x, WidthOf(name));

    private static int WidthOf(string name) => Layout.WidthOf(name) * Cell + Margin;

    // Two lanes are as far from each other as their arrows need.
    private int GapFor(IEnumerable<Row> rows)
    {
        var longest = rows.OfType<EventRow>()
            .Select(row => Layout.WidthOf(_words.Of(row, MostColumns)))
            .DefaultIfEmpty(0)
            .Max();
        return Math.Clamp((longest + 4) * Cell, WidestGap * 2 / 3, WidestGap);
    }
}
