using System.Diagnostics;
using System.Net;

namespace Lab.Harness;

/// <summary>
/// Records everything that happens in one conversation, in order. Events of the probe and of the program are both added
/// here, and every wait is a wait for a new event.
/// </summary>
/// <param name="patience">The factor by which all bounds are multiplied.</param>
public sealed class Timeline(double patience = 1)
{
    private const int MostEntries = 200;
    private const int LongestLine = 1000;
    private const int MostRounds = 12;
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    /// <summary>Pieces of a line become one entry if the program prints them within this time.</summary>
    public static readonly TimeSpan OneLine = TimeSpan.FromMilliseconds(50);

    // A line of a view shows far fewer bytes than this.
    private const int MostBytes = 1 << 10;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Entry> _entries = [];
    private readonly List<ConnectionEnds> _calls = [];
    private readonly List<(string Old, string New)> _names = [];
    private readonly Lock _lock = new();
    private int _number;
    private readonly HashSet<ConnectionEnds> _connected = [];
    private int _connections;
    private bool _hasEnded;
    private TaskCompletionSource _moved = NewSignal();

    /// <summary>The factor by which all bounds are multiplied.</summary>
    public double Patience { get; } = patience;

    /// <summary>The time since the conversation began.</summary>
    public TimeSpan Now => _clock.Elapsed;

    /// <summary>The entries so far.</summary>
    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <summary>
    /// Receives each entry as it is added, one after the other. If a line is printed piece by piece, its entry is
    /// received again as it grows.
    /// </summary>
    public Action<Entry>? Follower { get; init; }

    /// <summary>Whether nothing is to be waited for any more.</summary>
    public Func<bool> HasEnough { get; init; } = () => false;

    /// <summary>The number of entries that were dropped between the first and the last ones.</summary>
    public int Dropped { get; private set; }

    /// <summary>The connections, in the order of opening.</summary>
    public IReadOnlyList<ConnectionEnds> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>Gives a number to a new connection.</summary>
    /// <param name="caller">The side that calls.</param>
    /// <param name="callee">The side that is called.</param>
    public ConnectionEnds NextConnection(Actor caller, Actor callee)
    {
        lock (_lock)
        {
            var call = new ConnectionEnds(++_connections, caller, callee);
            _calls.Add(call);
            return call;
        }
    }

    /// <summary>Removes a connection from the list, because it was refused.</summary>
    public void WasRefused(ConnectionEnds call)
    {
        lock (_lock)
            _calls.Remove(call);
    }

    /// <summary>Records that a connection was opened, unless an accept has shown it already.</summary>
    public void Connects(ConnectionEnds call)
    {
        lock (_lock)
        {
            if (_connected.Add(call))
                Add(call.Caller, Happening.Connect, link: new(call.Number, call.Callee));
        }
    }

    /// <summary>
    /// Records that a server accepted its <paramref name="number"/>th connection. The caller is known because a backlog is
    /// a queue.
    /// </summary>
    public void Accepts(Actor server, int number)
    {
        var call = Calls.Where(call => call.Callee == server).ElementAtOrDefault(number - 1);
        // A server may report its accept before the probe notices that it is connected.
        if (call is not null)
            Connects(call);
        Add(server, Happening.Accept, link: call is null ? null : new(call.Number, call.Caller));
    }

    /// <summary>Adds an entry. If there are too many, the first hundred and the last hundred are kept.</summary>
    /// <param name="who">The actor.</param>
    /// <param name="what">What the actor did.</param>
    /// <param name="bytes">The bytes that were transferred or printed.</param>
    /// <param name="note">An end point, a command line, an exit code, or the call that failed.</param>
    /// <param name="link">The connection that the entry is about.</param>
    public void Add(Actor who, Happening what, byte[]? bytes = null, string? note = null, Link? link = null)
    {
        lock (_lock)
        {
            if (!_hasEnded && !Continue(who, what, bytes))
                Append(
                    new Entry(++_number, Now, who, what)
                    {
                        Peer = link?.Peer,
                        Connection = link?.Number,
                        Bytes = bytes is null ? null : Bytes.Of(bytes, MostBytes),
                        Note = _names.Aggregate(note, (text, name) => text?.Replace(name.Old, name.New)),
                    }
                );
        }
        Move();
    }

    /// <summary>
    /// Does something, and adds an entry about it unless it fails. What others do because of it comes after this entry.
    /// </summary>
    /// <param name="act">Does it, without waiting. False if it fails.</param>
    /// <param name="who">The actor.</param>
    /// <param name="what">What the actor does.</param>
    /// <param name="bytes">The bytes that are transferred.</param>
    /// <param name="link">The connection that the entry is about.</param>
    /// <returns>Whether it was done.</returns>
    public bool Do(Func<bool> act, Actor who, Happening what, Link link, byte[]? bytes = null)
    {
        lock (_lock)
        {
            if (!act())
                return false;
            Add(who, what, bytes, link: link);
            return true;
        }
    }

    /// <summary>Lets the notes of later entries name another end point in place of this one.</summary>
    /// <param name="tap">The end point, which is only part of the check.</param>
    /// <param name="server">The end point that it stands for.</param>
    public void NameInstead(IPEndPoint tap, IPEndPoint server)
    {
        lock (_lock)
        {
            _names.Add((EndPoints.Show(tap), EndPoints.Show(server)));
            _names.Add(($"{tap.Address} {tap.Port}", $"{server.Address} {server.Port}"));
        }
    }

    /// <summary>Ends the timeline: later events belong to no conversation and are not recorded.</summary>
    public void End()
    {
        lock (_lock)
            _hasEnded = true;
    }

    private void Append(Entry entry)
    {
        _entries.Add(entry);
        Follower?.Invoke(entry);
        // The first entries show the participants, and the last ones show what went wrong.
        if (_entries.Count <= MostEntries)
            return;
        _entries.RemoveAt(MostEntries / 2);
        Dropped++;
    }

    // Several writes of one line become one entry, unless the program did something else in between, or something was
    // done to it.
    private bool Continue(Actor who, Happening what, byte[]? bytes)
    {
        if (what is not (Happening.Print or Happening.PrintError))
            return false;
        var at = _entries.FindLastIndex(entry => entry.Who == who || entry.Peer == who);
        if (at < 0 || _entries[at] is not { Bytes: { Total: < LongestLine } begun } last)
            return false;
        if (last.Who != who || last.What != what || begun[^1] == '\n' || Now - last.At > OneLine)
            return false;
        _entries[at] = last with { Bytes = Bytes.Of([.. begun, .. bytes!], MostBytes) };
        Follower?.Invoke(_entries[at]);
        return true;
    }

    /// <summary>The number of changes so far.</summary>
    public int Changes { get; private set; }

    /// <summary>Wakes everybody who waits, after a change that adds no entry.</summary>
    public void Move()
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
            Changes++;
            moved = _moved;
            _moved = NewSignal();
        }
        moved.TrySetResult();
    }

    /// <summary>
    /// Waits until <paramref name="condition"/> holds. This is the only way to wait. The condition is evaluated after
    /// every event, and also every 20 ms, because some changes show only in the operating system's tables.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="bound">The longest time to wait. It is multiplied by the patience.</param>
    /// <param name="program">
    /// The program that the bound is for, if there is one. The bound starts again while the machine gives the program
    /// too little processor time to make progress.
    /// </param>
    /// <returns>False if the condition did not hold in time.</returns>
    public async Task<bool> Until(Func<bool> condition, TimeSpan bound, ProcessorTime? program = null)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var (begin, before) = (Now, program?.Used);
            if (await Within(bound * Patience, condition))
                return true;
            if (program is null || HasEnough() || !await program.IsShort(before!.Value, Now - begin))
                break;
        }
        // To look at the program takes time, in which it may have gone on.
        return condition();
    }

    private async Task<bool> Within(TimeSpan bound, Func<bool> condition)
    {
        var end = Now + bound;
        while (true)
        {
            Task moved;
            lock (_lock)
                moved = _moved.Task;
            if (condition())
                return true;
            var remaining = end - Now;
            if (remaining <= TimeSpan.Zero || HasEnough())
                return false;
            await Task.WhenAny(moved, Task.Delay(remaining < _look ? remaining : _look));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
