using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>A row of a ladder.</summary>
public abstract record Row
{
    /// <summary>Who takes part, after this row.</summary>
    public Presence Presence { get; init; } = Presence.Nobody;
}

/// <summary>Something that happened: an arrow between two lanes, or a note at one.</summary>
/// <param name="Number">Its place in the order of all events, from 1.</param>
/// <param name="At">The time since the conversation began.</param>
/// <param name="Since">The time since the event before: in a whole drawing, the one that is drawn before.</param>
/// <param name="Mark">The kind of event.</param>
/// <param name="Who">The actor. The check itself has no lane.</param>
public sealed record EventRow(int Number, TimeSpan At, TimeSpan Since, Mark Mark, Actor Who) : Row
{
    /// <summary>The actor at the head of the arrow. Null for a note.</summary>
    public Actor? To { get; init; }

    /// <summary>The number of the connection. Null if there is none or it is not known.</summary>
    public int? Connection { get; init; }

    /// <summary>The bytes that were transferred or printed.</summary>
    public Bytes? Bytes { get; init; }

    /// <summary>The number of pieces in which the bytes came. A long message comes in many.</summary>
    public int Pieces { get; init; } = 1;

    /// <summary>An end point, a command line, an exit code, or the call that failed.</summary>
    public string? Note { get; init; }

    /// <summary>The client that had sent these bytes, if they went to another one.</summary>
    public Actor? Owner { get; init; }

    /// <summary>Whether the failed expectation belongs here.</summary>
    public bool IsFailed { get; init; }

    /// <summary><see cref="At"/> in whole milliseconds.</summary>
    public long Milliseconds => (long)At.TotalMilliseconds;

    /// <summary>The whole milliseconds since the row before. All of them together are <see cref="Milliseconds"/>.</summary>
    public long MillisecondsSince => Milliseconds - (long)(At - Since).TotalMilliseconds;

    /// <summary>Whether this is the first row that differs from the same conversation with a right program.</summary>
    public bool IsDifferent { get; init; }
}

/// <summary>A time in which nothing happened.</summary>
/// <param name="Length">Its length.</param>
public sealed record SilenceRow(TimeSpan Length) : Row;

/// <summary>Events that are left out.</summary>
/// <param name="Count">Their number.</param>
public sealed record ElisionRow(int Count) : Row;
