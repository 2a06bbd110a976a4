using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Chooses the actors that get a lane.</summary>
internal sealed class Lanes
{
    public Lanes(IReadOnlyList<Row> all, IReadOnlyList<Row> rows)
    {
        EventRow[] events = [.. rows.OfType<EventRow>()];
        Actor[] inOrder = [.. ActorsOf(events)];
        // Those who take part in the failure matter most, then those in other rows that something is said about, and then
        // those who did something shortly before.
        var failed = Array.FindIndex(events, row => row.IsFailed);
        var byWeight = ActorsOf(events.Where(row => row.IsFailed))
            .Concat(ActorsOf(events.Where(row => row.IsDifferent || row.Owner is not null)))
            .Concat(ActorsOf(events.Take(failed + 1).Reverse()))
            .Concat(inOrder)
            .Distinct();
        HashSet<Actor> chosen = [.. byWeight.Take(Ladder.MostLanes)];
        Shown = [.. inOrder.Where(chosen.Contains).OrderBy(actor => actor.Role == Role.Server)];
        Hidden = ActorsOf(all.OfType<EventRow>()).Except(Shown).Count();
    }

    /// <summary>The actors, from left to right, in the order in which they appear, but the server last.</summary>
    public IReadOnlyList<Actor> Shown { get; }

    /// <summary>The number of the other actors, also of those whose rows are all left out.</summary>
    public int Hidden { get; }

    private static IEnumerable<Actor> ActorsOf(IEnumerable<EventRow> events) =>
        events
            .SelectMany(row => new[] { row.Who, row.To, row.Owner })
            .OfType<Actor>()
            .Where(actor => actor != Actor.Check)
            .Distinct();
}
