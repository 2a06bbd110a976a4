using Lab.Build.Diagnosing;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words of a verdict: the observation and the expectation.
public sealed partial class English
{
    /// <inheritdoc />
    public override string Label(RowKind row) =>
        row switch
        {
            RowKind.Sent => "sent",
            RowKind.Expected => "expected",
            RowKind.Received => "received",
            RowKind.Printed => PrintedLabel,
        };

    /// <inheritdoc />
    public override string ObservedLabel => "observed";

    /// <inheritdoc />
    public override string PrintedLabel => "printed";

    /// <inheritdoc />
    public override string Bytes(long count) => count == 1 ? "1 byte" : $"{Number(count)} bytes";

    /// <inheritdoc />
    public override string Observed(Symptom symptom, Details details)
    {
        var (it, waited, came) = (Your(details), Seconds(details.Waited), Bytes(details.Received));
        var crash = details.Crash;
        return symptom switch
        {
            Symptom.NobodyListens => $"nobody listens at {details.Place}: a connection is refused",
            Symptom.NeverAccepted =>
                "the operating system completed the connection, but your server never took it from the queue",
            Symptom.AcceptedOnly => $"{it} accepted the connection, and nothing came",
            Symptom.NothingPrinted => "nothing was printed",
            Symptom.TextNotPrinted => "this text was not printed",
            Symptom.StayedOpen => "the connection stayed open",
            Symptom.HoldsLostClient => $"{it} still holds the socket of a client that has gone",
            Symptom.NotReceived => "the bytes were not taken from the connection",
            Symptom.NothingCame => "nothing came",
            Symptom.Closed => $"{it} closed the connection (FIN) after {came}",
            Symptom.ClosedUnread => $"{it} closed the connection while bytes were unread, which resets it (RST)",
            Symptom.WasReset => $"the connection was reset (RST) after {came}",
            Symptom.BeginningOnly => $"the first {came} came, then nothing more",
            Symptom.MorePrinted => "the text was printed, and more",
            Symptom.MoreCame => $"{Bytes(details.Surplus)} too many came",
            Symptom.OtherPrinted => "other text was printed",
            Symptom.OtherCame => $"other bytes came, from byte {Number(details.Offset + 1)} on",
            Symptom.DatagramCame => "a UDP datagram came instead of a TCP connection",
            Symptom.UdpBound => "a UDP socket was bound instead of a TCP one",
            Symptom.EndedUnconnected => $"{it} ended and made no TCP connection",
            Symptom.EndedUnbound => $"{it} ended and had bound no TCP socket",
            Symptom.EndedWithoutListening => $"{it} ended and had not listened",
            Symptom.EndedWithOpenSocket => $"{it} ended with its socket open; {SystemClosed}",
            Symptom.EndedWithOpenConnection => $"{it} ended with its connection open; {SystemClosed}",
            Symptom.EndedWithOpenListener => $"{it} ended with its listening socket open; {SystemClosed}",
            Symptom.EndedSilently => $"{it} ended without a message",
            Symptom.EndedWithoutPrinting => $"{it} ended and had printed nothing",
            Symptom.EndedWithoutText => $"{it} ended and had not printed this text",
            Symptom.Ended => $"{it} ended",
            Symptom.Crashed => $"{it} was ended by an exception that nobody handled",
            Symptom.CrashedBy => $"{it} was ended by an unhandled {crash?.Type}: {crash?.Message}",
            Symptom.CrashedAt => $"{it} was ended by an unhandled {crash?.Type} ({crash?.Place}): {crash?.Message}",
            Symptom.NeverConnected => $"{it} has run for {waited} without connecting",
            Symptom.StillRuns => $"{it} still runs after {waited}",
            Symptom.ReceivesOn => $"the other side has closed, and {it} goes on receiving without end",
            Symptom.ListenerClosed => "the listening socket is closed while a client is served",
            Symptom.ClosedAfterKey => $"{it} waited for a key, and closed its socket only after Enter was pressed",
            Symptom.EndedAtOtherTime => $"{it} ended after {waited}",
            Symptom.EndedAfterLastClient => $"{it} ended {waited} after its last client had come",
            Symptom.EndedBeforeServing => $"{it} ended before this client was served",
            Symptom.EndedBeforeCalls => $"{it} listened, and ended before any client had called",
            Symptom.EndedTooEarly => $"{it} ended when it should still have run",
            Symptom.ConnectsElsewhere => $"{it} tried to connect to {details.FoundPlace}",
            Symptom.ListensElsewhere => $"{it} listens at {details.FoundPlace}",
            Symptom.BindsElsewhere =>
                $"{it} tried to bind to another address or port, which is in use; the one it was given is free",
            Symptom.WaitsForPort => $"another process holds {details.Place}, and {it} still runs after {waited}",
            Symptom.PortHeld => $"another process holds {details.Place}",
            Symptom.DoesNotCompile => $"{it} does not compile",
        };
    }

    /// <inheritdoc />
    public override string Expected(Awaited awaited, Details details)
    {
        var (it, due) = (Your(details), Seconds(details.Due));
        return awaited switch
        {
            Awaited.Connection => $"a TCP connection at {details.Place}",
            Awaited.NoConnection => "no connection, because this host does not exist",
            Awaited.TcpSocket => "a TCP socket",
            Awaited.Bound => $"a socket bound to {details.Place}, and to nothing else",
            Awaited.Listening => $"{it} listens at {details.Place}",
            Awaited.Calls => $"{it} waits for clients: its timeout is far away",
            Awaited.Bytes => "exactly these bytes",
            Awaited.Text => "this text on the screen, and nothing that was not received",
            Awaited.WaitsForBytes when details.Role == Role.Server =>
                $"{it} waits for the client's message: its timeout is far away",
            Awaited.WaitsForBytes => $"{it} waits for the reply: its timeout is far away",
            Awaited.Accepted => $"{it} accepts the connection",
            Awaited.Received when details.Role == Role.Client => $"{it} receives the whole reply",
            Awaited.Received => $"{it} receives what the client sent",
            Awaited.Thread =>
                "a thread that serves this client; the process has only one thread, and it does not serve the client",
            Awaited.NoticesEnd => $"{it} stops receiving when the other side has closed: Receive says so with 0 bytes",
            Awaited.Served => "this client is served too",
            Awaited.GoesOn => $"{it} goes on running, and serves the next client",
            Awaited.Close => $"{it} closes the client's connection (FIN), and goes on running",
            Awaited.ClosedInEveryCase =>
                $"{it} closes the client's socket in every case, also when the client resets its connection",
            Awaited.ClosedBeforeExit => $"{it} closes its socket before it ends",
            Awaited.ServerClosedBeforeExit => "the listening socket is closed before the program ends",
            Awaited.EndsAfterTimeout => $"{it} gives up after its timeout, {due}",
            Awaited.EndsAfterDefault => $"{it} gives up after its default timeout, {due}",
            Awaited.WaitsAnew => $"{it} waits {due} for a client, and after each client anew",
            Awaited.StillWaits => $"{it} still waits: without that argument its timeout is 300 s",
            Awaited.Ends => $"{it} ends by itself, without an unhandled exception",
            Awaited.Message => "a message that says what went wrong, and then the end of the program",
        };
    }

    /// <inheritdoc />
    public override string State(Details details)
    {
        var it = Your(details);
        var connection = details.Connection switch
        {
            ConnectionState.Open => "the connection is open, ",
            ConnectionState.Closed => $"the connection was closed by {it}, ",
            ConnectionState.Reset => $"the connection was reset by {it}, ",
            null => "",
        };
        var program = details.Program switch
        {
            ProgramStanding.Runs => $"{it} is running",
            ProgramStanding.Exited => $"{it} has ended with exit code {details.ExitCode}",
            ProgramStanding.Ended => $"{it} has ended",
            null => "",
        };
        return $"after {Seconds(details.Waited)}: {connection}{program}";
    }

    /// <inheritdoc />
    public override string Words(Difference difference) =>
        difference.Kind switch
        {
            DifferenceKind.NewlineMissing => "the final newline is missing",
            DifferenceKind.NewlineAdded => "a newline was added at the end",
            DifferenceKind.ZeroBytes => $"{Bytes(difference.Count)} of value 0: the rest of the buffer came too",
            DifferenceKind.Utf16 => "this is UTF-16, not UTF-8",
            DifferenceKind.Ascii => "this is ASCII, not UTF-8: each letter that ASCII lacks became a question mark",
            DifferenceKind.Latin1 => "this is Latin-1, not UTF-8",
            DifferenceKind.ByteOrderMark => "a byte order mark (EF BB BF) came first",
            DifferenceKind.Reencoded => "bytes that are not UTF-8 came back as U+FFFD (EF BF BD)",
            DifferenceKind.ThroughAscii => "this was decoded as ASCII: each byte that ASCII lacks was replaced",
            DifferenceKind.ThroughLatin1 => "this was decoded as Latin-1: each byte became a letter",
            DifferenceKind.ThroughUtf16 => "this was decoded as UTF-16: two bytes each became one letter",
            DifferenceKind.BytesShown => "these are the bytes, not the text in them",
            DifferenceKind.OwnMessage => "this is the message that was sent, not the reply",
            DifferenceKind.OthersMessage => $"this is a message of {Whose(difference)}",
            DifferenceKind.CharactersCounted =>
                $"the last {Bytes(difference.Count)} are missing: the message has {Bytes(difference.Count)} more than characters",
            DifferenceKind.CutShort => $"the last {Bytes(difference.Count)} are missing",
            DifferenceKind.Surplus => $"the end of an older message of {Whose(difference)} came too",
            DifferenceKind.CameTwice => "the same bytes came twice",
            DifferenceKind.AddedInFront => $"{Bytes(difference.Count)} came in front of the message",
            DifferenceKind.AddedBehind => $"{Bytes(difference.Count)} came behind the message",
            DifferenceKind.Other when difference.PartAt is { } part =>
                $"the output from byte {Number(part + 1)} on is most like the text; the difference begins here",
            DifferenceKind.Other => "the difference begins here",
        };

    /// <inheritdoc />
    public override string Did(Happening what, string bytes, string note) =>
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
            Happening.PressEnter => "pressed Enter",
            Happening.Exit => "has ended",
            Happening.GiveUp => "gave up",
        };

    /// <inheritdoc />
    public override string ExitedWith(string code) => $"has ended, exit code {code}";

    private string Whose(Difference difference) => difference.Whose is { } client ? Name(client) : "another client";

    private const string SystemClosed = "the operating system closed it";

    private static string Your(Details details) => details.Role == Role.Client ? "your client" : "your server";
}
