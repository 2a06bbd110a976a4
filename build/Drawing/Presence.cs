using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>What a lane shows about its actor.</summary>
public enum LaneState
{
    /// <summary>The actor takes no part.</summary>
    Absent,

    /// <summary>The actor takes part. A client among several is connected.</summary>
    Present,

    /// <summary>The actor is a client among several, and is served.</summary>
    Served,
}

/// <summary>Who takes part in a conversation at some time.</summary>
/// <param name="Present">The actors that have begun to do something, and whose process has not ended.</param>
/// <param name="Connected">The clients that have a connection.</param>
/// <param name="Served">
/// The connected clients that are served: the server has accepted them, or has sent to them if accepts are not seen.
/// </param>
public sealed record Presence(ValueList<Actor> Present, ValueList<Actor> Connected, ValueList<Actor> Served)
{
    /// <summary>Nobody takes part.</summary>
    public static readonly Presence Nobody = new([], [], []);

    /// <summary>What a lane shows.</summary>
    /// <param name="lane">The actor.</param>
    /// <param name="isClient">Whether it is a client among several.</param>
    public LaneState StateOf(Actor lane, bool isClient) =>
        isClient && Served.Contains(lane) ? LaneState.Served
        : (isClient ? Connected : Present).Contains(lane) ? LaneState.Present
        : LaneState.Absent;
}

/// <summary>Follows who takes part, entry by entry.</summary>
internal sealed class Attendance
{
    private readonly List<Actor> _present = [];
    private readonly HashSet<int> _over = [];

    // An accept may be noticed before the connection is.
    private readonly HashSet<int> _early = [];
    private readonly Dictionary<int, (Actor Client, bool IsServed)> _connections = [];

    /// <summary>Who takes part after the entry.</summary>
    public Presence After(Entry entry)
    {
        if (!_present.Contains(entry.Who))
            _present.Add(entry.Who);
        if (entry.What == Happening.Exit)
            _present.Remove(entry.Who);
        if (entry.Connection is { } number)
            Follow(number, entry);
        return new([.. _present], Clients(_ => true), Clients(connection => connection.IsServed));
    }

    /// <summary>Whether a side has closed a connection in both directions, or reset it.</summary>
    public bool IsOver(int? connection) => connection is { } number && _over.Contains(number);

    private void Follow(int number, Entry entry)
    {
        if (entry.What == Happening.Connect)
            _connections[number] = (entry.Who, _early.Contains(number));
        else if (entry.What is Happening.Close or Happening.Reset)
        {
            _connections.Remove(number);
            _over.Add(number);
        }
        else if (!_connections.TryGetValue(number, out var open))
            _early.Add(number);
        else if (entry.Who != open.Client)
            _connections[number] = open with { IsServed = true };
    }

    private ValueList<Actor> Clients(Func<(Actor Client, bool IsServed), bool> which) =>
        [.. _connections.Values.Where(which).Select(open => open.Client).Distinct()];
}
