using System.Text.Unicode;
using Lab.Build.Diagnosing;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Texts;

// What was observed, what was expected, why, and what to do: the words of a verdict.
public sealed partial class English
{
    /// <inheritdoc />
    public override string SentLabel => "sent";

    /// <inheritdoc />
    public override string ExpectedLabel => "expected";

    /// <inheritdoc />
    public override string ReceivedLabel => "received";

    /// <inheritdoc />
    public override string ObservedLabel => "observed";

    /// <inheritdoc />
    public override string PrintedLabel => "printed";

    /// <inheritdoc />
    public override string Bytes(long count) => count == 1 ? "1 byte" : $"{Number(count)} bytes";

    /// <inheritdoc />
    public override string Observed(Facts facts)
    {
        var (finding, it) = (facts.Finding, Role(facts));
        var waited = Seconds(finding.Waited);
        return finding.Verdict switch
        {
            Verdict.Refused => $"nobody listens at {finding.ExpectedPlace}: a connection is refused",
            Verdict.NeverServed =>
                "the operating system completed the connection, but your server never took it from the queue",
            Verdict.Silent => finding.Awaited switch
            {
                Awaited.Text => "nothing was printed",
                Awaited.Close => "the connection stayed open",
                Awaited.ClosedInEveryCase => $"{it} still holds the socket of a client that has gone",
                Awaited.Received => "the bytes were not taken from the connection",
                _ => "nothing came",
            },
            Verdict.CleanClose => $"{it} closed the connection (FIN) after {Came(finding)}",
            Verdict.Reset => finding.Awaited == Awaited.Received
                ? $"{it} closed the connection with your client's bytes unread (RST)"
                : $"the connection was reset (RST) after {Came(finding)}",
            Verdict.Stopped => $"the first {Came(finding)} came, then nothing more",
            Verdict.ExtraBytes => finding.Awaited == Awaited.Text
                ? "more than the text was printed"
                : $"{Bytes(facts.Difference?.Count ?? 0)} too many came",
            Verdict.WrongBytes => finding.Awaited == Awaited.Text
                ? "other text was printed"
                : $"other bytes came, from byte {Number((facts.Difference?.Offset ?? 0) + 1)} on",
            Verdict.SentByUdp => facts.IsClient
                ? "a UDP datagram came instead of a TCP connection"
                : "a UDP socket was bound instead of a TCP one",
            Verdict.ProcessEnded => Ended(facts),
            Verdict.UnhandledException => Crashed(finding.Program?.Crash, it),
            Verdict.StillRunning => finding.Awaited == Awaited.Connection
                ? $"{it} has run for {waited} without connecting"
                : $"{it} still runs after {waited}",
            Verdict.EndedEarly => $"{it} ended {After(finding)}",
            Verdict.ListensElsewhere => facts.IsClient ? $"{it} tried to connect to {finding.FoundPlace}"
            : finding.FoundPlace is { } place ? $"{it} listens at {place}"
            : $"{it} tried to bind to another address or port, which is in use; the one it was given is free",
            Verdict.PortHeld => finding.Awaited == Awaited.Message
                ? $"another process holds {finding.ExpectedPlace}, and {it} still runs after {waited}"
                : $"another process holds {finding.ExpectedPlace}",
            _ => finding.Verdict.ToString(),
        };
    }

    /// <inheritdoc />
    public override string Expected(Facts facts)
    {
        var (finding, it) = (facts.Finding, Role(facts));
        return finding.Awaited switch
        {
            Awaited.Connection => $"a TCP connection at {finding.ExpectedPlace}",
            Awaited.TcpSocket => "a TCP socket",
            Awaited.Bound => $"a socket bound to {finding.ExpectedPlace}, and to nothing else",
            Awaited.Listening => $"{it} listens at {finding.ExpectedPlace}",
            Awaited.Bytes => "exactly these bytes",
            Awaited.Text => "this text on the screen, and no bytes that were never received",
            Awaited.WaitsForBytes => $"{it} waits for the reply, its timeout is far away",
            Awaited.Accepted => $"{it} accepts the connection",
            Awaited.Received => $"{it} receives what the client sent",
            Awaited.Served => "this client is served too",
            Awaited.Close => $"{it} closes the client's connection (FIN), and goes on running",
            Awaited.ClosedInEveryCase =>
                $"{it} closes the client's socket in every case, also when the client resets its connection",
            Awaited.ClosedBeforeExit => $"{it} closes its socket before it ends",
            Awaited.ServerClosedBeforeExit => "the listening socket is closed before the program ends",
            Awaited.EndsAfterTimeout => $"{it} gives up after its timeout, {Seconds(finding.ExpectedTime ?? default)}",
            Awaited.EndsAfterDefault =>
                $"{it} gives up after its default timeout, {Seconds(finding.ExpectedTime ?? default)}",
            Awaited.WaitsAnew =>
                $"{it} waits {Seconds(finding.ExpectedTime ?? default)} for a client, and after each client anew",
            Awaited.StillWaits => $"{it} still waits: without that argument its timeout is 300 s",
            Awaited.Ends => $"{it} ends by itself, in order",
            _ => "a message that says what went wrong, and an orderly end",
        };
    }

    /// <inheritdoc />
    public override string State(Facts facts)
    {
        var finding = facts.Finding;
        var connection = finding.Connection switch
        {
            ConnectionState.Open => "the connection is open, ",
            ConnectionState.Closed => $"the connection was closed by {Role(facts)}, ",
            ConnectionState.Reset => $"the connection was reset by {Role(facts)}, ",
            _ => "",
        };
        var program = finding.Program switch
        {
            null => "",
            { Running: true } => $"{Role(facts)} is running",
            { ExitCode: { } code } => $"{Role(facts)} has ended with exit code {code}",
            _ => $"{Role(facts)} has ended",
        };
        return $"after {Seconds(finding.Waited)}: {connection}{program}";
    }

    /// <inheritdoc />
    public override string? Words(Difference difference) =>
        difference.Kind switch
        {
            DifferenceKind.NewlineMissing => "the final newline is missing",
            DifferenceKind.NewlineAdded => "a newline was added at the end",
            DifferenceKind.ZeroBytes => $"{Bytes(difference.Count)} of zero: the rest of the buffer came too",
            DifferenceKind.Utf16 => "this is UTF-16, not UTF-8",
            DifferenceKind.Ascii => "this is ASCII, not UTF-8: each letter that ASCII lacks became a question mark",
            DifferenceKind.Latin1 => "this is Latin-1, not UTF-8",
            DifferenceKind.ByteOrderMark => "a byte order mark (EF BB BF) came first",
            DifferenceKind.Reencoded => "bytes that are not UTF-8 came back as U+FFFD (EF BF BD)",
            DifferenceKind.OwnMessage => "this is the message that was sent, not the reply",
            DifferenceKind.CutShort => $"the last {Bytes(difference.Count)} are missing",
            DifferenceKind.Surplus => "the end of an older message, or more of the buffer, came too",
            DifferenceKind.Other => "here they differ",
            _ => null,
        };

    /// <inheritdoc />
    public override string? Cause(Facts facts) =>
        facts.IsCommand
            ? MayHoldBack(facts)
                ? HoldsBack
                : null
            : (facts.Difference is { } difference ? CauseOf(difference.Kind) : null)
                ?? facts.Finding.Awaited switch
                {
                    Awaited.WaitsAnew => OneDeadline,
                    Awaited.StillWaits or Awaited.EndsAfterDefault => OtherDefault,
                    _ => MayWaitForLine(facts) ? WaitsForLine : null,
                }
                ?? _causes.GetValueOrDefault((facts.Exercise.Id, facts.Step, facts.Finding.Verdict));

    /// <inheritdoc />
    public override string NextStep(Facts facts, string program) =>
        facts.Step == "check"
            ? $"Next: play the three steps by hand, as the statement tells; the code behind it is step 5b in {program}."
            : $"Next: step {facts.Step}, \"{StepTitle(facts.Exercise, facts.Step)}\", in {program}."
                + (facts is { Step: "1", Finding.Verdict: Verdict.ProcessEnded } ? FirstSteps(facts) : "");

    /// <inheritdoc />
    public override string SeeIt(Facts facts) =>
        HasFailedBy(facts, "ConnectionRefused") ? "See it: start your client while nobody listens."
        : HasFailedBy(facts, "AddressAlreadyInUse") ? "See it: start your server twice."
        : facts.Finding.Awaited == Awaited.ClosedInEveryCase
            ? "See it: let your server print a line where it closes a client. There must be as many as clients, whatever "
                + "becomes of them."
        : MayWaitForLine(facts) ? "See it: printf hei | nc 127.0.0.1 9000   sends a message without a newline."
        : facts.IsClient
            ? $"See it: nc -l 9000   (no netcat? {Script} --target=Netcat --listen --port=9000), then start your client "
                + "beside it."
        : "See it: start your server, then  nc 127.0.0.1 9000  in another terminal, and type a line. No netcat?  "
            + $"{Script} --target=Netcat --port=9000";

    private static bool HasFailedBy(Facts facts, string error) =>
        facts.Finding.Timeline.Any(entry =>
            entry is { What: Happening.Fail, Note: { } note } && note.EndsWith(error, StringComparison.Ordinal)
        );

    /// <inheritdoc />
    public override string Line(Happening what, string? bytes, string? note) =>
        what switch
        {
            Happening.Start => $"is started: {note}",
            Happening.Listen => $"listens at {note}",
            Happening.Connect => "connects",
            Happening.Try => $"tries to connect to {note}",
            Happening.Fail => $"fails in {note}",
            Happening.Accept => "accepts",
            Happening.Send => $"→ {bytes}",
            Happening.SendDatagram => $"→ {bytes} by UDP",
            Happening.HalfClose => "closes its sending side (FIN)",
            Happening.Close => "closes (FIN)",
            Happening.Reset => "resets (RST)",
            Happening.Print => $"prints {bytes}",
            Happening.PrintError => $"prints to standard error {bytes}",
            Happening.ReachEnd => "reaches its end",
            Happening.Exit => note is null ? "has ended" : $"has ended, exit code {note}",
            _ => "gave up",
        };

    // Seen with C's printf, which keeps what it prints until there is a page of it, unless somebody sits at a terminal.
    private static bool MayHoldBack(Facts facts) => facts.Finding is { Awaited: Awaited.Text, Verdict: Verdict.Silent };

    // A line has come back in another run; in this one, where no message has an end, nothing has.
    private static bool MayWaitForLine(Facts facts) =>
        facts is { Step: "5d" or "6c", Finding: { Verdict: Verdict.Silent, ExpectedBytes: [.., not (byte)'\n'] text } }
        && Utf8.IsValid(text.AsSpan())
        && !facts.Finding.Timeline.Any(entry => entry is { Who.Role: Harness.Role.Server, What: Happening.Send });

    private static string FirstSteps(Facts facts) =>
        facts.IsClient
            ? " A socket shows when it connects: write steps 1 to 3, and check again."
            : " A socket shows when it is bound: write steps 1 and 2, and check again.";

    private static string Role(Facts facts) => facts.IsClient ? "your client" : "your server";

    private string Came(Finding finding) => Bytes(finding.ReceivedBytes?.Total ?? 0);

    private static string Ended(Facts facts)
    {
        var it = Role(facts);
        return facts.Finding.Awaited switch
        {
            Awaited.Connection => $"{it} ended, and no TCP connection had come",
            Awaited.TcpSocket or Awaited.Bound => $"{it} ended, and no TCP socket had been bound",
            Awaited.Listening => $"{it} ended, and had not listened",
            Awaited.ClosedBeforeExit =>
                $"{it} ended with its {(facts.Finding.Connection is null ? "socket" : "connection")} open; the operating system closed it",
            Awaited.ServerClosedBeforeExit =>
                $"{it} ended with its listening socket open; the operating system closed it",
            Awaited.Message => $"{it} ended without a word",
            Awaited.Text => $"{it} ended, and nothing was printed",
            _ => $"{it} ended",
        };
    }

    private static string Crashed(Crash? crash, string it) =>
        crash is null ? $"{it} was ended by an exception that nobody handled"
        : crash.Place is null ? $"{it} was ended by an unhandled {crash.Type}: {Quoted.Escape(crash.Message)}"
        : $"{it} was ended by an unhandled {crash.Type} ({crash.Place}): {Quoted.Escape(crash.Message)}";

    private static string After(Finding finding) =>
        finding.Awaited switch
        {
            Awaited.EndsAfterTimeout or Awaited.EndsAfterDefault or Awaited.StillWaits =>
                $"after {Seconds(finding.Waited)}",
            Awaited.WaitsAnew => $"{Seconds(finding.Waited)} after its last client had come",
            Awaited.Served => "before this client was served",
            _ => "when it should still have run",
        };
}
