using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Leaves out what is too much, and says how much it was.</summary>
internal static class Shortening
{
    /// <summary>
    /// Keeps the rows that something is said about, the first rows, which introduce the actors, and the rows that led to
    /// the failure or to the end.
    /// </summary>
    public static IReadOnlyList<Row> ToRows(IReadOnlyList<Row> rows, int most)
    {
        if (rows.Count <= most)
            return rows;
        var kept = new bool[rows.Count];
        foreach (var at in ByWeight(rows, most).Where(at => rows[at] is not ElisionRow && !kept[at]))
        {
            kept[at] = true;
            kept[at] = Size(kept) <= most;
        }
        return Merged(rows.Select((row, at) => kept[at] ? row : Left(row)));
    }

    // What is left out between two rows takes a row too.
    private static int Size(bool[] kept) =>
        Enumerable.Range(0, kept.Length).Count(at => kept[at] || at == 0 || kept[at - 1]);

    private static IEnumerable<int> ByWeight(IReadOnlyList<Row> rows, int most)
    {
        var first = most / 5;
        int[] marked = [.. At(rows, row => row.IsFailed), .. At(rows, row => row.IsDifferent)];
        var focus = marked is [var failed, ..] ? failed : rows.Count - 1;
        return
        [
            .. marked,
            .. Enumerable.Range(0, first),
            .. At(rows, row => row.Owner is not null).OrderBy(at => Math.Abs(at - focus)).Take(first),
            // A few rows after the marked one show what came of it.
            .. Enumerable.Range(focus, Math.Min((most - first) / 4, rows.Count - focus)),
            .. Enumerable.Range(0, focus).Reverse(),
            .. Enumerable.Range(focus, rows.Count - focus),
        ];
    }

    private static IEnumerable<int> At(IReadOnlyList<Row> rows, Func<EventRow, bool> which) =>
        rows.Index().Where(row => row.Item is EventRow one && which(one)).Select(row => row.Index);

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
