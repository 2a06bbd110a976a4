using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>
/// The layout of a conversation's drawing, for every pen: lanes from left to right, and rows from top to bottom.
/// </summary>
/// <param name="Lanes">The actors that have a lane, from left to right.</param>
/// <param name="Rows">The rows, in the order of the events.</param>
public sealed record Ladder(ValueList<Actor> Lanes, ValueList<Row> Rows)
{
    /// <summary>The greatest number of lanes.</summary>
    public const int MostLanes = 8;

    /// <summary>The number of actors that have no lane.</summary>
    public int HiddenLanes { get; init; }

    /// <summary>
    /// A bar for each client's connection, if several clients have one. At most as many as there are lanes.
    /// </summary>
    public ValueList<Bar> Bars { get; init; } = [];

    /// <summary>The clients that have connections, if there are several. Their lanes show when they are served.</summary>
    public ValueList<Actor> Clients { get; init; } = [];

    /// <summary>Whether there are several connections, so that each arrow has to say which one it belongs to.</summary>
    public bool HasSeveralConnections =>
        Rows.OfType<EventRow>().Select(row => row.Connection).OfType<int>().Distinct().Skip(1).Any();

    /// <summary>Lays out what led to a step's failure.</summary>
    /// <param name="step">The step, which has failed.</param>
    /// <param name="program">The role of the program under test.</param>
    /// <param name="mostRows">The greatest number of rows.</param>
    /// <param name="differentAt">The number of the first entry that differs from a right program's.</param>
    public static Ladder Of(StepResult step, Role program, int mostRows = int.MaxValue, int? differentAt = null) =>
        Of(step.Finding!.Timeline, Failure.In(step, program), mostRows, differentAt);

    /// <summary>Lays out a conversation of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="mostRows">The greatest number of rows.</param>
    public static Ladder Of(ResultDocument result, ConversationRecord conversation, int mostRows = int.MaxValue)
    {
        var number = result.Conversations.ToList().IndexOf(conversation) + 1;
        var step = result.Steps.FirstOrDefault(one => one.Conversation == number);
        if (step is null)
            return Of(conversation.Timeline, null, mostRows);
        // The conversation went on after the check had given up this step.
        var last = step.Finding!.Timeline[^1];
        IEnumerable<Entry> gaveUp = last.What == Happening.GiveUp ? [last] : [];
        Entry[] entries =
        [
            .. conversation.Timeline.TakeWhile(entry => entry.At <= last.At),
            .. gaveUp,
            .. conversation.Timeline.SkipWhile(entry => entry.At <= last.At),
        ];
        return Of(entries, Failure.In(step, result.Exercise.Role), mostRows);
    }

    /// <summary>Lays out a conversation.</summary>
    /// <param name="entries">Its timeline, which is not empty.</param>
    /// <param name="failed">The entry at which an expectation failed. Null if none did.</param>
    /// <param name="mostRows">The greatest number of rows.</param>
    /// <param name="differentAt">The number of the first entry that differs. Null if none does.</param>
    public static Ladder Of(
        IReadOnlyList<Entry> entries,
        Entry? failed = null,
        int mostRows = int.MaxValue,
        int? differentAt = null
    )
    {
        var layout = new LadderLayout();
        var all = entries
            .SelectMany(entry =>
                layout.Add(entry).Select(row => Marked(row, entry == failed, entry.Number == differentAt))
            )
            .ToList();
        var rows = Shortening.ToRows(Pieces.Joined(all), mostRows);
        var lanes = new Lanes(all, rows);
        rows = Shortening.ToLanes(rows, lanes.Shown);
        return new([.. lanes.Shown], [.. Timed(rows)])
        {
            HiddenLanes = lanes.Hidden,
            Clients = [.. ClientsIn(all)],
            Bars = [.. Service.BarsOf([.. all.OfType<EventRow>()], rows, MostLanes)],
        };
    }

    private static Actor[] ClientsIn(IEnumerable<Row> rows)
    {
        Actor[] clients = [.. rows.SelectMany(row => row.Presence.Connected).Distinct()];
        return clients.Length > 1 ? clients : [];
    }

    // What lies between two rows may be joined to one of them, or left out.
    private static IEnumerable<Row> Timed(IEnumerable<Row> rows)
    {
        var before = TimeSpan.Zero;
        foreach (var row in rows)
        {
            if (row is not EventRow one)
            {
                yield return row;
                continue;
            }
            yield return one with
            {
                Since = one.At - before,
            };
            before = one.At;
        }
    }

    private static Row Marked(Row row, bool isFailed, bool isDifferent) =>
        row is EventRow one ? one with { IsFailed = isFailed, IsDifferent = isDifferent } : row;
}
