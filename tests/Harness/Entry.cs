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

    /// <summary>Enter was pressed, because the program should have been over and only waited.</summary>
    PressEnter,

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

/// <summary>A connection that was opened.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Caller">The side that called.</param>
/// <param name="Callee">The side that was called.</param>
public sealed record ConnectionEnds(int Number, Actor Caller, Actor Callee);
