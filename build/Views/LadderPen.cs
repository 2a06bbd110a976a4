using System.Globalization;
using Lab.Build.Drawing;
using Lab.Build.Texts;
using Lab.Harness;
using Spectre.Console;

namespace Lab.Build.Views;

/// <summary>A line of a ladder in a terminal.</summary>
/// <param name="Edge">The left edge: a mark, the time, and the time since the line before.</param>
/// <param name="Drawing">The lanes and the words.</param>
/// <param name="Style">The style of the drawing.</param>
internal sealed record LadderLine(string Edge, string Drawing, Style Style);

/// <summary>Draws a ladder for a terminal, row by row, so that a drawing can grow.</summary>
/// <param name="lanes">The actors, from left to right.</param>
/// <param name="clients">The actors whose lanes show when they are connected and served. None if there is only one.</param>
/// <param name="isNumbered">Whether each event names its connection, because there are several.</param>
/// <param name="texts">The language.</param>
/// <param name="width">The number of columns.</param>
/// <param name="glyphs">The characters.</param>
internal sealed class LadderPen(
    IReadOnlyList<Actor> lanes,
    IReadOnlyCollection<Actor> clients,
    bool isNumbered,
    Catalogue texts,
    int width,
    Glyphs glyphs
)
{
    // The edge holds a mark and the time, and the time since the row before if there is room.
    private const int NarrowEdge = 9;
    private const int WideEdge = 17;
    private const int WidthForWideEdge = 70;
    private const int NarrowestGap = 2;
    private const int WidestGap = 12;

    // The part of the width that the two lanes of a conversation with labels on its arrows take.
    private const double WideShare = 0.58;

    // With more lanes there is no room for labels on the arrows, so the labels stand at the right.
    private const int LeastForLabelledArrows = 56;
    private const int MostWideLanes = 2;
    private const int LeastLabel = 34;
    private const int NarrowestLabel = 12;

    private readonly RowWords _words = new(texts, isNumbered, glyphs == Glyphs.Ascii);
    private readonly int _room = width - (width < WidthForWideEdge ? NarrowEdge : WideEdge);

    private bool IsWide => lanes.Count <= MostWideLanes && width >= LeastForLabelledArrows;

    private int Gap =>
        lanes.Count == 1 ? 0
        : IsWide ? (int)(_room * WideShare)
        : Math.Clamp((_room - LeastLabel) / (lanes.Count - 1), NarrowestGap, WidestGap);

    // A ladder may show nothing but that the check gave up, and have no lane.
    private int Margin => Column(Math.Max(0, lanes.Count - 1)) + 3;

    /// <summary>The names of the lanes, and what the lanes of clients mean.</summary>
    public IEnumerable<LadderLine> Head()
    {
        var rows = new List<CellRow> { new() };
        var ends = new List<int> { 0 };
        foreach (var (at, lane) in lanes.Index())
        {
            var row = ends.FindIndex(end => end == 0 || end < Column(at));
            if (row < 0)
            {
                (row, _) = (rows.Count, 0);
                rows.Add(new());
                ends.Add(0);
            }
            ends[row] = rows[row].Put(Column(at), texts.Name(lane));
        }
        if (clients.Count > 0)
            yield return Plain(texts.LaneLegend($"{glyphs.Lane}", $"{glyphs.Served}"), Layout.Faint);
        foreach (var (at, row) in rows.Index())
            yield return new(at == rows.Count - 1 ? Edge("", "ms", "+ms") : Edge(), row.ToString(), Layout.Heading);
    }

    /// <summary>Draws a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="remark">What is wrong here, in words. Null if nothing is.</param>
    public IEnumerable<LadderLine> Draw(Row row, string? remark = null) =>
        row switch
        {
            EventRow one => DrawEvent(one, remark),
            SilenceRow silence => [Between(silence, texts.Silence(silence.Length), glyphs.Gap)],
            ElisionRow elision => [Between(elision, texts.LeftOut(elision.Count), glyphs.LeftOut)],
            _ => throw new ArgumentOutOfRangeException(nameof(row), row, null),
        };

    private IEnumerable<LadderLine> DrawEvent(EventRow row, string? remark)
    {
        var cells = new CellRow();
        PutLanes(cells, row.Presence);
        var (text, style) = (Put(cells, row), StyleOf(row));
        string[] margin = [.. text.Append(remark is null ? "" : $"{glyphs.Failed} {remark}").Where(part => part != "")];
        var lines = CellRow.Wrapped(string.Join("   ", margin), _room - Margin).ToList();
        if (lines.Count > 0)
            cells.Put(Margin, lines[0]);
        var since = row.Number > 1 ? "+" + Number(row.MillisecondsSince) : "";
        yield return new(Edge(MarkOf(row), Number(row.Milliseconds), since), cells.ToString(), style);
        foreach (var line in lines.Skip(1))
        {
            var more = new CellRow();
            PutLanes(more, row.Presence);
            more.Put(Margin, line);
            yield return new(Edge(), more.ToString(), style);
        }
    }

    private void PutLanes(CellRow cells, Presence presence)
    {
        foreach (var (at, lane) in lanes.Index())
            cells.Put(Column(at), $"{LaneOf(lane, presence)}");
    }

    private char LaneOf(Actor lane, Presence presence) =>
        presence.StateOf(lane, clients.Contains(lane)) switch
        {
            LaneState.Served => glyphs.Served,
            LaneState.Present => glyphs.Lane,
            _ => ' ',
        };

    // Returns the words that stand at the right.
    private IEnumerable<string> Put(CellRow cells, EventRow row)
    {
        var from = IndexOf(row.Who);
        if (row.To is { } to && IndexOf(to) is >= 0 and var head && from >= 0)
        {
            PutArrow(cells, row, Column(from), Column(head));
            if (IsWide)
                yield break;
        }
        else if (from >= 0)
        {
            cells.Put(Column(from), $"{glyphs.Note(row.Mark)}");
            if (IsWide && PutInside(cells, row, from))
                yield break;
        }
        yield return _words.Of(row, LongestLabel);
    }

    // There is more room between the two lanes than at the right of them.
    private bool PutInside(CellRow cells, EventRow row, int lane)
    {
        var words = _words.Of(row, Gap - 3);
        if (lane == 0 && lanes.Count > 1)
            cells.Put(2, words);
        else if (lane > 0 && Layout.WidthOf(words) > _room - Margin)
            cells.Put(Gap - 1 - Layout.WidthOf(words), words);
        else
            return false;
        return true;
    }

    private int LongestLabel => Math.Max(NarrowestLabel, _room - Margin);

    private void PutArrow(CellRow cells, EventRow row, int from, int to)
    {
        var isToRight = from < to;
        var (left, right) = (Math.Min(from, to), Math.Max(from, to));
        var line = row.Mark == Mark.Datagram ? glyphs.Dashes : glyphs.Line;
        var crossed = lanes.Select((_, at) => Column(at)).Where(at => at > left && at < right).ToList();
        cells.Fill(left + 1, right, line);
        foreach (var at in crossed)
            cells.Put(at, $"{glyphs.Cross}");
        cells.Put(from, $"{(isToRight ? glyphs.FromLeft : glyphs.FromRight)}");
        var head =
            row.Mark is Mark.Reset or Mark.Refused ? glyphs.Broken
            : isToRight ? glyphs.Right
            : glyphs.Left;
        cells.Put(isToRight ? to - 1 : to + 1, $"{head}");
        // The tail of a half-close stays open: this side still receives.
        if (row.Mark == Mark.HalfClose)
            cells.Fill(isToRight ? from + 1 : to + 2, isToRight ? to - 1 : from, glyphs.Dashes);
        if (IsWide)
            cells.Put(left + (isToRight ? 3 : 5), $" {_words.Of(row, Gap - 9)} ");
    }

    private LadderLine Between(Row row, string words, char lane)
    {
        var cells = new CellRow();
        foreach (var (at, actor) in lanes.Index())
        {
            if (LaneOf(actor, row.Presence) != ' ')
                cells.Put(Column(at), $"{lane}");
        }
        var column = IsWide && lanes.Count > 1 ? Column(0) + 2 : Margin;
        cells.Put(column, CellRow.Cut(words, _room - column, glyphs.Cut));
        return Plain(cells.ToString(), Layout.Faint);
    }

    /// <summary>A line of words.</summary>
    public LadderLine Words(string words) => Plain(words, Layout.Faint);

    private int IndexOf(Actor actor) => lanes.ToList().IndexOf(actor);

    private int Column(int lane) => lane * Gap;

    private string MarkOf(EventRow row) =>
        (row.IsFailed ? $"{glyphs.Failed}" : "") + (row.IsDifferent ? $"{glyphs.Different}" : "");

    private static Style StyleOf(EventRow row) =>
        row.IsFailed || row.Owner is not null ? Layout.Bad
        : row.IsDifferent ? Layout.Next
        : Style.Plain;

    private LadderLine Plain(string drawing, Style style) => new(Edge(), drawing, style);

    private string Edge(string mark = "", string at = "", string since = "") =>
        width < WidthForWideEdge ? $"{mark, -2}{at, 6} " : $"{mark, -2}{at, 6} {since, 7} ";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
