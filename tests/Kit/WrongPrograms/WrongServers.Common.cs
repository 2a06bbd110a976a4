using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

// Bugs of the listening socket, the loop, and the end.
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
                Evidence = "CS0103",
            },
            new("nothing written yet", "1", Verdict.ProcessEnded)
            {
                File = $"../../exercises/{exercise.Folder}/Program.cs",
                Next = NextAction.BeginServer,
                Waiting = rest,
            },
            new("a UDP socket", "1", Verdict.SentByUdp)
            {
                File = "Wrong/UdpEchoServer.cs",
                Observed = Symptom.UdpBound,
            },
            new("a UDP socket that cannot listen", "1", Verdict.SentByUdp)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Udp")],
                Observed = Symptom.UdpBound,
            },
            new("a datagram socket for TCP", "1", Verdict.ProcessEnded)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Tcp")],
                Observed = Symptom.EndedUnbound,
            },
        ];

    private static IEnumerable<WrongProgram> Binding =>
        [
            new("any address", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(IPAddress.Any, port));")],
                Observed = Symptom.ListensElsewhere,
                Cause = Cause.OtherBinding,
                Evidence = "0.0.0.0",
            },
            new("a fixed address", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(IPAddress.Loopback, port));")],
                Observed = Symptom.ListensElsewhere,
                Cause = Cause.OtherBinding,
                Evidence = "127.0.0.1:",
            },
            new("a fixed port", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(address, 9000));")],
                Observed = Symptom.ListensElsewhere,
                Cause = Cause.OtherBinding,
                Evidence = ":9000",
            },
            new("the next port", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(address, port + 1));")],
                Cause = Cause.OtherBinding,
            },
            new("any port", "2", Verdict.ListensElsewhere)
            {
                Changes = [(Bound, "server.Bind(new IPEndPoint(address, 0));")],
                Cause = Cause.OtherBinding,
            },
            new("connected instead of bound", "2", Verdict.ProcessEnded)
            {
                Changes = [(Bound, "server.Connect(new IPEndPoint(address, port));")],
                Observed = Symptom.EndedUnbound,
            },
        ];

    private static IEnumerable<WrongProgram> Timing =>
        [
            new("a receive timeout for Accept", "3", Verdict.StillRunning)
            {
                Changes = [(Poll, "server.ReceiveTimeout = timeoutSeconds * 1000;\n        if (false)")],
                Cause = Cause.TimeoutMissesAccept,
            },
            new("no timeout", "3", Verdict.StillRunning)
            {
                Changes = [(Poll, "if (false)")],
                Observed = Symptom.StillRuns,
            },
            new("a timeout for the first client only", "3", Verdict.StillRunning)
            {
                Changes =
                [
                    (Poll, "if (false)"),
                    (Loop, $"{Poll} throw new TimeoutException(\"No client came.\"); {Loop}"),
                ],
                Cause = Cause.TimeoutMissesAccept,
            },
            new("its timeout swallowed in the loop", "3", Verdict.StillRunning)
            {
                Changes =
                [
                    (
                        "throw new TimeoutException($\"No client came for {timeoutSeconds} s.\");",
                        "Console.WriteLine(\"Nobody came\"); continue;"
                    ),
                ],
                Cause = Cause.TimeoutSwallowed,
            },
            new("all arguments needed", "3", Verdict.UnhandledException)
            {
                Changes = [("args.Length > 2 ? int.Parse(args[2]) : 300", "int.Parse(args[2])")],
                Cause = Cause.NeedsAllArguments,
            },
            new("a fixed timeout", "3", Verdict.StillRunning)
            {
                Changes = [("TimeSpan.FromSeconds(timeoutSeconds)", "TimeSpan.FromSeconds(300)")],
                Cause = Cause.TimeoutMissesAccept,
            },
            new("a timeout in seconds", "3", Verdict.EndedEarly)
            {
                Changes = [("TimeSpan.FromSeconds(timeoutSeconds)", "TimeSpan.FromMilliseconds(timeoutSeconds)")],
                Cause = Cause.SecondsForSmallerUnit,
            },
            new("milliseconds for Poll", "3", Verdict.EndedEarly)
            {
                Changes = [(Poll, "if (!server.Poll(timeoutSeconds * 1000, SelectMode.SelectRead))")],
                Cause = Cause.SecondsForSmallerUnit,
            },
            new("a short default timeout", "3", Verdict.EndedEarly)
            {
                Changes = [("int.Parse(args[2]) : 300", "int.Parse(args[2]) : 1")],
                Observed = Symptom.EndedAtOtherTime,
                Cause = Cause.OtherDefault,
            },
        ];

    private static IEnumerable<WrongProgram> Looping =>
        [
            new("no Listen", "4", Verdict.ProcessEnded) { Changes = [(Listening, "")], Evidence = "Listen method" },
            new("a dual-mode socket without Listen, never closed", "4", Verdict.ProcessEnded)
            {
                Changes =
                [
                    (Created, "new Socket(SocketType.Stream, ProtocolType.Tcp)"),
                    (Listening, ""),
                    (Stopped, ""),
                ],
                Cause = Cause.ListenMissing,
            },
            new("Listen after Accept", "4", Verdict.ProcessEnded)
            {
                Changes = [(Listening, ""), (Accepted, "server.Accept(); server.Listen();")],
                Observed = Symptom.EndedWithoutListening,
            },
            new("a key awaited before Listen", "4", Verdict.Refused)
            {
                Changes =
                [
                    (Listening, "Console.WriteLine(\"Press Enter to start.\"); Console.ReadLine(); server.Listen();"),
                ],
                Observed = Symptom.NobodyListens,
                Cause = Cause.KeyboardFirst,
                Waiting = "2 3 5 5a",
            },
            new("one client only", "5", Verdict.EndedEarly)
            {
                Changes = [(Loop, "for (var once = true; once; once = false)")],
                Cause = Cause.NoWayBackToAccept,
            },
            new("ten clients only", "5", Verdict.EndedEarly)
            {
                Changes = [(Loop, "for (int n = 0; n < 10; n++)")],
                Cause = Cause.NoWayBackToAccept,
            },
            new("room for ten clients only", "5", Verdict.EndedEarly)
            {
                Changes =
                [
                    (Bound, Bound + " var clients = new Socket[10]; var taken = 0;"),
                    (Accepted, "server.Accept(); clients[taken++] = client;"),
                ],
                Cause = Cause.NoWayBackToAccept,
                HasEnded = true,
            },
            new("no longer listening after the first client", "5", Verdict.EndedEarly)
            {
                Changes = [(Accepted, "server.Accept(); server.Close();")],
                Cause = Cause.NoWayBackToAccept,
            },
            new("bound again for each client", "5", Verdict.EndedEarly)
            {
                Changes =
                [
                    (Bound, ""),
                    (Listening, ""),
                    (Poll, $"server = {Created}; server.Bind(new IPEndPoint(address, port)); server.Listen(); {Poll}"),
                ],
                Cause = Cause.NoWayBackToAccept,
            },
            new("no Accept", "5a", Verdict.NeverServed)
            {
                Changes = [(Accepted, "new Func<Socket>(() => { Thread.Sleep(-1); return server.Accept(); })();")],
                Observed = Symptom.NeverAccepted,
                Waiting = "5",
            },
            new("a key awaited before Accept", "5a", Verdict.NeverServed)
            {
                Changes = [(Accepted, "(Console.ReadLine() is null ? null : server.Accept())!;")],
                Waiting = "5",
                Observed = Symptom.NeverAccepted,
            },
            new("Accept on another socket than Listen", "5a", Verdict.EndedEarly)
            {
                Changes = [(Listening, "new TcpListener(address, port).Start();")],
                Cause = Cause.WrongSocket,
            },
            new("the listening socket taken for the client's", "5a", Verdict.EndedEarly)
            {
                Changes = [(Accepted, "server;")],
                Waiting = "5",
                Cause = Cause.WrongSocket,
            },
        ];

    private static IEnumerable<WrongProgram> Handling(string handle) =>
        [
            new("a timeout without a word", handle, Verdict.ProcessEnded)
            {
                Changes = [(TimeIsUp, "")],
                Observed = Symptom.EndedSilently,
                Cause = Cause.SilentCatch,
            },
            new("a port in use without a word", handle, Verdict.ProcessEnded)
            {
                Changes = [(InUse, "")],
                Observed = Symptom.EndedSilently,
                Cause = Cause.SilentCatch,
            },
            new("a port in use without a word, but for what it says at its start", handle, Verdict.ProcessEnded)
            {
                Changes = [(InUse, ""), (Bound, "Console.WriteLine($\"Echo server at {host}:{port}\"); " + Bound)],
                Observed = Symptom.EndedSilently,
                Cause = Cause.SilentCatch,
            },
            new("a port in use not handled", handle, Verdict.UnhandledException)
            {
                Changes =
                [
                    (NotInUse, "when (false)"),
                    ("catch (Exception e)\n{", "catch (NullReferenceException e)\n{"),
                ],
                Observed = Symptom.CrashedAt,
                Evidence = "Program.cs:",
            },
            new("a port in use tried for ever", handle, Verdict.PortHeld)
            {
                Observed = Symptom.WaitsForPort,
                Changes =
                [
                    (
                        Bound,
                        "while (!server.IsBound) try { server.Bind(new IPEndPoint(address, port)); } "
                            + "catch (SocketException) { Thread.Sleep(100); }"
                    ),
                ],
            },
        ];

    private static IEnumerable<WrongProgram> Stopping(string stop) =>
        [
            new("closed after a line was awaited", stop, Verdict.StillRunning)
            {
                Changes = [(Stopped, "Console.ReadLine(); server?.Close();")],
                Observed = Symptom.ClosedAfterKey,
            },
            new("never closed", stop, Verdict.ProcessEnded)
            {
                Changes = [(Stopped, "")],
                Observed = Symptom.EndedWithOpenListener,
                Cause = Cause.ListenerNotClosed,
            },
            new("an exit before the close", stop, Verdict.ProcessEnded)
            {
                Changes = [(TimeIsUp, TimeIsUp + " Environment.Exit(1);")],
                Observed = Symptom.EndedWithOpenListener,
                Cause = Cause.ListenerNotClosed,
            },
            new("an exit before the close, where the port is taken", stop, Verdict.ProcessEnded)
            {
                Changes = [(InUse, InUse + " Environment.Exit(1);")],
                Observed = Symptom.EndedWithOpenSocket,
                Cause = Cause.ListenerNotClosed,
            },
            new("closed after some errors only", stop, Verdict.ProcessEnded)
            {
                Changes = [(Stopped, "if (Environment.ExitCode != 0) server?.Close();")],
                Observed = Symptom.EndedWithOpenListener,
                Cause = Cause.ListenerNotClosed,
            },
        ];
}
