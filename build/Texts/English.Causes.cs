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
            "Usually: the timeout is a fixed number, or none at all; the program has it as an argument.",
        [("Ex1", "2", Verdict.EndedEarly)] =
            "Usually: the timeout was given in seconds to a property that counts milliseconds.",
        [("Ex1", "3", Verdict.ListensElsewhere)] =
            "Usually: the host or the port is written into the program; both are arguments.",
        [("Ex1", "8", Verdict.ProcessEnded)] =
            "Usually: Close is missing, or stands where this path does not come along.",
        [("Ex2", "3", Verdict.StillRunning)] = AcceptHasNoTimeout,
        [("Ex3", "3", Verdict.StillRunning)] = AcceptHasNoTimeout,
        [("Ex2", "3", Verdict.EndedEarly)] = Milliseconds,
        [("Ex3", "3", Verdict.EndedEarly)] = Milliseconds,
        [("Ex2", "2", Verdict.ListensElsewhere)] = BindsAny,
        [("Ex3", "2", Verdict.ListensElsewhere)] = BindsAny,
        [("Ex2", "5", Verdict.EndedEarly)] = "Usually: what follows Accept is not inside a loop.",
        [("Ex3", "5", Verdict.EndedEarly)] = "Usually: what follows Accept is not inside a loop.",
        [("Ex3", "6a", Verdict.Silent)] = "Usually: the function never runs. Was the thread started, or only created?",
        [("Ex3", "5b", Verdict.NeverServed)] =
            "Usually: the client is served in the thread that accepts, or that thread waits for the other (Join).",
        [("Ex2", "6", Verdict.EndedEarly)] =
            "Usually: the only try stands around the whole loop, so the error of one client ends the loop.",
        [("Ex3", "7", Verdict.UnhandledException)] =
            "Usually: the thread's function has no try of its own; an exception that leaves a thread ends the process.",
        [("Ex2", "7", Verdict.ProcessEnded)] = NeverClosed,
        [("Ex3", "8", Verdict.ProcessEnded)] = NeverClosed,
    };

    private const string AcceptHasNoTimeout =
        "Usually: ReceiveTimeout was set. It bounds Receive, not Accept: Accept waits for ever all the same.";

    private const string Milliseconds =
        "Usually: the timeout was given in seconds to something that counts milliseconds or microseconds.";

    private const string BindsAny =
        "Usually: it was bound to any address (IPAddress.Any), not to the host that it was given.";

    private const string NeverClosed =
        "Usually: Close is missing, or stands behind a loop that is left by an exception.";

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
            DifferenceKind.Reencoded =>
                "Usually: the bytes were decoded to a text, and the text was encoded again; an echo sends the bytes.",
            DifferenceKind.OwnMessage => "Usually: the variable that is printed holds the message.",
            _ => null,
        };
}
