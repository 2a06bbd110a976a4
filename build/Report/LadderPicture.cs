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
    public int LabelWidth => Layout.WidthOf(Label) * LaneScale.Cell;

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
    /// <summary>The height of the names above the lanes.</summary>
    public const int HeadHeight = 34;

    /// <summary>The height of a line of a remark.</summary>
    public const int LineHeight = 18;

    private const int Margin = 14;
    private const int WidestRemark = 56;
    private readonly Ladder _ladder;
    private readonly Catalogue _texts;
    private readonly string? _failure;

    private LadderPicture(Ladder ladder, LaneScale scale, IEnumerable<Row> rows, Catalogue texts, string? failure)
    {
        (_ladder, Scale, _texts, _failure) = (ladder, scale, texts, failure);
        Rows = [.. Placed(rows)];
        Height = Rows[^1].Y + Rows[^1].Height + Margin / 2;
        Width = Math.Max(scale.End, Rows.Max(EndOf)) + Margin;
    }

    /// <summary>The parts of a ladder, which are all as wide as the widest.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="mostRows">The greatest number of rows in a part.</param>
    /// <param name="texts">The language.</param>
    /// <param name="failure">What is wrong in the row that has failed, in words.</param>
    public static IReadOnlyList<LadderPicture> PartsOf(Ladder ladder, int mostRows, Catalogue texts, string? failure)
    {
        var scale = new LaneScale(ladder, texts);
        var parts = ladder
            .Rows.Chunk(mostRows)
            .Select(rows => new LadderPicture(ladder, scale, rows, texts, failure))
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

    /// <summary>The places of the lanes.</summary>
    public LaneScale Scale { get; }

    /// <summary>The sign at the edge of a row that something is said about. Null for other rows.</summary>
    public static string? SignOf(EventRow row) =>
        (row.IsFailed || row.Owner is not null, row.IsDifferent) switch
        {
            (true, true) => "✗≠",
            (true, false) => "✗",
            (false, true) => "≠",
            _ => null,
        };

    /// <summary>The lanes, in pieces that look the same from end to end.</summary>
    public IEnumerable<LanePiece> Pieces => Scale.Lanes.SelectMany(PiecesOf);

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
            SilenceRow silence => new(row, y, 38) { Label = _texts.Silence(silence.Length), From = Scale.First },
            ElisionRow elision => new(row, y, 30) { Label = _texts.LeftOut(elision.Count), From = Scale.First },
            _ => throw new ArgumentOutOfRangeException(nameof(row), row, null),
        };

    private PlacedRow PlaceEvent(EventRow row, int y)
    {
        var to = row.To is { } other && other != row.Who ? Scale.XOf(other) : (int?)null;
        var from = Scale.XOf(row.Who);
        var left = Math.Min(from, to ?? from) + (to is null ? 18 : 12);
        string[] remark = [.. CellRow.Wrapped(new RowWords(_texts).RemarkOn(row, _failure) ?? "", WidestRemark)];
        return new(row, y, (to is null ? 28 : 34) + remark.Length * LineHeight)
        {
            Label = Scale.WordsOf(row, left),
            LabelX = left,
            Remark = remark,
            From = from,
            To = to,
        };
    }

    private static int EndOf(PlacedRow row) =>
        row.LabelX + row.Remark.Append(row.Label).Max(Layout.WidthOf) * LaneScale.Cell + 2 * LaneScale.Cell;

    private IEnumerable<LanePiece> PiecesOf(PlacedLane lane)
    {
        LanePiece? begun = null;
        foreach (var row in Rows)
        {
            var kind = KindOf(lane.Lane, row.Row);
            if (begun?.Kind == kind)
            {
                begun = begun with { To = row.Y + row.Height };
                continue;
            }
            if (begun is not null)
                yield return begun;
            begun = new(kind, lane.X, row.Y, row.Y + row.Height);
        }
        yield return begun!;
    }

    private string KindOf(Actor lane, Row row)
    {
        var state = row.Presence.StateOf(lane, _ladder.Clients.Contains(lane)) switch
        {
            LaneState.Served => "served",
            LaneState.Present => "present",
            _ => "absent",
        };
        return row is EventRow ? state : $"{state} idle";
    }
}
