using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>The meaning of a row of bytes.</summary>
public enum RowKind
{
    /// <summary>The bytes that the probe sent.</summary>
    Sent,

    /// <summary>The bytes that were expected.</summary>
    Expected,

    /// <summary>The bytes that were received.</summary>
    Received,

    /// <summary>The bytes that the program printed.</summary>
    Printed,
}

/// <summary>A row of bytes to show.</summary>
/// <param name="Kind">The meaning of the row.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record Row(RowKind Kind, Bytes Bytes)
{
    /// <summary>The rows that show a finding. None if it is not about bytes.</summary>
    public static ValueList<Row> Of(Finding finding)
    {
        // The sent bytes are the same as the expected ones if an echo is awaited, so one row is enough for both.
        ValueList<Row> sent = finding is { Sent: { Length: > 0 } bytes, Awaited: not Awaited.Bytes }
            ? [new(RowKind.Sent, bytes)]
            : [];
        var came = finding.Awaited == Awaited.Text ? RowKind.Printed : RowKind.Received;
        return finding.ExpectedBytes is { } expected
            ? [.. sent, new(RowKind.Expected, expected), new(came, finding.ReceivedBytes ?? new([], 0))]
            : sent;
    }
}

/// <summary>The next thing to do.</summary>
public enum NextAction
{
    /// <summary>Work on the step that failed.</summary>
    MendStep,

    /// <summary>No step of the client works yet: write the steps up to Connect, which shows the socket.</summary>
    BeginClient,

    /// <summary>No step of the server works yet: write the steps up to Bind, which shows the socket.</summary>
    BeginServer,

    /// <summary>Play the practical's acceptance by hand, and look at the step that it shows.</summary>
    PlayByHand,
}

/// <summary>A way for students to see the finding for themselves.</summary>
public enum SeeIt
{
    /// <summary>Start the client while nobody listens.</summary>
    ClientAlone,

    /// <summary>Start the server twice.</summary>
    ServerTwice,

    /// <summary>Let the server print a line whenever it closes a client's socket, and count the lines.</summary>
    CountCloses,

    /// <summary>Send a message without a newline with netcat.</summary>
    SendWithoutNewline,

    /// <summary>Start the program without the arguments that have a default.</summary>
    StartWithFewArguments,

    /// <summary>Start the server with a short timeout, and call nobody.</summary>
    CallNobody,

    /// <summary>Start the server without arguments, and call nobody.</summary>
    CallNobodyByDefault,

    /// <summary>Listen with netcat, say nothing, and start the client with a short timeout.</summary>
    SayNothing,

    /// <summary>Listen with netcat, say nothing, and start the client without arguments.</summary>
    SayNothingByDefault,

    /// <summary>List the sockets that are bound on this machine, with their programs.</summary>
    ListSockets,

    /// <summary>Look whether netcat ends, because the server has closed.</summary>
    WatchNetcatEnd,

    /// <summary>Call the server with two netcats, and leave the first one silent.</summary>
    CallBesideAnother,

    /// <summary>Call the server with two netcats, and send from both at the same time.</summary>
    CallTogether,

    /// <summary>Call the server with netcat, break off, and call it again.</summary>
    CallAgain,

    /// <summary>Listen with netcat, and start the client.</summary>
    ListenByNetcat,

    /// <summary>Start the server, and call it with netcat.</summary>
    CallByNetcat,
}
