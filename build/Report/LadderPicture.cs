using System.Globalization;
using Lab.Build.Drawing;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Report;

/// <summary>A row of a ladder with its place in a drawing. All lengths are in pixels.</summary>
/// <param name="Row">The row.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Height">Its height.</param>
public sealed record PlacedRow(Row Row, int Y, int Height)
{
    /// <summary>Its words.</summary>
    public required string Label { get; init; }

    /// <summary>The place where its words begin.</summary>
    public int LabelX { get; init; }

    /// <summary>The lines of the remark below it. Empty if there is none.</summary>
    public IReadOnlyList<string> Remark { get; init; } = [];

    /// <summary>The place of the actor.</summary>
    public int From { get; init; }

    /// <summary>The place of the other actor, at the head of the arrow. Null for a note.</summary>
    public int? To { get; init; }

    /// <summary>The width of its words.</summary>
    public int LabelWidth => Layout.WidthOf(Label) * LadderPicture.Cell;

    /// <summary>The look of the row's background. Null if it has none.</summary>
    public string? Class =>
        Row switch
        {
            EventRow { IsFailed: true } or EventRow { Owner: not null } => "bad",
            EventRow { IsDifferent: true } => "different",
            _ => null,
        };
}

/// <summary>A piece of a lane.</summary>
/// <param name="Kind">Its look: <c>absent</c>, <c>present</c>, <c>served</c> or <c>idle</c>.</param>
/// <param name="X">Its place.</param>
/// <param name="From">Its upper end.</param>
/// <param name="To">Its lower end.</param>
public sealed record LanePiece(string Kind, int X, int From, int To);

/// <summary>
/// Gives the rows of a ladder their places in a drawing, which is as wide as its words need. All lengths are in pixels.
/// </summary>
public sealed class LadderPicture
{
    /// <summary>The width of a column of text. The fonts for programs differ, and none of them is wider.</summary>
    public const int Cell = 8;

    /// <summary>The height of the names above the lanes.</summary>
    public const int HeadHeight = 34;

    /// <summary>The right end of the times.</summary>
    public const int TimeEnd = 66;

    /// <summary>The right end of the times since the row before.</summary>
    public const int SinceEnd = 128;

    /// <summary>The height of a line of a remark.</summary>
    public const int LineHeight = 18;

    private const int Margin = 14;
    private const int MostColumns = 40;
    private const int WidestRemark = 56;
    private const int NarrowestGap = 104;
    private const int WidestGap = 320;

    private readonly Ladder _ladder;
    private readonly RowWords _words;
    private readonly Catalogue _texts;
    private readonly string? _failure;
    private readonly int _gap;

    private LadderPicture(Ladder ladder, IReadOnlyList<Row> rows, Catalogue texts, string? failure)
    {
        (_ladder, _texts, _failure, _words) = (ladder, texts, failure, new(texts));
        _gap = GapFor(ladder.Rows);
        Rows = [.. Placed(rows)];
        Height = Rows[^1].Y + Rows[^1].Height + Margin / 2;
        Width = Math.Max(EndOfLanes, Rows.Max(EndOf)) + Margin;
    }

    /// <summary>The parts of a ladder, which are all as wide as the widest.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="mostRows">The greatest number of rows in a part.</param>
    /// <param name="texts">The language.</param>
    /// <param name="failure">What is wrong in the row that has failed, in words.</param>
    public static IReadOnlyList<LadderPicture> PartsOf(Ladder ladder, int mostRows, Catalogue texts, string? failure)
    {
        var parts = ladder
            .Rows.Chunk(mostRows)
            .Select(rows => new LadderPicture(ladder, rows, texts, failure))
            .ToList();
        var width = parts.Max(part => part.Width);
        foreach (var part in parts)
            part.Width = width;
        return parts;
    }

    /// <summary>The width of the drawing.</summary>
    public int Width { get; private set; }

    /// <summary>The height of the drawing.</summary>
    public int Height { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<PlacedRow> Rows { get; }

    /// <summary>The lanes, with their places.</summary>
    public IEnumerable<(string Name, int X)> Lanes => _ladder.Lanes.Select(lane => (_texts.Name(lane), XOf(lane)));

    /// <summary>The right end of the lanes.</summary>
    public int EndOfLanes => Lanes.Select(lane => lane.X + HeadOf(lane.Name) / 2).DefaultIfEmpty(First).Max();

    /// <summary>The sign at the edge of a row that something is said about. Null for other rows.</summary>
    public static string? SignOf(EventRow row) =>
        row.IsFailed || row.Owner is not null ? "✗"
        : row.IsDifferent ? "≠"
        : null;

    /// <summary>The width of a lane's head.</summary>
    public static int HeadOf(string name) => Layout.WidthOf(name) * Cell + Margin;

    /// <summary>The lanes, in pieces that look the same from end to end.</summary>
    public IEnumerable<LanePiece> Pieces => _ladder.Lanes.SelectMany(PiecesOf);

    private int First =>
        SinceEnd + Margin + HeadOf(_texts.Name(_ladder.Lanes is [var first, ..] ? first : Actor.Server)) / 2;

    private bool HasLabelsInside => _ladder.Lanes.Count == 2;

    private int XOf(Actor lane) => First + Math.Max(0, _ladder.Lanes.ToList().IndexOf(lane)) * _gap;

    // Two lanes are as far from each other as their arrows need.
    private int GapFor(IEnumerable<Row> rows)
    {
        if (!HasLabelsInside)
            return NarrowestGap;
        var longest = rows.OfType<EventRow>().Select(row => Layout.WidthOf(WordsOf(row))).DefaultIfEmpty(0).Max();
        return Math.Clamp((longest + 4) * Cell, WidestGap * 2 / 3, WidestGap);
    }

    private string WordsOf(EventRow row, int columns = MostColumns)
    {
        var number =
            _ladder.HasSeveralConnections && row.Connection is { } connection
                ? string.Create(CultureInfo.InvariantCulture, $"#{connection} ")
                : "";
        return number + _words.Of(row, columns - number.Length);
    }

    private IEnumerable<PlacedRow> Placed(IEnumerable<Row> rows)
    {
        var y = HeadHeight;
        foreach (var row in rows)
        {
            var placed = Place(row, y);
            yield return placed;
            y += placed.Height;
        }
    }

    private PlacedRow Place(Row row, int y) =>
        row switch
        {
            EventRow one => PlaceEvent(one, y),
            SilenceRow silence => new(row, y, 38) { Label = _texts.Silence(silence.Length), From = First },
            ElisionRow elision => new(row, y, 30) { Label = _texts.LeftOut(elision.Count), From = First },
            _ => throw new ArgumentOutOfRangeException(nameof(row), row, null),
        };

    private PlacedRow PlaceEvent(EventRow row, int y)
    {
        var to = row.To is { } other && other != row.Who ? XOf(other) : (int?)null;
        var from = XOf(row.Who);
        var left = Math.Min(from, to ?? from) + (to is null ? 18 : 12);
        string[] remark = [.. CellRow.Wrapped(_words.RemarkOn(row, _failure) ?? "", WidestRemark)];
        return new(row, y, (to is null ? 28 : 34) + remark.Length * LineHeight)
        {
            Label = WordsOf(row, ColumnsFrom(left)),
            LabelX = left,
            Remark = remark,
            From = from,
            To = to,
        };
    }

    // Words end before the last lane, or go on beyond it if they begin near it.
    private int ColumnsFrom(int left)
    {
        var inside = (First + (_ladder.Lanes.Count - 1) * _gap - left) / Cell - 1;
        return HasLabelsInside && inside > 0 ? inside : Math.Max(MostColumns, inside);
    }

    private static int EndOf(PlacedRow row) =>
        row.LabelX + row.Remark.Append(row.Label).Max(Layout.WidthOf) * Cell + 2 * Cell;

    private IEnumerable<LanePiece> PiecesOf(Actor lane)
    {
        LanePiece? begun = null;
        foreach (var row in Rows)
        {
            var kind = KindOf(lane, row.Row);
            if (begun?.Kind == kind)
            {
                begun = begun with { To = row.Y + row.Height };
                continue;
            }
            if (begun is not null)
                yield return begun;
            begun = new(kind, XOf(lane), row.Y, row.Y + row.Height);
        }
        yield return begun!;
    }

    private string KindOf(Actor lane, Row row) =>
        row is EventRow ? PresenceOf(lane, row) : $"{PresenceOf(lane, row)} idle";

    private string PresenceOf(Actor lane, Row row) =>
        !_ladder.Clients.Contains(lane)
            ? row.Presence.Present.Contains(lane)
                ? "present"
                : "absent"
            : row.Presence.Served.Contains(lane)
                ? "served"
                : row.Presence.Connected.Contains(lane)
                    ? "present"
                    : "absent";
}
