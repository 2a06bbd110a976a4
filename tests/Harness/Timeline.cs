using System.Diagnostics;

namespace Lab.Harness;

/// <summary>What a line of the timeline tells.</summary>
public enum Happening
{
    /// <summary>A program was started; the note is its command line.</summary>
    Start,

    /// <summary>Somebody listens; the note is the end point.</summary>
    Listen,

    /// <summary>A connection was opened (by a client) or arrived (at a server).</summary>
    Connect,

    /// <summary>The program tried to connect; the note is the end point.</summary>
    Try,

    /// <summary>A socket call of the program's threw; the note names both.</summary>
    Fail,

    /// <summary>The program took a connection from the backlog.</summary>
    Accept,

    /// <summary>Bytes went out on a connection.</summary>
    Send,

    /// <summary>A UDP datagram arrived.</summary>
    SendDatagram,

    /// <summary>One direction was closed by the probe: a FIN, and it goes on receiving.</summary>
    HalfClose,

    /// <summary>A connection was closed cleanly: a FIN (RFC 9293, section 3.6).</summary>
    Close,

    /// <summary>A connection was reset: an RST (RFC 9293, section 3.5.2).</summary>
    Reset,

    /// <summary>The program wrote to its standard output.</summary>
    Print,

    /// <summary>The program wrote to its standard error.</summary>
    PrintError,

    /// <summary>The program reached the end of its code; its sockets are still as it left them.</summary>
    ReachEnd,

    /// <summary>The process ended; the note is its exit code.</summary>
    Exit,

    /// <summary>The expectation that ended the scenario was given up.</summary>
    GiveUp,
}

/// <summary>One thing that happened in a scenario.</summary>
/// <param name="At">Time since the scenario began.</param>
/// <param name="Who">The actor, such as <c>client</c>, <c>server</c> or <c>client B</c>.</param>
/// <param name="What">What it did.</param>
/// <param name="Bytes">The bytes that moved, if any did.</param>
/// <param name="Note">An end point, a command line or an exit code.</param>
public sealed record Entry(TimeSpan At, string Who, Happening What, Bytes? Bytes, string? Note);

/// <summary>
/// Everything that happens in one scenario, in order; probe and program both write to it, and waiting means waiting
/// for it to move.
/// </summary>
/// <param name="patience">How many times as long as usual everybody who looks at it waits at most.</param>
public sealed class Timeline(double patience = 1)
{
    private const int MostEntries = 200;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Entry> _entries = [];
    private readonly Lock _lock = new();
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

    /// <summary>Is told each line as it is added, one after the other.</summary>
    public Action<Entry>? Follower { get; init; }

    /// <summary>Adds a line. Of a flood the first hundred and the last hundred are kept.</summary>
    public void Add(string who, Happening what, byte[]? bytes = null, string? note = null)
    {
        lock (_lock)
        {
            var entry = new Entry(Now, who, what, bytes, note);
            _entries.Add(entry);
            Follower?.Invoke(entry);
            // The beginning tells who is who, and the end what went wrong.
            if (_entries.Count > MostEntries)
                _entries.RemoveAt(MostEntries / 2);
        }
        Move();
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

    /// <summary>Waits until <paramref name="condition"/> holds.</summary>
    /// <returns>False when it did not within <paramref name="bound"/>, times the patience.</returns>
    public async Task<bool> Until(Func<bool> condition, TimeSpan bound)
    {
        var end = Now + bound * Patience;
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
            await Task.WhenAny(moved, Task.Delay(left));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
