using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

// What goes over the wire, and what is shown of it.
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
                Words = "nothing came",
            },
            new("the message asked for once connected", "4", Verdict.Silent)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(Console.ReadLine() ?? message)")],
                Words = "nothing came",
            },
            new("the sending side shut down first", "4", Verdict.CleanClose)
            {
                Changes = [(Connected, Connected + " socket.Shutdown(SocketShutdown.Send);")],
                Words = "after 0 bytes",
            },
            new("ASCII", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.ASCII.GetBytes(message)")],
                Difference = DifferenceKind.Ascii,
            },
            new("Latin-1", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.Latin1.GetBytes(message)")],
                Difference = DifferenceKind.Latin1,
                Words = "Latin-1",
            },
            new("UTF-16", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.Unicode.GetBytes(message)")],
                Difference = DifferenceKind.Utf16,
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
                Words = "a byte order mark (EF BB BF) came first",
            },
            new("its length in front", "4", Verdict.WrongBytes)
            {
                Changes =
                [
                    (Sent, "new BinaryWriter(new NetworkStream(socket)).Write(message); sent = request.Length;"),
                ],
                Words = "from byte 1 on",
            },
            new("upper case", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(message.ToUpper())")],
                Words = "from byte 1 on",
            },
            new("a fixed message", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(\"Hello, server!\")")],
                Words = "from byte 1 on",
            },
            new("a newline added", "4", Verdict.ExtraBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(message + \"\\n\")")],
                Difference = DifferenceKind.NewlineAdded,
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
            },
            new("sent twice", "4", Verdict.ExtraBytes)
            {
                Changes = [(Sent, "socket.Send(request); sent += socket.Send(request);")],
                Words = "too many came",
            },
            new("as many bytes as letters", "4", Verdict.Stopped)
            {
                Changes = [(Sent, "socket.Send(request, message.Length, SocketFlags.None); sent = request.Length;")],
                Difference = DifferenceKind.CutShort,
                Words = "missing",
            },
        ];

    private static IEnumerable<WrongProgram> Replying =>
        [
            new("no reply received", "5", Verdict.CleanClose)
            {
                Changes = [("received < request.Length", "false")],
                Waiting = "2 6",
                Words = "does not wait in Receive",
            },
            // Whoever looks once, and does not wait, may be lucky at step 6: the reply is there when they look.
            new("only what has come already", "5", Verdict.CleanClose)
            {
                Changes = [(Received, "int count = socket.Available > 0 ? socket.Receive(buffer) : 0;")],
                Waiting = "2",
                Words = "does not block",
            },
            new("closed before the reply", "5", Verdict.CleanClose)
            {
                Changes = [(Buffer, "socket.Close(); " + Buffer), (ClosedLast, "}")],
                Waiting = "2 6",
                Words = "closed or shut down before it",
            },
            new("shut down in both directions before the reply", "5", Verdict.CleanClose)
            {
                Changes = [(Buffer, "socket.Shutdown(SocketShutdown.Both); " + Buffer)],
                Waiting = "2 6",
                Words = "shut down before it",
            },
            new("a socket that does not block", "5", Verdict.CleanClose)
            {
                Changes = [(Connected, Connected + " socket.Blocking = false;")],
                Waiting = "2",
                Words = "does not block",
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
                Words = "the bytes were not taken",
            },
        ];

    private static IEnumerable<WrongProgram> Showing =>
        [
            new("nothing shown", "6", Verdict.ProcessEnded) { Changes = [(Shown, "")], Words = "nothing was printed" },
            new("the message shown instead", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(message);")],
                Difference = DifferenceKind.OwnMessage,
            },
            new("the whole buffer shown", "6", Verdict.ExtraBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.UTF8.GetString(buffer));")],
                Difference = DifferenceKind.ZeroBytes,
            },
            new("the bytes as numbers", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(string.Join(' ', buffer.Take(count)));")],
                Words = "other text was printed",
            },
            new("the name of the type", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(buffer);")],
                Words = "System.Byte[]",
            },
            new("the length only", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write($\"Received {count} bytes.\");")],
                Words = "other text was printed",
            },
            new("decoded as ASCII", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.ASCII.GetString(buffer, 0, count));")],
                Words = "other text was printed",
            },
            new("decoded as UTF-16", "6", Verdict.WrongBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.Unicode.GetString(buffer, 0, count));")],
                Words = "other text was printed",
            },
            new("as many bytes as the message has letters", "6", Verdict.WrongBytes)
            {
                Changes =
                [
                    (Buffer, "byte[] buffer = new byte[message.Length];"),
                    ("received < request.Length; )", "received < 1; )"),
                ],
                Words = "other text was printed",
            },
            new("a fixed number of bytes", "6", Verdict.WrongBytes)
            {
                Changes =
                [
                    (Buffer, "byte[] buffer = new byte[8];"),
                    ("received += count;", "received = request.Length;"),
                ],
                Words = "other text was printed",
            },
        ];
}
