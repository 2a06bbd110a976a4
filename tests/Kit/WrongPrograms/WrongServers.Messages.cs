using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

// Bugs in the service for one client.
internal static partial class WrongServers
{
    private const string ClientTimeout = "client.ReceiveTimeout = timeoutSeconds * 1000;";
    private const string Buffer = "byte[] buffer = new byte[4096];";
    private const string Received = "while ((count = client.Receive(buffer)) > 0)";
    private const string Shown = "Console.Write(text, 0, length);";
    private const string Sent = "sent += client.Send(buffer.AsSpan(sent, count - sent));";

    // The server reads lines, like a console program. Nothing is left in the buffer for the loop to send.
    private const string ReadsLines =
        "using var reader = new StreamReader(new NetworkStream(client)); string? line;\n"
        + "using var writer = new StreamWriter(new NetworkStream(client)) { AutoFlush = true, NewLine = \"\\n\" };\n"
        + "while ((count = (line = reader.ReadLine()) is null ? -1 : 0) >= 0)";

    private static IEnumerable<WrongProgram> Messages(
        string receive,
        string show,
        string send,
        string close,
        string closing
    ) => [.. Receiving(receive), .. Showing(show), .. Sending(send), .. ClosingClients(close, closing)];

    private static IEnumerable<WrongProgram> Receiving(string receive) =>
        [
            new("closed before the message is read", receive, Verdict.Reset)
            {
                // Without this wait, chance decides whether the message is there when the socket is closed.
                Changes = [(Received, "client.Poll(500_000, SelectMode.SelectRead); while (false && (count = 0) > 0)")],
                Observed = Symptom.ClosedUnread,
                Cause = Cause.ClosedBeforeReceive,
            },
            new("a buffer without room", receive, Verdict.Reset)
            {
                Changes = [(Buffer, "byte[] buffer = [];")],
                Observed = Symptom.ClosedUnread,
                Cause = Cause.ClosedBeforeReceive,
            },
            new("a new socket for the message", receive, Verdict.Reset)
            {
                Changes =
                [
                    (Received, "while ((count = new Socket(SocketType.Stream, ProtocolType.Tcp).Receive(buffer)) > 0)"),
                ],
                Observed = Symptom.ClosedUnread,
                Cause = Cause.ClosedBeforeReceive,
            },
            new("a key awaited before the message", receive, Verdict.Silent)
            {
                Changes = [(Buffer, Buffer + " Console.ReadLine();")],
                Observed = Symptom.NotReceived,
                Cause = receive == "6a" ? Cause.ReceiveNeverReached : null,
            },
        ];

    private static IEnumerable<WrongProgram> Showing(string show) =>
        [
            new("nothing shown", show, Verdict.Silent) { Changes = [(Shown, "")], Observed = Symptom.TextNotPrinted },
            new("the whole buffer shown", show, Verdict.ExtraBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.UTF8.GetString(buffer));")],
                Difference = DifferenceKind.ZeroBytes,
                Cause = Cause.WholeBuffer,
            },
            new("the bytes as numbers", show, Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(string.Join(' ', buffer.Take(count)));")],
                Observed = Symptom.OtherPrinted,
            },
            new("decoded as ASCII", show, Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.ASCII.GetString(buffer, 0, count));")],
                Observed = Symptom.OtherPrinted,
            },
        ];

    private static IEnumerable<WrongProgram> Sending(string send) =>
        [
            new("a full buffer awaited", send, Verdict.Silent)
            {
                Changes =
                [
                    (
                        Received,
                        "while ((count = new NetworkStream(client).ReadAtLeast(buffer, buffer.Length, false)) > 0)"
                    ),
                ],
                Observed = Symptom.NothingCame,
            },
            new("lines read and lines sent", send, Verdict.Silent)
            {
                Changes = [(Received, ReadsLines), (Shown, "Console.WriteLine(line); writer.WriteLine(line);")],
                Cause = Cause.WaitsForLine,
            },
            new("lines read, and sent without their end", send, Verdict.Stopped)
            {
                Changes = [(Received, ReadsLines), (Shown, "Console.WriteLine(line); writer.Write(line);")],
                Difference = DifferenceKind.NewlineMissing,
                Cause = Cause.NewlineTaken,
            },
            new("a line sent", send, Verdict.ExtraBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "var writer = new StreamWriter(new NetworkStream(client)) { NewLine = \"\\n\" }; "
                            + "writer.WriteLine(new string(text, 0, length)); writer.Flush(); sent = count;"
                    ),
                ],
                Difference = DifferenceKind.NewlineAdded,
                Cause = Cause.NewlineAdded,
            },
            new("no echo", send, Verdict.Silent)
            {
                Changes = [(Sent, "sent = count;")],
                Observed = Symptom.NothingCame,
                Cause = Cause.NothingSent,
            },
            new("shut down before the echo", send, Verdict.CleanClose)
            {
                Changes = [(Sent, "client.Shutdown(SocketShutdown.Both); " + Sent)],
                Observed = Symptom.Closed,
                Came = 0,
            },
            new("the final newline lost", send, Verdict.Stopped)
            {
                Changes =
                [
                    (
                        Sent,
                        "client.Send(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer, 0, count).TrimEnd())); sent = count;"
                    ),
                ],
                Difference = DifferenceKind.NewlineMissing,
                Cause = Cause.NewlineTaken,
            },
            new("a newline added", send, Verdict.ExtraBytes)
            {
                Changes = [(Sent, Sent + " client.Send(\"\\n\"u8);")],
                Difference = DifferenceKind.NewlineAdded,
                Cause = Cause.NewlineAdded,
            },
            new("the whole buffer sent", send, Verdict.ExtraBytes)
            {
                Changes = [(Sent, "client.Send(buffer); sent = count;")],
                Difference = DifferenceKind.ZeroBytes,
                Cause = Cause.WholeBuffer,
            },
            new("decoded and encoded again", send, Verdict.WrongBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "client.Send(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer, 0, count))); sent = count;"
                    ),
                ],
                Difference = DifferenceKind.Reencoded,
                Cause = Cause.Reencoded,
            },
            new("an echo through ASCII", send, Verdict.WrongBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "client.Send(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(buffer, 0, count))); sent = count;"
                    ),
                ],
                Difference = DifferenceKind.ThroughAscii,
                Cause = Cause.Reencoded,
            },
            new("an echo decoded as Latin-1", send, Verdict.WrongBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "client.Send(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(buffer, 0, count))); sent = count;"
                    ),
                ],
                Difference = DifferenceKind.ThroughLatin1,
                Cause = Cause.Reencoded,
            },
            new("upper case", send, Verdict.WrongBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "client.Send(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer, 0, count).ToUpper())); sent = count;"
                    ),
                ],
                Observed = Symptom.OtherCame,
                Offset = 0,
            },
            new("a greeting first", send, Verdict.WrongBytes)
            {
                Changes = [(ClientTimeout, ClientTimeout + " client.Send(\"Welcome!\\n\"u8);")],
                Difference = DifferenceKind.AddedInFront,
                Cause = Cause.AddsToMessage,
                Offset = 0,
            },
        ];

    private static IEnumerable<WrongProgram> ClosingClients(string close, string closing) =>
        [
            new("the client never closed", close, Verdict.Silent)
            {
                Changes = [(closing, "")],
                Observed = Symptom.StayedOpen,
                Cause = Cause.ClientNotClosed,
            },
            new("the client closed on success only", close, Verdict.Silent)
            {
                Changes = [(closing, ""), ("Console.WriteLine();", "Console.WriteLine(); client.Close();")],
                Observed = Symptom.HoldsLostClient,
                Cause = Cause.ClientNotClosed,
            },
            new("shut down for receiving only", close, Verdict.Silent)
            {
                Changes =
                [
                    (closing, closing.Replace("Close()", "Shutdown(SocketShutdown.Receive)", StringComparison.Ordinal)),
                ],
                Cause = Cause.ClientNotClosed,
            },
            new("reset instead of closed", close, Verdict.Reset)
            {
                Changes = [(ClientTimeout, ClientTimeout + " client.LingerState = new LingerOption(true, 0);")],
                Observed = Symptom.WasReset,
                Cause = Cause.ResetByClose,
            },
        ];
}
