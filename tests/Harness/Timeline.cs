using System.Diagnostics;

namespace Lab.Harness;

/// <summary>What happened, in one entry of the timeline.</summary>
public enum Happening
{
    /// <summary>A program was started; the note is its command line.</summary>
    Start,

    /// <summary>A program listens; the note is the end point.</summary>
    Listen,

    /// <summary>A connection was opened (by a client) or arrived (at a server).</summary>
    Connect,

    /// <summary>The program tried to connect; the note is the end point.</summary>
    Try,

    /// <summary>A socket call of the program threw; the note names the call and the error.</summary>
    Fail,

    /// <summary>The program took a connection from the backlog.</summary>
    Accept,

    /// <summary>Bytes went out on a connection.</summary>
    Send,

    /// <summary>A UDP datagram arrived.</summary>
    SendDatagram,

    /// <summary>The probe closed one direction: it sent a FIN and goes on receiving.</summary>
    HalfClose,

    /// <summary>A connection was closed cleanly: a FIN (RFC 9293, section 3.6).</summary>
    Close,

    /// <summary>A connection was reset: an RST (RFC 9293, section 3.5.2).</summary>
    Reset,

    /// <summary>The program wrote to its standard output.</summary>
    Print,

    /// <summary>The program wrote to its standard error.</summary>
    PrintError,

    /// <summary>
    /// The program reached the end of its code. Its sockets are still open if it has not closed them.
    /// </summary>
    ReachEnd,

    /// <summary>The process ended; the note is its exit code.</summary>
    Exit,

    /// <summary>The expectation that ended the scenario was given up.</summary>
    GiveUp,
}

/// <summary>One thing that happened in a conversation.</summary>
/// <param name="Number">
/// Its place in the order of all events, from 1. Numbers are missing where entries were dropped.
/// </param>
/// <param name="At">Time since the conversation began.</param>
/// <param name="Who">The actor.</param>
/// <param name="What">What the actor did.</param>
public sealed record Entry(int Number, TimeSpan At, Actor Who, Happening What)
{
    /// <summary>The other side. Null if there is none or it is not known.</summary>
    public Actor? Peer { get; init; }

    /// <summary>
    /// The number of the connection, from 1 in the order of opening. Null if <see cref="Peer"/> is null.
    /// </summary>
    public int? Connection { get; init; }

    /// <summary>The bytes that were transferred or printed. Null if there are none.</summary>
    public Bytes? Bytes { get; init; }

    /// <summary>An end point, a command line, an exit code, or the call that failed. Null if there is none.</summary>
    public string? Note { get; init; }
}

/// <summary>The connection of an entry, as one of its sides sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Peer">The other side.</param>
public sealed record Link(int Number, Actor Peer);

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

    // A line of a view shows far fewer bytes than this.
    private const int MostBytes = 1 << 10;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Entry> _entries = [];
    private readonly List<(Actor Caller, Actor Callee)> _calls = [];
    private readonly Lock _lock = new();
    private int _number;
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

    /// <summary>The number of entries that were dropped between the first and the last ones.</summary>
    public int Dropped { get; private set; }

    /// <summary>Gives a number to a new connection.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="callee">Who is called.</param>
    public int NextConnection(Actor caller, Actor callee)
    {
        lock (_lock)
        {
            _calls.Add((caller, callee));
            return _calls.Count;
        }
    }

    /// <summary>
    /// The connection that a server accepted as its <paramref name="number"/>th, as the server sees it. The order is
    /// known because a backlog is a queue. Null if the caller was no probe.
    /// </summary>
    public Link? CallTo(Actor server, int number)
    {
        lock (_lock)
        {
            var calls = _calls.Index().Where(call => call.Item.Callee == server).Skip(number - 1).Take(1);
            return calls.Select(call => new Link(call.Index + 1, call.Item.Caller)).FirstOrDefault();
        }
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
                        Note = note,
                    }
                );
        }
        Move();
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

    // Several writes of one line become one entry, unless the program did something else in between.
    private bool Continue(Actor who, Happening what, byte[]? bytes)
    {
        if (what is not (Happening.Print or Happening.PrintError))
            return false;
        var at = _entries.FindLastIndex(entry => entry.Who == who);
        if (at < 0 || _entries[at] is not { Bytes: { Total: < LongestLine } begun } last)
            return false;
        if (last.What != what || begun[^1] == '\n')
            return false;
        _entries[at] = last with { Bytes = Bytes.Of([.. begun, .. bytes!], MostBytes) };
        Follower?.Invoke(_entries[at]);
        return true;
    }

    /// <summary>Wakes everybody who waits, after a change that adds no entry.</summary>
    public void Move()
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
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
            if (program is null || !program.IsShort(before!.Value, Now - begin))
                return false;
        }
        return false;
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
            if (remaining <= TimeSpan.Zero)
                return false;
            await Task.WhenAny(moved, Task.Delay(remaining < _look ? remaining : _look));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
