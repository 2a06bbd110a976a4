using Lab.Build;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

/// <summary>Bugs of both servers: their solutions share the code, and differ in the ids of the steps.</summary>
internal static class WrongServers
{
    private const string Poll = "if (!server.Poll(timeout, SelectMode.SelectRead))";
    private const string Shown = "Console.Write(text, 0, length);";
    private const string Sent = "sent += client.Send(buffer.AsSpan(sent, count - sent));";
    private const string Received = "while ((count = client.Receive(buffer)) > 0)";

    public static IEnumerable<WrongProgram> EchoServers =>
        Common(receive: "5b", show: "5c", send: "5d", close: "5e", handle: "6", stop: "7")
            .Concat(More)
            .Concat([
                new("one try around the loop", "6", Verdict.EndedEarly)
                {
                    Changes =
                    [
                        ("catch (SocketException e)\n        {", "catch (SocketException e) when (false)\n        {"),
                    ],
                },
                new("the older messages sent again", "5d", Verdict.WrongBytes)
                {
                    Changes =
                    [
                        ("Socket? server = null;", "Socket? server = null; var all = new List<byte>();"),
                        (Sent, "all.AddRange(buffer.Take(count)); client.Send(all.ToArray()); sent = count;"),
                    ],
                },
                new("the client never closed", "5e", Verdict.Silent) { Changes = [("client?.Close();", "")] },
            ])
            .Select(program => program with { Exercise = Exercise.EchoServer });

    public static IEnumerable<WrongProgram> ThreadedServers =>
        Common(receive: "6a", show: "6b", send: "6c", close: "6d", handle: "7", stop: "8")
            .Concat([
                new("one client at a time", "5b", Verdict.NeverServed)
                {
                    Changes =
                    [
                        ("new Thread(() => Serve(client, timeoutSeconds)).Start();", "Serve(client, timeoutSeconds);"),
                    ],
                    Waiting = "6 check",
                },
                new("the thread joined at once", "5b", Verdict.NeverServed)
                {
                    Changes =
                    [
                        (
                            "new Thread(() => Serve(client, timeoutSeconds)).Start();",
                            "var thread = new Thread(() => Serve(client, timeoutSeconds)); thread.Start(); thread.Join();"
                        ),
                    ],
                    Waiting = "6 check",
                },
                new("the thread never started", "6a", Verdict.Silent)
                {
                    Changes = [("timeoutSeconds)).Start();", "timeoutSeconds));")],
                    Waiting = "5b check",
                },
                new("the last client's socket in every thread", "6", Verdict.Silent)
                {
                    Changes =
                    [
                        ("Socket? server = null;", "Socket? server = null; Socket last = null!;"),
                        ("Socket client = server.Accept();", "Socket client = last = server.Accept();"),
                        ("static void Serve", "void Serve"),
                        (Sent, "sent += last.Send(buffer.AsSpan(sent, count - sent));"),
                    ],
                },
                new("no try in the thread", "7", Verdict.UnhandledException)
                {
                    Changes = [("catch (Exception e)\n        {", "catch (Exception e) when (false)\n        {")],
                },
                new("the client never closed", "6d", Verdict.Silent) { Changes = [("client.Close();", "")] },
            ])
            .Select(program => program with { Exercise = Exercise.ThreadedServer });

    private static IEnumerable<WrongProgram> Common(
        string receive,
        string show,
        string send,
        string close,
        string handle,
        string stop
    ) =>
        [
            new("a UDP socket", "1", Verdict.SentByUdp) { File = "Wrong/UdpEchoServer.cs" },
            new("any address", "2", Verdict.ListensElsewhere)
            {
                Changes = [("new IPEndPoint(address, port)", "new IPEndPoint(IPAddress.Any, port)")],
                Words = "0.0.0.0",
            },
            new("a receive timeout for Accept", "3", Verdict.StillRunning)
            {
                Changes = [(Poll, "server.ReceiveTimeout = timeoutSeconds * 1000;\n        if (false)")],
                Words = "Accept",
            },
            new("a timeout in seconds", "3", Verdict.EndedEarly)
            {
                Changes = [("TimeSpan.FromSeconds(timeoutSeconds)", "TimeSpan.FromMilliseconds(timeoutSeconds)")],
                Words = "milliseconds",
            },
            new("no Listen", "4", Verdict.ProcessEnded)
            {
                Changes = [("server.Listen();", "")],
                Words = "Listen method",
            },
            new("one client only", "5", Verdict.EndedEarly)
            {
                Changes = [("while (true)", "for (var once = true; once; once = false)")],
            },
            new("no Accept", "5a", Verdict.NeverServed)
            {
                Changes =
                [
                    ("server.Accept();", "new Func<Socket>(() => { Thread.Sleep(-1); return server.Accept(); })();"),
                ],
                Waiting = $"5 {receive} {show} {send} {close}",
            },
            new("closed before the message is read", receive, Verdict.Reset)
            {
                Changes = [(Received, "while (false && (count = client.Receive(buffer)) > 0)")],
                Words = "unread",
            },
            new("nothing shown", show, Verdict.WrongBytes) { Changes = [(Shown, "")] },
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
            },
            new("a timeout without a word", handle, Verdict.ProcessEnded)
            {
                Changes = [("Console.Error.WriteLine($\"Timeout: {e.Message}\");", "")],
                Words = "without a word",
            },
            new("never closed", stop, Verdict.ProcessEnded) { Changes = [("server?.Close();", "")] },
        ];

    // Bugs that one exercise is enough for: both meet the same expectations.
    private static IEnumerable<WrongProgram> More =>
        [
            new("a UDP socket that cannot listen", "1", Verdict.SentByUdp)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Udp")],
            },
            new("a fixed port", "2", Verdict.ListensElsewhere)
            {
                Changes = [("new IPEndPoint(address, port)", "new IPEndPoint(IPAddress.Loopback, 9000)")],
            },
            new("a short default timeout", "3", Verdict.EndedEarly)
            {
                Changes = [("int.Parse(args[2]) : 300", "int.Parse(args[2]) : 1")],
            },
            new("the whole buffer shown", "5c", Verdict.ExtraBytes)
            {
                Changes = [(Shown, "Console.Write(Encoding.UTF8.GetString(buffer));")],
                Difference = DifferenceKind.ZeroBytes,
            },
            new("no echo", "5d", Verdict.Silent) { Changes = [(Sent, "sent = count;")] },
            new("the whole buffer sent", "5d", Verdict.ExtraBytes)
            {
                Changes = [(Sent, "client.Send(buffer); sent = count;")],
                Difference = DifferenceKind.ZeroBytes,
            },
            new("decoded and encoded again", "5d", Verdict.WrongBytes)
            {
                Changes =
                [
                    (
                        Sent,
                        "client.Send(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer, 0, count))); sent = count;"
                    ),
                ],
                Difference = DifferenceKind.Reencoded,
            },
            new("a port in use not handled", "6", Verdict.UnhandledException)
            {
                Changes =
                [
                    ("when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)", "when (false)"),
                    ("catch (Exception e)\n{", "catch (NullReferenceException e)\n{"),
                ],
                Words = "Program.cs:",
            },
        ];
}
