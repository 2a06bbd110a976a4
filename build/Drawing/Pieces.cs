using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Joins the many pieces in which one actor sends or prints a long message.</summary>
internal static class Pieces
{
    // A few pieces tell more when they are seen one by one.
    private const int MostAlone = 6;

    /// <summary>The rows, with the pieces of a long message in one row.</summary>
    public static IReadOnlyList<Row> Joined(IReadOnlyList<Row> rows)
    {
        var joined = new List<Row>();
        for (var at = 0; at < rows.Count; )
        {
            EventRow[] run = [.. rows.Skip(at).TakeWhile(row => Continues(rows[at], row)).Cast<EventRow>()];
            if (run.Length > MostAlone)
                joined.AddRange(run.GroupBy(piece => piece.Mark).Select(pieces => Join([.. pieces])));
            else
                joined.AddRange(rows.Skip(at).Take(Math.Max(1, run.Length)));
            at += Math.Max(1, run.Length);
        }
        return joined;
    }

    private static bool Continues(Row first, Row row) =>
        first is EventRow { Mark: Mark.Bytes or Mark.Print } begin
        && row is EventRow { IsFailed: false, IsDifferent: false, Owner: null, Mark: Mark.Bytes or Mark.Print } next
        && next.Who == begin.Who
        && (next.Connection ?? begin.Connection) == (begin.Connection ?? next.Connection);

    private static EventRow Join(EventRow[] pieces) =>
        pieces.Length == 1
            ? pieces[0]
            : pieces[0] with
            {
                Pieces = pieces.Length,
                Bytes = new Bytes(
                    pieces[0].Bytes!.AsSpan(),
                    (int)Math.Min(int.MaxValue, pieces.Sum(piece => (long)piece.Bytes!.Total))
                ),
            };
}
