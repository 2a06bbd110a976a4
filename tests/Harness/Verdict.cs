using System.Net;

namespace Lab.Harness;

/// <summary>What a socket program can do, as a closed set. Each member points at a step.</summary>
public enum Verdict
{
    /// <summary>Nobody listens: the connection was refused with an RST (RFC 9293, section 3.5.2, group 1).</summary>
    Refused,

    /// <summary>The kernel completed the handshake, and the program never took the connection.</summary>
    NeverServed,

    /// <summary>The connection stayed open and nothing came.</summary>
    Silent,

    /// <summary>A FIN came where bytes were expected.</summary>
    CleanClose,

    /// <summary>An RST came where bytes or a FIN were expected.</summary>
    Reset,

    /// <summary>The right beginning came, then nothing more.</summary>
    Stopped,

    /// <summary>All that was expected came, and more.</summary>
    ExtraBytes,

    /// <summary>Other bytes came.</summary>
    WrongBytes,

    /// <summary>A UDP socket was used instead of a TCP one.</summary>
    SentByUdp,

    /// <summary>The process ended without having done what was expected.</summary>
    ProcessEnded,

    /// <summary>An exception nobody handled ended the process.</summary>
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

/// <summary>What a scenario waited for when it was given up.</summary>
public enum Awaited
{
    /// <summary>A TCP connection at the probe's end point.</summary>
    Connection,

    /// <summary>A TCP socket of the server, bound or listening.</summary>
    TcpSocket,

    /// <summary>The program bound to the end point it was given, and to nothing else.</summary>
    Bound,

    /// <summary>The program listens at its end point.</summary>
    Listening,

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

    /// <summary>This client is served.</summary>
    Served,

    /// <summary>A clean close of this connection.</summary>
    Close,

    /// <summary>The socket of a client that has gone is closed as well.</summary>
    ClosedInEveryCase,

    /// <summary>The connection is closed by the program, not by the kernel at its exit.</summary>
    ClosedBeforeExit,

    /// <summary>The listening socket is closed by the program, not by the kernel at its exit.</summary>
    ServerClosedBeforeExit,

    /// <summary>The program ends by itself once its timeout has passed.</summary>
    EndsAfterTimeout,

    /// <summary>The program ends by itself once its default timeout, of which it was not told, has passed.</summary>
    EndsAfterDefault,

    /// <summary>The server waits as long for another client after its last one as after its start.</summary>
    WaitsAnew,

    /// <summary>The program still waits, because its timeout is far away.</summary>
    StillWaits,

    /// <summary>The program ends by itself.</summary>
    Ends,

    /// <summary>The program says something about what went wrong, and ends.</summary>
    Message,
}

/// <summary>How a connection stands.</summary>
public enum ConnectionState
{
    /// <summary>Open in both directions, as far as the peer has said.</summary>
    Open,

    /// <summary>The peer sent a FIN.</summary>
    Closed,

    /// <summary>The peer sent an RST.</summary>
    Reset,
}

/// <summary>How the program under test stands.</summary>
/// <param name="Running">It runs.</param>
/// <param name="ExitCode">Its exit code, where it ended by itself and the code is known.</param>
/// <param name="Crash">The exception that ended it.</param>
/// <param name="LastLines">The end of what it printed, at most five lines.</param>
public sealed record ProgramState(bool Running, int? ExitCode, Crash? Crash, ValueList<string> LastLines);

/// <summary>An exception that the program did not handle.</summary>
/// <param name="Type">Its full type name.</param>
/// <param name="Message">Its message, first line.</param>
/// <param name="Place">The first file and line of the program in its trace, such as <c>Program.cs:12</c>.</param>
public sealed record Crash(string Type, string Message, string? Place);

/// <summary>A socket that a program left open at its exit.</summary>
/// <param name="Type">Its type: <c>Stream</c> is TCP, <c>Dgram</c> is UDP.</param>
/// <param name="EndPoint">Where it is bound; null where it is not.</param>
public sealed record LeftOpen(string Type, IPEndPoint? EndPoint)
{
    /// <summary>Whether it is a TCP socket.</summary>
    public bool IsTcp => Type == "Stream";
}

/// <summary>What was found where an expectation did not hold. Data only: words are the views' business.</summary>
public sealed record Finding(Verdict Verdict, Awaited Awaited)
{
    /// <summary>
    /// Whether all it says is that something has not come in time. A busy machine may be to blame for that, but never
    /// for bytes, closes or crashes that did come. Who waits for minutes has waited long enough.
    /// </summary>
    public bool IsAbsence =>
        Awaited != Awaited.EndsAfterDefault
        && (
            Verdict
                is Verdict.Refused
                    or Verdict.NeverServed
                    or Verdict.Silent
                    or Verdict.Stopped
                    or Verdict.StillRunning
                    or Verdict.PortHeld
            // What a program had sent before its end is here: see Listener.CatchUp.
            || Verdict == Verdict.ProcessEnded && Awaited != Awaited.Connection && !IsAboutItsSocketAlone
            || Verdict == Verdict.WrongBytes && Awaited == Awaited.Text
            // Its timeout may have come before the probe did.
            || Verdict == Verdict.EndedEarly && Awaited == Awaited.Listening
        );

    // What a program has left open is listed at its exit, and not looked for on the wire.
    private bool IsAboutItsSocketAlone => Awaited == Awaited.ClosedBeforeExit && Connection is null;

    /// <summary>What the probe had sent on the connection.</summary>
    public Bytes? Sent { get; init; }

    /// <summary>The bytes that were expected, on the wire or on standard output.</summary>
    public Bytes? ExpectedBytes { get; init; }

    /// <summary>The bytes that came instead.</summary>
    public Bytes? ReceivedBytes { get; init; }

    /// <summary>What the program itself had sent, where it may have printed that by mistake.</summary>
    public Bytes? OwnBytes { get; init; }

    /// <summary>The end point that was expected, or the one where the program was found.</summary>
    public string? ExpectedPlace { get; init; }

    /// <summary>The end point where the program was found instead.</summary>
    public string? FoundPlace { get; init; }

    /// <summary>The time after which something was expected.</summary>
    public TimeSpan? ExpectedTime { get; init; }

    /// <summary>How long it really took, or how long the scenario waited.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>The connection in question, if there was one.</summary>
    public ConnectionState? Connection { get; init; }

    /// <summary>The program, if it was started.</summary>
    public ProgramState? Program { get; init; }

    /// <summary>What happened, up to the failed expectation.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];
}

/// <summary>An expectation did not hold.</summary>
/// <param name="finding">What was found instead.</param>
public sealed class VerdictException(Finding finding) : Exception(finding.Verdict.ToString())
{
    /// <summary>What was found.</summary>
    public Finding Finding { get; } = finding;
}

/// <summary>Nothing is wrong so far, and nothing can be seen before another step is there.</summary>
/// <param name="step">The id of the step that it waits for.</param>
/// <param name="otherwise">What is wrong where that step is there after all.</param>
public sealed class NotVisibleYetException(string step, VerdictException? otherwise = null) : Exception(step)
{
    /// <summary>What was found, should the other step turn out to be there.</summary>
    public Finding? Otherwise { get; } = otherwise?.Finding;

    /// <summary>The id of the step that has to be there first.</summary>
    public string Step { get; } = step;
}
