using Lab.Build.Diagnosing;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Texts;

// What was observed, and what was expected: the words of a verdict.
public sealed partial class English
{
    /// <inheritdoc />
    public override string Label(RowKind row) =>
        row switch
        {
            RowKind.Sent => "sent",
            RowKind.Expected => "expected",
            RowKind.Received => "received",
        };

    /// <inheritdoc />
    public override string ObservedLabel => "observed";

    /// <inheritdoc />
    public override string PrintedLabel => "printed";

    /// <inheritdoc />
    public override string Bytes(long count) => count == 1 ? "1 byte" : $"{Number(count)} bytes";

    /// <inheritdoc />
    public override string Observed(Observation observation, Details details)
    {
        var (it, waited, came) = (Your(details), Seconds(details.Waited), Bytes(details.Received));
        var crash = details.Crash;
        return observation switch
        {
            Observation.NobodyListens => $"nobody listens at {details.Place}: a connection is refused",
            Observation.NeverAccepted =>
                "the operating system completed the connection, but your server never took it from the queue",
            Observation.NothingPrinted => "nothing was printed",
            Observation.StayedOpen => "the connection stayed open",
            Observation.HoldsLostClient => $"{it} still holds the socket of a client that has gone",
            Observation.NotReceived => "the bytes were not taken from the connection",
            Observation.NothingCame => "nothing came",
            Observation.Closed => $"{it} closed the connection (FIN) after {came}",
            Observation.ClosedUnread => $"{it} closed the connection with your client's bytes unread (RST)",
            Observation.WasReset => $"the connection was reset (RST) after {came}",
            Observation.BeginningOnly => $"the first {came} came, then nothing more",
            Observation.MorePrinted => "more than the text was printed",
            Observation.MoreCame => $"{Bytes(details.Surplus)} too many came",
            Observation.OtherPrinted => "other text was printed",
            Observation.OtherCame => $"other bytes came, from byte {Number(details.Offset + 1)} on",
            Observation.DatagramCame => "a UDP datagram came instead of a TCP connection",
            Observation.UdpBound => "a UDP socket was bound instead of a TCP one",
            Observation.EndedUnconnected => $"{it} ended, and no TCP connection had come",
            Observation.EndedUnbound => $"{it} ended, and no TCP socket had been bound",
            Observation.EndedWithoutListening => $"{it} ended, and had not listened",
            Observation.EndedWithOpenSocket => $"{it} ended with its socket open; {SystemClosed}",
            Observation.EndedWithOpenConnection => $"{it} ended with its connection open; {SystemClosed}",
            Observation.EndedWithOpenListener => $"{it} ended with its listening socket open; {SystemClosed}",
            Observation.EndedSilently => $"{it} ended without a word",
            Observation.EndedWithoutPrinting => $"{it} ended, and nothing was printed",
            Observation.Ended => $"{it} ended",
            Observation.Crashed => $"{it} was ended by an exception that nobody handled",
            Observation.CrashedBy => $"{it} was ended by an unhandled {crash?.Type}: {crash?.Message}",
            Observation.CrashedAt => $"{it} was ended by an unhandled {crash?.Type} ({crash?.Place}): {crash?.Message}",
            Observation.NeverConnected => $"{it} has run for {waited} without connecting",
            Observation.StillRuns => $"{it} still runs after {waited}",
            Observation.EndedAtOtherTime => $"{it} ended after {waited}",
            Observation.EndedAfterLastClient => $"{it} ended {waited} after its last client had come",
            Observation.EndedBeforeServing => $"{it} ended before this client was served",
            Observation.EndedTooEarly => $"{it} ended when it should still have run",
            Observation.ConnectsElsewhere => $"{it} tried to connect to {details.FoundPlace}",
            Observation.ListensElsewhere => $"{it} listens at {details.FoundPlace}",
            Observation.BindsElsewhere =>
                $"{it} tried to bind to another address or port, which is in use; the one it was given is free",
            Observation.WaitsForPort => $"another process holds {details.Place}, and {it} still runs after {waited}",
            Observation.PortHeld => $"another process holds {details.Place}",
            Observation.DoesNotCompile => $"{it} does not compile",
        };
    }

    /// <inheritdoc />
    public override string Expected(Awaited awaited, Details details)
    {
        var (it, due) = (Your(details), Seconds(details.Due));
        return awaited switch
        {
            Awaited.Connection => $"a TCP connection at {details.Place}",
            Awaited.TcpSocket => "a TCP socket",
            Awaited.Bound => $"a socket bound to {details.Place}, and to nothing else",
            Awaited.Listening => $"{it} listens at {details.Place}",
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
            Awaited.EndsAfterTimeout => $"{it} gives up after its timeout, {due}",
            Awaited.EndsAfterDefault => $"{it} gives up after its default timeout, {due}",
            Awaited.WaitsAnew => $"{it} waits {due} for a client, and after each client anew",
            Awaited.StillWaits => $"{it} still waits: without that argument its timeout is 300 s",
            Awaited.Ends => $"{it} ends by itself, in order",
            Awaited.Message => "a message that says what went wrong, and an orderly end",
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
            Happening.Exit => "has ended",
            Happening.GiveUp => "gave up",
        };

    /// <inheritdoc />
    public override string ExitedWith(string code) => $"has ended, exit code {code}";

    private const string SystemClosed = "the operating system closed it";

    private static string Your(Details details) => details.Role == Role.Client ? "your client" : "your server";
}
