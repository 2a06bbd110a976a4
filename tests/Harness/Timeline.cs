using System.Diagnostics;

namespace Lab.Harness;

/// <summary>
/// Everything that happens in one scenario, in order; probe and program both write to it, and waiting means waiting
/// for it to move.
/// </summary>
/// <param name="patience">How many times as long as usual everybody who looks at it waits at most.</param>
public sealed class Timeline(double patience = 1)
{
    private const int MostEntries = 200;
    private const int LongestLine = 1000;
    private const int MostRounds = 12;
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    /// <summary>The pieces of a line that a program prints within this time are one entry.</summary>
    public static readonly TimeSpan OneLine = TimeSpan.FromMilliseconds(50);

    // A line of a view shows far fewer.
    private const int MostBytes = 1 << 10;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Entry> _entries = [];
    private readonly List<ConnectionEnds> _calls = [];
    private readonly Lock _lock = new();
    private int _number;
    private int _connections;
    private bool _hasEnded;
    private TaskCompletionSource _moved = NewSignal();

    /// <summary>How many times as long as usual everybody who looks at it waits at most.</summary>
    public double Patience { get; } = patience;

    /// <summary>Time since the scenario began.</summary>
    public TimeSpan Now => _clock.Elapsed;

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <summary>Receives each entry as it is added, one after the other; a line that is printed piece by piece, again as it grows.</summary>
    public Action<Entry>? Follower { get; init; }

    /// <summary>How many entries are missing between the first and the last that are kept.</summary>
    public int Dropped { get; private set; }

    /// <summary>The connections, in the order in which they were opened.</summary>
    public IReadOnlyList<ConnectionEnds> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>Numbers one more connection.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="callee">Who is called.</param>
    public int NextConnection(Actor caller, Actor callee)
    {
        lock (_lock)
        {
            _calls.Add(new(++_connections, caller, callee));
            return _connections;
        }
    }

    /// <summary>Takes a connection off the list again: it was refused.</summary>
    public void WasRefused(int connection)
    {
        lock (_lock)
            _calls.RemoveAll(call => call.Number == connection);
    }

    /// <summary>
    /// The connection that a server took as its <paramref name="number"/>th, as it sees it: a backlog is a queue. Null where
    /// the caller was no probe.
    /// </summary>
    public Link? CallTo(Actor server, int number)
    {
        lock (_lock)
        {
            var call = _calls.Where(call => call.Callee == server).ElementAtOrDefault(number - 1);
            return call is null ? null : new Link(call.Number, call.Caller);
        }
    }

    /// <summary>Adds an entry. Of a flood the first hundred and the last hundred are kept.</summary>
    /// <param name="who">Who did it.</param>
    /// <param name="what">What was done.</param>
    /// <param name="bytes">The bytes that moved, or were printed.</param>
    /// <param name="note">An end point, a command line, an exit code, or the call that failed.</param>
    /// <param name="link">The connection that it is about.</param>
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

    /// <summary>Ends it: what happens from now on belongs to no conversation and is not noted.</summary>
    public void End()
    {
        lock (_lock)
            _hasEnded = true;
    }

    private void Append(Entry entry)
    {
        _entries.Add(entry);
        Follower?.Invoke(entry);
        // The beginning tells who is who, and the end what went wrong.
        if (_entries.Count <= MostEntries)
            return;
        _entries.RemoveAt(MostEntries / 2);
        Dropped++;
    }

    // A line that is printed in several writes is one entry, unless the program did something else meanwhile.
    private bool Continue(Actor who, Happening what, byte[]? bytes)
    {
        if (what is not (Happening.Print or Happening.PrintError))
            return false;
        var at = _entries.FindLastIndex(entry => entry.Who == who);
        if (at < 0 || _entries[at] is not { Bytes: { Total: < LongestLine } begun } last)
            return false;
        if (last.What != what || begun[^1] == '\n' || Now - last.At > OneLine)
            return false;
        _entries[at] = last with { Bytes = Bytes.Of([.. begun, .. bytes!], MostBytes) };
        Follower?.Invoke(_entries[at]);
        return true;
    }

    /// <summary>Wakes everybody who waits, after a change that has no line of its own.</summary>
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
    /// Waits until <paramref name="condition"/> holds: the one way to wait. It looks again whenever something happens, and
    /// every 20 ms as well, for what only the operating system's tables show.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="bound">How long to wait at most, times the patience.</param>
    /// <param name="program">
    /// The program that the bound is for, where it is: the bound runs anew while the machine leaves the program too little
    /// of the processor to get anywhere.
    /// </param>
    /// <returns>False when it did not hold in time.</returns>
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
            var left = end - Now;
            if (left <= TimeSpan.Zero)
                return false;
            await Task.WhenAny(moved, Task.Delay(left < _look ? left : _look));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
