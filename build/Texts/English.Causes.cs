using Lab.Build.Diagnosing;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Texts;

// Likely causes. Each has a program in the tests that proves it: see tests/Kit/WrongPrograms.
public sealed partial class English
{
    private static readonly Dictionary<(string Exercise, string Step, Verdict Verdict), string> _causes = new()
    {
        [("Ex1", "1", Verdict.SentByUdp)] = "Usually: the socket is a Dgram one; TCP needs a Stream one.",
        [("Ex1", "2", Verdict.StillRunning)] =
            "Usually: the timeout of the argument does not reach Receive: it is fixed, missing, not in milliseconds, "
            + "or set on another socket.",
        [("Ex1", "2", Verdict.EndedEarly)] = Milliseconds,
        [("Ex1", "3", Verdict.ListensElsewhere)] =
            "Usually: the host or the port is written into the program; both are arguments.",
        [("Ex1", "3", Verdict.ProcessEnded)] = "Usually: Connect is missing, or an exception came before it.",
        [("Ex1", "3", Verdict.StillRunning)] = KeyboardFirst,
        [("Ex1", "5", Verdict.CleanClose)] =
            "Usually: the program does not wait in Receive: it is missing, or does not block, or the socket was closed "
            + "or shut down before it.",
        [("Ex1", "7", Verdict.UnhandledException)] =
            "Usually: this exception is not caught, or thrown on; to catch the timeout alone is not enough.",
        [("Ex1", "7", Verdict.ProcessEnded)] = SilentCatch,
        [("Ex1", "8", Verdict.ProcessEnded)] =
            "Usually: Close is missing, or stands where this path does not come along.",
        [("Ex2", "2", Verdict.ListensElsewhere)] = BindsElsewhere,
        [("Ex3", "2", Verdict.ListensElsewhere)] = BindsElsewhere,
        [("Ex2", "3", Verdict.StillRunning)] = AcceptHasNoTimeout,
        [("Ex3", "3", Verdict.StillRunning)] = AcceptHasNoTimeout,
        [("Ex2", "3", Verdict.EndedEarly)] = Milliseconds,
        [("Ex3", "3", Verdict.EndedEarly)] = Milliseconds,
        [("Ex2", "4", Verdict.ProcessEnded)] = NoListen,
        [("Ex3", "4", Verdict.ProcessEnded)] = NoListen,
        [("Ex2", "4", Verdict.Refused)] = KeyboardFirst,
        [("Ex3", "4", Verdict.Refused)] = KeyboardFirst,
        [("Ex2", "5", Verdict.EndedEarly)] = NoWayBack,
        [("Ex3", "5", Verdict.EndedEarly)] = NoWayBack,
        [("Ex2", "5a", Verdict.EndedEarly)] = WrongSocket,
        [("Ex3", "5a", Verdict.EndedEarly)] = WrongSocket,
        [("Ex2", "5b", Verdict.Reset)] = ClosedUnread,
        [("Ex3", "6a", Verdict.Reset)] = ClosedUnread,
        [("Ex2", "5e", Verdict.Silent)] = ClientNotClosed,
        [("Ex3", "6d", Verdict.Silent)] = ClientNotClosed,
        [("Ex2", "6", Verdict.EndedEarly)] =
            "Usually: what goes wrong with one client ends the loop: it needs a try of its own inside the loop.",
        [("Ex2", "6", Verdict.ProcessEnded)] = SilentCatch,
        [("Ex3", "7", Verdict.ProcessEnded)] = SilentCatch,
        [("Ex2", "7", Verdict.ProcessEnded)] = NeverClosed,
        [("Ex3", "5b", Verdict.NeverServed)] =
            "Usually: the client is served in the thread that accepts, or that thread waits for the other (Join).",
        [("Ex3", "6", Verdict.Silent)] =
            "Usually: the socket of the client is in a variable that all threads share, and the last one is in it.",
        [("Ex3", "6a", Verdict.Silent)] =
            "Usually: Receive is never reached. Was the thread started, or only created? Does it wait for something else?",
        [("Ex3", "7", Verdict.UnhandledException)] =
            "Usually: a try is missing, in the thread's function or around the rest; an exception that leaves a thread "
            + "ends the process.",
        [("Ex3", "8", Verdict.ProcessEnded)] = NeverClosed,
    };

    private const string AcceptHasNoTimeout =
        "Usually: the timeout of the argument does not reach Accept. ReceiveTimeout, for one, bounds Receive only: "
        + "Accept waits for ever all the same.";

    private const string Milliseconds =
        "Usually: the timeout was given in seconds to something that counts milliseconds or microseconds.";

    private const string OtherDefault = "Usually: the default of the last argument is another number than 300.";

    private const string HoldsBack =
        "If your program did print: some languages hold the output back when nobody sits at a terminal. Flush it after "
        + "each line.";

    private const string BindsElsewhere =
        "Usually: it was bound to any address (IPAddress.Any), to a fixed one, or to another port, not to the host and "
        + "the port that it was given.";

    private const string KeyboardFirst =
        "Usually: the program waits for something else first, such as a line from the keyboard (Console.ReadLine).";

    private const string NoListen = "Usually: Listen is missing, or comes after Accept.";

    private const string NoWayBack =
        "Usually: after a client the server does not come back to Accept: that is not inside a loop, or the listening "
        + "socket was closed, or is bound anew in the loop.";

    private const string WrongSocket =
        "Usually: Accept or Receive was called on the wrong socket. The one that listens accepts, and only the one that "
        + "Accept gives receives.";

    private const string ClosedUnread =
        "Usually: the client's socket is closed, perhaps after an exception, before Receive has taken the message from it.";

    private const string ClientNotClosed =
        "Usually: Close is missing, or stands where an exception passes it by (a finally block is for that). To shut down "
        + "the receiving side does not close the connection.";

    private const string WaitsForLine =
        "Usually: ReadLine waits for a newline, and this message has none; Receive takes what comes.";

    private const string OneDeadline =
        "Usually: one deadline for the whole run, and the time has to begin anew each time the server waits for a client; "
        + "or a default that is a little shorter than 300.";

    private const string SilentCatch = "Usually: the exception is caught, and the catch prints nothing.";

    private const string NeverClosed =
        "Usually: Close is missing, or stands where this path does not come along: behind the loop, or behind an exit.";

    /// <inheritdoc />
    public override IReadOnlyCollection<(string Exercise, string Step, Verdict Verdict)> ExplainedVerdicts =>
        _causes.Keys;

    /// <inheritdoc />
    public override string? CauseOf(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.NewlineMissing => "Usually: ReadLine took the newline away, and nothing put it back.",
            DifferenceKind.NewlineAdded => "Usually: WriteLine was used; it adds a newline of its own.",
            DifferenceKind.ZeroBytes =>
                "Usually: the whole buffer was used, and not only as many bytes as Receive said.",
            DifferenceKind.Utf16 => "Usually: Encoding.Unicode was used; in .NET that name means UTF-16.",
            DifferenceKind.Ascii => "Usually: Encoding.ASCII was used.",
            DifferenceKind.Latin1 => "Usually: Encoding.Latin1 was used.",
            DifferenceKind.ByteOrderMark =>
                "Usually: a StreamWriter with Encoding.UTF8 wrote it; new UTF8Encoding(false) writes none.",
            DifferenceKind.Reencoded =>
                "Usually: the bytes were decoded to a text, and the text was encoded again; an echo sends the bytes.",
            DifferenceKind.OwnMessage => "Usually: the variable that is printed holds the message.",
            _ => null,
        };
}
