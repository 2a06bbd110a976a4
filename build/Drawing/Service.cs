using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Finds out from when to when each client was connected, and served.</summary>
internal static class Service
{
    /// <summary>The bars of the first connections that are seen, if several clients have one.</summary>
    /// <param name="events">All events of the conversation.</param>
    /// <param name="rows">The rows that are drawn.</param>
    /// <param name="most">The greatest number of bars.</param>
    public static IEnumerable<Bar> BarsOf(IReadOnlyList<EventRow> events, IReadOnlyList<Row> rows, int most)
    {
        // A connection that is never closed is open up to the end, although the last events may be left out.
        var last = new BarPlace(rows.Count - 1, events.Select(row => row.At).LastOrDefault());
        HashSet<int?> seen = [.. rows.OfType<EventRow>().Select(row => row.Connection)];
        Bar[] bars =
        [
            .. events
                .Where(row => row.Connection is not null && seen.Contains(row.Connection))
                .GroupBy(row => row.Connection!.Value)
                .Where(connection => connection.First().Mark == Mark.Connect)
                .Take(most)
                .Select(connection => BarOf([.. connection], rows, last)),
        ];
        return bars.Select(bar => bar.Client).Distinct().Skip(1).Any() ? bars : [];
    }

    private static Bar BarOf(EventRow[] events, IReadOnlyList<Row> rows, BarPlace last)
    {
        var client = events[0].Who;
        EventRow[] answers = [.. events.Where(row => row.Mark == Mark.Bytes && row.Who != client)];
        EventRow[] strays = [.. answers.Where(row => row.Owner is not null)];
        var served = events.FirstOrDefault(row => row.Mark == Mark.Accept) ?? answers.FirstOrDefault();
        var end = events.FirstOrDefault(row => row.Mark is Mark.Fin or Mark.Reset);
        return new(
            client,
            events[0].Connection!.Value,
            PlaceOf(events[0], rows),
            end is null ? last : PlaceOf(end, rows)
        )
        {
            ServedFrom = served is null ? null : PlaceOf(served, rows),
            Answers = [.. answers.Select(row => PlaceOf(row, rows).Row).Distinct()],
            Strays = [.. strays.Select(row => PlaceOf(row, rows).Row).Distinct()],
            StrayOwner = strays.FirstOrDefault()?.Owner,
        };
    }

    private static BarPlace PlaceOf(EventRow row, IReadOnlyList<Row> rows) =>
        new(Math.Max(0, rows.ToList().FindLastIndex(one => one is EventRow e && e.Number <= row.Number)), row.At);
}
