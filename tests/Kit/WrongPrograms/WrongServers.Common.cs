using Lab.Build;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

// The listening socket, the loop, and the end.
internal static partial class WrongServers
{
    private const string Created = "new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)";
    private const string Bound = "server.Bind(new IPEndPoint(address, port));";
    private const string Listening = "server.Listen();";
    private const string Poll = "if (!server.Poll(timeout, SelectMode.SelectRead))";
    private const string Loop = "while (true)";
    private const string Accepted = "server.Accept();";
    private const string TimeIsUp = "Console.Error.WriteLine($\"Timeout: {e.Message}\");";
    private const string InUse = "Console.Error.WriteLine($\"Port {port} of {host} is in use by another program.\");";
    private const string Stopped = "server?.Close();";
    private const string NotInUse = "when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)";

    private static IEnumerable<WrongProgram> Common(Exercise exercise, string closing, string handle, string stop)
    {
        var rest = string.Join(' ', exercise.StepIds.Skip(1));
        return Creating(exercise, closing, rest)
            .Concat(Binding)
            .Concat(Timing)
            .Concat(Looping)
            .Concat(Handling(handle))
            .Concat(Stopping(stop));
    }

    private static IEnumerable<WrongProgram> Creating(Exercise exercise, string closing, string rest) =>
        [
            new("a misspelt name", "compile", Verdict.DoesNotCompile)
            {
                Changes = [(closing, closing.Replace("client", "cliente", StringComparison.Ordinal))],
                Words = "CS0103",
            },
            new("nothing written yet", "1", Verdict.ProcessEnded)
            {
                File = $"../../exercises/{exercise.Folder}/Program.cs",
                Words = "steps 1 and 2",
                Waiting = rest,
            },
            new("a UDP socket", "1", Verdict.SentByUdp)
            {
                File = "Wrong/UdpEchoServer.cs",
                Words = "a UDP socket was bound",
            },
            new("a UDP socket that cannot listen", "1", Verdict.SentByUdp)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Udp")],
                Words = "a UDP socket was bound",
            },
            new("a datagram socket for TCP", "1", Verdict.ProcessEnded)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Tcp")],
                Words = "no TCP socket had been bound",
            },
        ];

    private static IEnumerable<WrongProgram> Binding =>
        [
            new("any address", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(IPAddress.Any, port));")],
                Words = "0.0.0.0",
            },
            new("a fixed address", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(IPAddress.Loopback, port));")],
                Words = "127.0.0.1:",
            },
            new("a fixed port", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(address, 9000));")],
                Words = ":9000",
            },
            new("the next port", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(address, port + 1));")],
                Words = "to another port",
            },
            new("any port", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(address, 0));")],
                Words = "to another port",
            },
            new("connected instead of bound", "2", Verdict.ProcessEnded)
            {
                Changes = [(Bound, "server.Connect(new IPEndPoint(address, port));")],
                Words = "no TCP socket had been bound",
            },
        ];

    private static IEnumerable<WrongProgram> Timing =>
        [
            new("a receive timeout for Accept", "3", Verdict.StillRunning)
            {
                Changes = [(Poll, "server.ReceiveTimeout = timeoutSeconds * 1000;\n        if (false)")],
                Words = "Accept",
            },
            new("no timeout", "3", Verdict.StillRunning) { Changes = [(Poll, "if (false)")], Words = "still runs" },
            new("a timeout for the first client only", "3", Verdict.StillRunning)
            {
                Changes =
                [
                    (Poll, "if (false)"),
                    (Loop, $"{Poll} throw new TimeoutException(\"No client came.\"); {Loop}"),
                ],
                Words = "does not reach Accept",
            },
            new("a fixed timeout", "3", Verdict.StillRunning)
            {
                Changes = [("TimeSpan.FromSeconds(timeoutSeconds)", "TimeSpan.FromSeconds(300)")],
                Words = "argument",
            },
            new("a timeout in seconds", "3", Verdict.EndedEarly)
            {
                Changes = [("TimeSpan.FromSeconds(timeoutSeconds)", "TimeSpan.FromMilliseconds(timeoutSeconds)")],
                Words = "milliseconds",
            },
            new("milliseconds for Poll", "3", Verdict.EndedEarly)
            {
                Changes = [(Poll, "if (!server.Poll(timeoutSeconds * 1000, SelectMode.SelectRead))")],
                Words = "microseconds",
            },
            new("a short default timeout", "3", Verdict.EndedEarly)
            {
                Changes = [("int.Parse(args[2]) : 300", "int.Parse(args[2]) : 1")],
                Words = "300 s",
            },
        ];

    private static IEnumerable<WrongProgram> Looping =>
        [
            new("no Listen", "4", Verdict.ProcessEnded) { Changes = [(Listening, "")], Words = "Listen method" },
            new("a dual-mode socket without Listen, never closed", "4", Verdict.ProcessEnded)
            {
                Changes =
                [
                    (Created, "new Socket(SocketType.Stream, ProtocolType.Tcp)"),
                    (Listening, ""),
                    (Stopped, ""),
                ],
                Words = "Listen is missing",
            },
            new("Listen after Accept", "4", Verdict.ProcessEnded)
            {
                Changes = [(Listening, ""), (Accepted, "server.Accept(); server.Listen();")],
                Words = "had not listened",
            },
            new("a key awaited before Listen", "4", Verdict.Refused)
            {
                Changes =
                [
                    (Listening, "Console.WriteLine(\"Press Enter to start.\"); Console.ReadLine(); server.Listen();"),
                ],
                Words = "a connection is refused",
                Waiting = "2 3 5 5a",
            },
            new("one client only", "5", Verdict.EndedEarly)
            {
                Changes = [(Loop, "for (var once = true; once; once = false)")],
                Words = "not inside a loop",
            },
            new("ten clients only", "5", Verdict.EndedEarly)
            {
                Changes = [(Loop, "for (int n = 0; n < 10; n++)")],
                Words = "not inside a loop",
            },
            new("room for ten clients only", "5", Verdict.EndedEarly)
            {
                Changes =
                [
                    (Bound, Bound + " var clients = new Socket[10]; var taken = 0;"),
                    (Accepted, "server.Accept(); clients[taken++] = client;"),
                ],
                Words = "your server ended",
            },
            new("no longer listening after the first client", "5", Verdict.EndedEarly)
            {
                Changes = [(Accepted, "server.Accept(); server.Close();")],
                Words = "does not come back to Accept",
            },
            new("bound again for each client", "5", Verdict.EndedEarly)
            {
                Changes =
                [
                    (Bound, ""),
                    (Listening, ""),
                    (Poll, $"server = {Created}; server.Bind(new IPEndPoint(address, port)); server.Listen(); {Poll}"),
                ],
                Words = "Accept",
            },
            new("no Accept", "5a", Verdict.NeverServed)
            {
                Changes = [(Accepted, "new Func<Socket>(() => { Thread.Sleep(-1); return server.Accept(); })();")],
                Words = "never took it from the queue",
                Waiting = "5",
            },
            new("a key awaited before Accept", "5a", Verdict.NeverServed)
            {
                Changes = [(Accepted, "(Console.ReadLine() is null ? null : server.Accept())!;")],
                Waiting = "5",
                Words = "never took it from the queue",
            },
            new("Accept on another socket than Listen", "5a", Verdict.EndedEarly)
            {
                Changes = [(Listening, "new TcpListener(address, port).Start();")],
                Words = "wrong socket",
            },
            new("the listening socket taken for the client's", "5a", Verdict.EndedEarly)
            {
                Changes = [(Accepted, "server;")],
                Waiting = "5",
                Words = "wrong socket",
            },
        ];

    private static IEnumerable<WrongProgram> Handling(string handle) =>
        [
            new("a timeout without a word", handle, Verdict.ProcessEnded)
            {
                Changes = [(TimeIsUp, "")],
                Words = "without a word",
            },
            new("a port in use without a word", handle, Verdict.ProcessEnded)
            {
                Changes = [(InUse, "")],
                Words = "without a word",
            },
            new("a port in use without a word, but for what it says at its start", handle, Verdict.ProcessEnded)
            {
                Changes = [(InUse, ""), (Bound, "Console.WriteLine($\"Echo server at {host}:{port}\"); " + Bound)],
                Words = "without a word",
            },
            new("a port in use not handled", handle, Verdict.UnhandledException)
            {
                Changes =
                [
                    (NotInUse, "when (false)"),
                    ("catch (Exception e)\n{", "catch (NullReferenceException e)\n{"),
                ],
                Words = "Program.cs:",
            },
            new("a port in use tried for ever", handle, Verdict.PortHeld)
            {
                Words = "another process holds",
                Changes =
                [
                    (
                        Bound,
                        "while (!server.IsBound) try { server.Bind(new IPEndPoint(address, port)); } "
                            + "catch (SocketException) { Thread.Sleep(100); }"
                    ),
                ],
            },
            new("a line awaited at the end", handle, Verdict.StillRunning)
            {
                Changes = [(Stopped, "server?.Close(); Console.ReadLine();")],
                Words = "still runs",
            },
        ];

    private static IEnumerable<WrongProgram> Stopping(string stop) =>
        [
            new("never closed", stop, Verdict.ProcessEnded)
            {
                Changes = [(Stopped, "")],
                Words = "the operating system closed it",
            },
            new("an exit before the close", stop, Verdict.ProcessEnded)
            {
                Changes = [(TimeIsUp, TimeIsUp + " Environment.Exit(1);")],
                Words = "the operating system closed it",
            },
            new("an exit before the close, where the port is taken", stop, Verdict.ProcessEnded)
            {
                Changes = [(InUse, InUse + " Environment.Exit(1);")],
                Words = "its socket open",
            },
            new("closed after some errors only", stop, Verdict.ProcessEnded)
            {
                Changes = [(Stopped, "if (Environment.ExitCode != 0) server?.Close();")],
                Words = "the operating system closed it",
            },
        ];
}
