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

/// <summary>One thing that happened in a conversation.</summary>
/// <param name="Number">Its place in the order of all that happened, from 1; where entries were dropped, numbers are missing.</param>
/// <param name="At">Time since the conversation began.</param>
/// <param name="Who">Who did it.</param>
/// <param name="What">What was done.</param>
public sealed record Entry(int Number, TimeSpan At, Actor Who, Happening What)
{
    /// <summary>The other side; null where there is none, or where nobody knows.</summary>
    public Actor? Peer { get; init; }

    /// <summary>The number of the connection, from 1 in the order in which they were opened; null as with <see cref="Peer"/>.</summary>
    public int? Connection { get; init; }

    /// <summary>The bytes that moved, or were printed; null where none did.</summary>
    public Bytes? Bytes { get; init; }

    /// <summary>An end point, a command line, an exit code, or the call that failed; null where there is none.</summary>
    public string? Note { get; init; }
}

/// <summary>The connection that an entry is about, seen from one side of it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Peer">The other side.</param>
public sealed record Link(int Number, Actor Peer);

/// <summary>A connection that was opened.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Callee">Who was called.</param>
public sealed record ConnectionEnds(int Number, Actor Caller, Actor Callee);
