using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Leaves out what is too much, and says how much it was.</summary>
internal static class Shortening
{
    /// <summary>
    /// Keeps the first rows, which introduce the actors, and the rows that led to the failure or to the end.
    /// </summary>
    public static IReadOnlyList<Row> ToRows(IReadOnlyList<Row> rows, int most)
    {
        if (rows.Count <= most)
            return rows;
        var first = most / 5;
        // An elision is a row too, and there is a second one if the marked row lies far before the end.
        var rest = most - first - 1;
        var end = EndOf(rows, rest);
        if (end < rows.Count)
            end = Math.Max(end - 1, first + --rest);
        return Merged([
            .. rows.Take(first),
            .. rows.Skip(first).Take(end - rest - first).Select(Left),
            .. rows.Take(end).TakeLast(rest),
            .. rows.Skip(end).Select(Left),
        ]);
    }

    // A few rows after the marked one show what came of it.
    private static int EndOf(IReadOnlyList<Row> rows, int rest)
    {
        var marked = rows.ToList()
            .FindLastIndex(row => row is EventRow { IsFailed: true } or EventRow { IsDifferent: true });
        return marked < 0 ? rows.Count : Math.Min(rows.Count, Math.Max(marked + 2 + rest / 4, rest));
    }

    /// <summary>Leaves out the events of actors that have no lane.</summary>
    public static IReadOnlyList<Row> ToLanes(IReadOnlyList<Row> rows, IReadOnlyList<Actor> lanes) =>
        Merged(rows.Select(row => IsSeen(row, lanes) ? row : Left(row)));

    private static bool IsSeen(Row row, IReadOnlyList<Actor> lanes) =>
        row is not EventRow one
        || (one.Who == Actor.Check || lanes.Contains(one.Who)) && (one.To is null || lanes.Contains(one.To));

    private static ElisionRow Left(Row row) =>
        row switch
        {
            ElisionRow elision => elision,
            EventRow one => new(one.Pieces) { Presence = one.Presence },
            _ => new(0) { Presence = row.Presence },
        };

    private static List<Row> Merged(IEnumerable<Row> rows)
    {
        var merged = new List<Row>();
        foreach (var row in rows)
        {
            if (row is ElisionRow more && merged.LastOrDefault() is ElisionRow before)
                merged[^1] = more with { Count = before.Count + more.Count };
            else
                merged.Add(row);
        }
        return merged;
    }
}
