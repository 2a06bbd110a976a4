using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

internal static class WrongClients
{
    private const string Receiving = "socket.ReceiveTimeout = timeoutSeconds * 1000;";
    private const string Encoded = "Encoding.UTF8.GetBytes(message)";
    private const string Shown = "Console.Write(text, 0, length);";

    public static IEnumerable<WrongProgram> All =>
        [
            new("a UDP socket", "1", Verdict.SentByUdp)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Udp")],
            },
            new("a timeout in seconds", "2", Verdict.EndedEarly)
            {
                Changes = [(Receiving, "socket.ReceiveTimeout = timeoutSeconds;")],
                Words = "milliseconds",
            },
            new("a fixed timeout", "2", Verdict.StillRunning)
            {
                Changes = [(Receiving, "socket.ReceiveTimeout = 300_000;")],
                Words = "argument",
            },
            new("a short default timeout", "2", Verdict.EndedEarly)
            {
                Changes = [("int.Parse(args[3]) : 300", "int.Parse(args[3]) : 1")],
            },
            new("a fixed address", "3", Verdict.ListensElsewhere)
            {
                Changes = [("socket.Connect(host, port)", "socket.Connect(\"127.0.0.1\", 9000)")],
                Words = "127.0.0.1:9000",
                Waiting = "1 4 5 6",
            },
            new("no message", "4", Verdict.Silent) { Changes = [("sent < request.Length", "false")] },
            new("ASCII", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.ASCII.GetBytes(message)")],
                Difference = DifferenceKind.Ascii,
            },
            new("UTF-16", "4", Verdict.WrongBytes)
            {
                Changes = [(Encoded, "Encoding.Unicode.GetBytes(message)")],
                Difference = DifferenceKind.Utf16,
            },
            new("a newline added", "4", Verdict.ExtraBytes)
            {
                Changes = [(Encoded, "Encoding.UTF8.GetBytes(message + \"\\n\")")],
                Difference = DifferenceKind.NewlineAdded,
            },
            new("no reply received", "5", Verdict.CleanClose)
            {
                Changes = [("received < request.Length", "false")],
                Waiting = "2 6",
            },
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
            new("nothing shown", "6", Verdict.ProcessEnded) { Changes = [(Shown, "")] },
            new("only the timeout handled", "7", Verdict.UnhandledException)
            {
                Changes = [("catch (Exception e)", "catch (NullReferenceException e)")],
                Words = "Program.cs:",
            },
            new("an unknown host not handled", "7", Verdict.UnhandledException)
            {
                Changes =
                [
                    (
                        "catch (Exception e)",
                        "catch (Exception e) when (e is not SocketException { SocketErrorCode: SocketError.HostNotFound })"
                    ),
                ],
            },
            new("closed in one direction only", "8", Verdict.ProcessEnded)
            {
                Changes =
                [
                    (
                        "byte[] buffer = new byte[4096];",
                        "socket.Shutdown(SocketShutdown.Send); byte[] buffer = new byte[4096];"
                    ),
                    ("socket.Close();", ""),
                ],
            },
            new("a timeout without a word", "7", Verdict.ProcessEnded)
            {
                Changes = [("Console.Error.WriteLine($\"Timeout: {host} port {port} did not answer in time.\");", "")],
                Words = "without a word",
            },
            new("never closed", "8", Verdict.ProcessEnded) { Changes = [("socket.Close();", "")] },
            new("closed on success only", "8", Verdict.ProcessEnded)
            {
                Changes = [("socket.Close();", "if (Environment.ExitCode == 0) socket.Close();")],
            },
        ];
}
