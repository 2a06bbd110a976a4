using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

// Bugs in the bytes on the wire, and in the text that is shown.
internal static partial class WrongClients
{
    private const string Encoded = "Encoding.UTF8.GetBytes(message)";
    private const string Sent = "sent += socket.Send(request.AsSpan(sent));";
    private const string Received = "int count = socket.Receive(buffer);";
    private const string Buffer = "byte[] buffer = new byte[4096];";
    private const string Shown = "Console.Write(text, 0, length);";

    private static IEnumerable<WrongProgram> Sending =>
        [
            new("no message", "4", Verdict.Silent)
            {
                Changes = [("sent < request.Length", "false")],
                Observed = Symptom.NothingCame,
                Cause = Cause.NothingSent,
            },
            new("the message asked for once connected", "4", Verdict.Silent)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(Console.ReadLine() ?? message)")],
                Observed = Symptom.NothingCame,
            },
            new("a writer never flushed", "4", Verdict.Silent)
            {
                Changes =
                [
                    (
                        Sent,
                        "var writer = new StreamWriter(new NetworkStream(socket)); writer.Write(message); sent = request.Length;"
                    ),
                ],
                Observed = Symptom.NothingCame,
                Cause = Cause.NothingSent,
            },
            new("the sending side shut down first", "4", Verdict.CleanClose)
            {
                Changes = [(Connected, Connected + " socket.Shutdown(SocketShutdown.Send);")],
                Observed = Symptom.Closed,
                Came = 0,
            },
            new("ASCII", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.ASCII.GetBytes(message)")],
                Difference = DifferenceKind.Ascii,
                Cause = Cause.EncodedAsAscii,
            },
            new("Latin-1", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.Latin1.GetBytes(message)")],
                Difference = DifferenceKind.Latin1,
                Cause = Cause.EncodedAsLatin1,
            },
            new("UTF-16", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.Unicode.GetBytes(message)")],
                Difference = DifferenceKind.Utf16,
                Cause = Cause.EncodedAsUtf16,
            },
            new("a byte order mark first", "4", Verdict.WrongBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "var writer = new StreamWriter(new NetworkStream(socket), Encoding.UTF8); writer.Write(message); "
                            + "writer.Flush(); sent = request.Length;"
                    ),
                ],
                Difference = DifferenceKind.ByteOrderMark,
                Cause = Cause.WroteByteOrderMark,
            },
            new("its length in front", "4", Verdict.WrongBytes)
            {
                Changes =
                [
                    (Sent, "new BinaryWriter(new NetworkStream(socket)).Write(message); sent = request.Length;"),
                ],
                Difference = DifferenceKind.AddedInFront,
                Cause = Cause.AddsToMessage,
                Offset = 0,
            },
            new("its length as text in front", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes($\"{message.Length}\\n{message}\")")],
                Difference = DifferenceKind.AddedInFront,
                Cause = Cause.AddsToMessage,
            },
            new("a mark for its end", "4", Verdict.ExtraBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(message + \"<|EOM|>\")")],
                Difference = DifferenceKind.AddedBehind,
                Cause = Cause.AddsToMessage,
            },
            new("upper case", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(message.ToUpper())")],
                Observed = Symptom.OtherCame,
                Offset = 0,
            },
            new("a fixed message", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(\"Hello, server!\")")],
                Observed = Symptom.OtherCame,
                Offset = 0,
            },
            new("a newline added", "4", Verdict.ExtraBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(message + \"\\n\")")],
                Difference = DifferenceKind.NewlineAdded,
                Cause = Cause.NewlineAdded,
            },
            new("a whole buffer sent", "4", Verdict.ExtraBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "var whole = new byte[1024]; request.CopyTo(whole, 0); socket.Send(whole); sent = request.Length;"
                    ),
                ],
                Difference = DifferenceKind.ZeroBytes,
                Cause = Cause.WholeBuffer,
            },
            new("sent twice", "4", Verdict.ExtraBytes)
            {
                Changes = [(Sent, "socket.Send(request); sent += socket.Send(request);")],
                Observed = Symptom.MoreCame,
                Difference = DifferenceKind.CameTwice,
            },
            new("as many bytes as letters", "4", Verdict.Stopped)
            {
                Changes = [(Sent, "socket.Send(request, message.Length, SocketFlags.None); sent = request.Length;")],
                Difference = DifferenceKind.CharactersCounted,
                Cause = Cause.CharactersForBytes,
            },
        ];

    private static IEnumerable<WrongProgram> Replying =>
        [
            new("no reply received", "5", Verdict.CleanClose)
            {
                Changes = [("received < request.Length", "false")],
                Waiting = "2 6",
                Cause = Cause.ReceiveDoesNotWait,
            },
            // A program that looks once and does not wait may be lucky at step 6, if the reply has come already.
            new("only what has come already", "5", Verdict.CleanClose)
            {
                Changes = [(Received, "int count = socket.Available > 0 ? socket.Receive(buffer) : 0;")],
                Waiting = "2",
                Cause = Cause.ReceiveDoesNotWait,
            },
            new("closed before the reply", "5", Verdict.CleanClose)
            {
                Changes = [(Buffer, "socket.Close(); " + Buffer), (ClosedLast, "}")],
                Waiting = "2 6",
                Cause = Cause.ReceiveDoesNotWait,
            },
            new("shut down in both directions before the reply", "5", Verdict.CleanClose)
            {
                Changes = [(Buffer, "socket.Shutdown(SocketShutdown.Both); " + Buffer)],
                Waiting = "2 6",
                Cause = Cause.ReceiveDoesNotWait,
            },
            new("a socket that does not block", "5", Verdict.CleanClose)
            {
                Changes = [(Connected, Connected + " socket.Blocking = false;")],
                Waiting = "2",
                Cause = Cause.ReceiveDoesNotWait,
            },
            new("a new socket for the reply", "5", Verdict.Silent)
            {
                Changes =
                [
                    (
                        Buffer,
                        Buffer
                            + " using var other = new Socket(SocketType.Stream, ProtocolType.Tcp);"
                            + " other.ReceiveTimeout = timeoutSeconds * 1000; other.Connect(host, port);"
                    ),
                    (Received, "int count = other.Receive(buffer);"),
                ],
                Waiting = "6",
                Observed = Symptom.NotReceived,
            },
        ];

    private static IEnumerable<WrongProgram> Showing =>
        [
            new("nothing shown", "6", Verdict.ProcessEnded)
            {
                Changes = [(Shown, "")],
                Observed = Symptom.EndedWithoutText,
            },
            new("the message shown instead", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(message);")],
                Difference = DifferenceKind.OwnMessage,
                Cause = Cause.PrintsMessage,
            },
            new("the whole buffer shown", "6", Verdict.ExtraBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.UTF8.GetString(buffer));")],
                Difference = DifferenceKind.ZeroBytes,
                Cause = Cause.WholeBuffer,
            },
            new("the bytes as numbers", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(string.Join(' ', buffer.Take(count)));")],
                Observed = Symptom.OtherPrinted,
                Difference = DifferenceKind.BytesShown,
                Cause = Cause.BytesNotDecoded,
            },
            new("the name of the type", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(buffer);")],
                Observed = Symptom.OtherPrinted,
                Evidence = "System.Byte[]",
                Difference = DifferenceKind.BytesShown,
                Cause = Cause.BytesNotDecoded,
            },
            new("the length only", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write($\"Received {count} bytes.\");")],
                Observed = Symptom.OtherPrinted,
            },
            new("decoded as ASCII", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.ASCII.GetString(buffer, 0, count));")],
                Observed = Symptom.OtherPrinted,
                Difference = DifferenceKind.ThroughAscii,
                Cause = Cause.EncodedAsAscii,
            },
            new("its message logged, and the reply decoded as Latin-1", "6", Verdict.WrongBytes)
            {
                Changes =
                [
                    (Connected, "Console.WriteLine(\"Sent: \" + message); " + Connected),
                    (Shown, "Console.Write(Encoding.Latin1.GetString(buffer, 0, count));"),
                ],
                Difference = DifferenceKind.ThroughLatin1,
                Cause = Cause.EncodedAsLatin1,
            },
            new("decoded as UTF-16", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.Unicode.GetString(buffer, 0, count));")],
                Observed = Symptom.OtherPrinted,
                Difference = DifferenceKind.ThroughUtf16,
                Cause = Cause.EncodedAsUtf16,
            },
            new("as many bytes as the message has letters", "5", Verdict.Reset)
            {
                Changes =
                [
                    (Buffer, "byte[] buffer = new byte[message.Length];"),
                    ("received < request.Length; )", "received < 1; )"),
                ],
                Observed = Symptom.ClosedUnread,
            },
            new("a fixed number of bytes", "5", Verdict.Reset)
            {
                Changes =
                [
                    (Buffer, "byte[] buffer = new byte[8];"),
                    ("received += count;", "received = request.Length;"),
                ],
                Observed = Symptom.ClosedUnread,
            },
        ];
}
