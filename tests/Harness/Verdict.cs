namespace Lab.Harness;

/// <summary>What a socket program can do wrong, as a closed set.</summary>
public enum Verdict
{
    /// <summary>Nobody listens: the connection was refused with an RST (RFC 9293, section 3.5.2, group 1).</summary>
    Refused,

    /// <summary>
    /// The kernel completed the handshake, and nothing came. <see cref="Finding.IsAccepted"/> says whether the program
    /// took the connection.
    /// </summary>
    NeverServed,

    /// <summary>The connection stayed open and nothing came.</summary>
    Silent,

    /// <summary>A FIN came where bytes were expected.</summary>
    CleanClose,

    /// <summary>An RST came where bytes or a FIN were expected.</summary>
    Reset,

    /// <summary>The expected bytes began to come, and then stopped.</summary>
    Stopped,

    /// <summary>All expected bytes came, and more after them.</summary>
    ExtraBytes,

    /// <summary>Other bytes came than expected.</summary>
    WrongBytes,

    /// <summary>A UDP socket was used instead of a TCP one.</summary>
    SentByUdp,

    /// <summary>The process ended without having done what was expected.</summary>
    ProcessEnded,

    /// <summary>An unhandled exception ended the process.</summary>
    UnhandledException,

    /// <summary>The process still ran when it should have ended.</summary>
    StillRunning,

    /// <summary>The process ended when it should still have run.</summary>
    EndedEarly,

    /// <summary>The program listens at, or connects to, another end point than the one it was given.</summary>
    ListensElsewhere,

    /// <summary>Another process holds the port.</summary>
    PortHeld,

    /// <summary>The program does not compile.</summary>
    DoesNotCompile,
}

/// <summary>What a scenario was waiting for when it gave up.</summary>
public enum Awaited
{
    /// <summary>A TCP connection at the probe's end point.</summary>
    Connection,

    /// <summary>No connection, because the host does not exist.</summary>
    NoConnection,

    /// <summary>A TCP socket of the server, bound or listening.</summary>
    TcpSocket,

    /// <summary>The program bound to the end point it was given, and to nothing else.</summary>
    Bound,

    /// <summary>The program listens at its end point.</summary>
    Listening,

    /// <summary>The program waits for clients, because its timeout is far away.</summary>
    Calls,

    /// <summary>Exactly these bytes on the connection.</summary>
    Bytes,

    /// <summary>This text on standard output.</summary>
    Text,

    /// <summary>The connection stays open until the probe's bytes have come.</summary>
    WaitsForBytes,

    /// <summary>The connection is taken from the backlog.</summary>
    Accepted,

    /// <summary>The bytes that the probe sent are received.</summary>
    Received,

    /// <summary>The program notices that the other side has closed the connection, and receives no more.</summary>
    NoticesEnd,

    /// <summary>The client is given to a thread, or to something else that serves it.</summary>
    Thread,

    /// <summary>This client is served.</summary>
    Served,

    /// <summary>The server goes on, and serves the next client.</summary>
    GoesOn,

    /// <summary>A clean close of this connection.</summary>
    Close,

    /// <summary>The socket of a client that has gone is also closed.</summary>
    ClosedInEveryCase,

    /// <summary>The connection is closed by the program, not by the kernel at its exit.</summary>
    ClosedBeforeExit,

    /// <summary>The listening socket is closed by the program, not by the kernel at its exit.</summary>
    ServerClosedBeforeExit,

    /// <summary>The program ends by itself once its timeout has passed.</summary>
    EndsAfterTimeout,

    /// <summary>The program ends by itself once its default timeout has passed. It was given no timeout.</summary>
    EndsAfterDefault,

    /// <summary>The server waits for another client after its last one as long as after its start.</summary>
    WaitsAnew,

    /// <summary>The program still waits, because its timeout is far away.</summary>
    StillWaits,

    /// <summary>The program ends by itself.</summary>
    Ends,

    /// <summary>The program says something about what went wrong, and ends.</summary>
    Message,
}

/// <summary>The state of a connection.</summary>
public enum ConnectionState
{
    /// <summary>The peer has neither closed nor reset it.</summary>
    Open,

    /// <summary>The peer sent a FIN.</summary>
    Closed,

    /// <summary>The peer sent an RST.</summary>
    Reset,
}

/// <summary>The state of the program under test.</summary>
/// <param name="Running">Whether it runs.</param>
/// <param name="ExitCode">Its exit code, if it ended by itself and the code is known.</param>
/// <param name="Crash">The exception that ended it.</param>
/// <param name="LastLines">
/// The last lines of its output: at most five lines, each at most <see cref="CapturedOutput.LongestLine"/> characters.
/// </param>
public sealed record ProgramState(bool Running, int? ExitCode, Crash? Crash, ValueList<string> LastLines);
