using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

/// <summary>Bugs of the client. This file has those of the socket itself and of its end.</summary>
internal static partial class WrongClients
{
    private const string Created = "new Socket(SocketType.Stream, ProtocolType.Tcp)";
    private const string Receiving = "socket.ReceiveTimeout = timeoutSeconds * 1000;";
    private const string Connected = "socket.Connect(host, port);";
    private const string Caught = "catch (Exception e)";
    private const string Closed = "socket.Close();";
    private const string ClosedLast = "socket.Close();\n}";
    private const string TimedOut =
        "Console.Error.WriteLine($\"Timeout: {host} port {port} did not answer in time.\");";
    private const string Failed = "Console.Error.WriteLine($\"Error with {host} port {port}: {e.Message}\");";

    public static IEnumerable<WrongProgram> All =>
        [.. Creating, .. Timing, .. Connecting, .. Sending, .. Replying, .. Taking, .. Showing, .. Failing, .. Closing];

    private static IEnumerable<WrongProgram> Creating =>
        [
            new("a semicolon forgotten", "compile", Verdict.DoesNotCompile)
            {
                Changes = [(Closed, "socket.Close()")],
                Evidence = "CS1002",
            },
            new("nothing written yet", "1", Verdict.ProcessEnded)
            {
                File = "../../exercises/Ex1.Client/Program.cs",
                Next = NextAction.BeginClient,
                Waiting = "2 3 4 5 6 7 8",
            },
            new("a UDP socket", "1", Verdict.SentByUdp)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Udp")],
                Observed = Symptom.DatagramCame,
                Cause = Cause.DatagramSocket,
            },
            new("a UdpClient", "1", Verdict.SentByUdp)
            {
                File = "Wrong/UdpClientClass.cs",
                Cause = Cause.DatagramSocket,
            },
            new("a UDP socket that does not connect", "1", Verdict.SentByUdp)
            {
                Changes =
                [
                    ("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Udp"),
                    (Connected, ""),
                    (
                        "socket.Send(request.AsSpan(sent))",
                        "socket.SendTo(request, new System.Net.IPEndPoint(System.Net.IPAddress.Parse(host), port))"
                    ),
                ],
                Observed = Symptom.DatagramCame,
                Cause = Cause.DatagramSocket,
            },
            new("a datagram socket for TCP", "1", Verdict.UnhandledException)
            {
                Changes = [("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Tcp")],
                Observed = Symptom.CrashedAt,
                Evidence = "Program.cs:",
            },
        ];

    private static IEnumerable<WrongProgram> Timing =>
        [
            new("a timeout in seconds", "2", Verdict.EndedEarly)
            {
                Changes = [(Receiving, "socket.ReceiveTimeout = timeoutSeconds;")],
                Cause = Cause.SecondsForSmallerUnit,
            },
            new("a timeout in microseconds", "2", Verdict.StillRunning)
            {
                Changes = [(Receiving, "socket.ReceiveTimeout = timeoutSeconds * 1_000_000;")],
                Cause = Cause.TimeoutMissesReceive,
            },
            new("a fixed timeout", "2", Verdict.StillRunning)
            {
                Changes = [(Receiving, "socket.ReceiveTimeout = 300_000;")],
                Cause = Cause.TimeoutMissesReceive,
            },
            new("a timeout for sending only", "2", Verdict.StillRunning)
            {
                Changes = [(Receiving, "")],
                Cause = Cause.TimeoutMissesReceive,
            },
            new("a timeout on another socket", "2", Verdict.StillRunning)
            {
                Changes = [(Receiving, $"{Created}.ReceiveTimeout = timeoutSeconds * 1000;")],
                Cause = Cause.TimeoutMissesReceive,
            },
            new("a timeout that ReceiveAsync ignores", "2", Verdict.StillRunning)
            {
                Changes = [(Received, "int count = await socket.ReceiveAsync(buffer);")],
                Cause = Cause.TimeoutMissesReceive,
            },
            new("no timeout after a half-close", "2", Verdict.StillRunning)
            {
                Changes = [(Receiving, ""), (Buffer, "socket.Shutdown(SocketShutdown.Send); " + Buffer)],
                Observed = Symptom.StillRuns,
            },
            new("a timeout in seconds, and then a key awaited", "2", Verdict.EndedEarly)
            {
                Changes =
                [
                    (Receiving, "socket.ReceiveTimeout = timeoutSeconds;"),
                    (ClosedLast, ClosedLast + "\nConsole.ReadLine();"),
                ],
                Observed = Symptom.EndedAtOtherTime,
            },
            new("a short default timeout", "2", Verdict.EndedEarly)
            {
                Changes = [("int.Parse(args[3]) : 300", "int.Parse(args[3]) : 1")],
                Observed = Symptom.EndedAtOtherTime,
                Cause = Cause.OtherDefault,
            },
        ];

    private static readonly (string Name, string Code)[] _otherHosts =
    [
        (
            "parsed only",
            "socket.Connect(System.Net.IPAddress.TryParse(host, out var address) ? address : System.Net.IPAddress.Loopback, port);"
        ),
        (
            "an error swallowed",
            "var address = System.Net.IPAddress.Loopback; try { address = System.Net.Dns.GetHostAddresses(host)[0]; } catch (Exception) { }\n"
                + "socket.Connect(address, port);"
        ),
        ("a default for names", "socket.Connect(host.Any(char.IsLetter) ? \"127.0.0.1\" : host, port);"),
    ];

    private static IEnumerable<WrongProgram> Connecting =>
        [
            new("a fixed address", "3", Verdict.ListensElsewhere)
            {
                Changes = [("socket.Connect(host, port)", "socket.Connect(\"127.0.0.1\", 9000)")],
                Observed = Symptom.ConnectsElsewhere,
                Cause = Cause.FixedDestination,
                Evidence = "127.0.0.1:9000",
                Waiting = "1 4 5 6",
            },
            new("a fixed host", "3", Verdict.ListensElsewhere)
            {
                Changes = [(Connected, "socket.Connect(\"127.0.0.1\", port);")],
                Observed = Symptom.ConnectsElsewhere,
                Cause = Cause.FixedDestination,
                Evidence = "127.0.0.1:",
            },
            new("a fixed port", "3", Verdict.ListensElsewhere)
            {
                Changes = [(Connected, "socket.Connect(host, 9000);")],
                Observed = Symptom.ConnectsElsewhere,
                Cause = Cause.FixedDestination,
                Evidence = ":9000",
                Waiting = "1 4 5 6",
            },
            new("the port taken only if a timeout follows", "3", Verdict.ListensElsewhere)
            {
                Changes = [("args.Length > 1 ? int.Parse(args[1])", "args.Length > 3 ? int.Parse(args[1])")],
                Observed = Symptom.ConnectsElsewhere,
            },
            new("the arguments taken only if there are four", "3", Verdict.ListensElsewhere)
            {
                Changes =
                [
                    ("args.Length > 0 ? args[0]", "args.Length == 4 ? args[0]"),
                    ("args.Length > 1 ? int.Parse(args[1])", "args.Length == 4 ? int.Parse(args[1])"),
                ],
                Observed = Symptom.ConnectsElsewhere,
            },
            new("the default port kept without a timeout", "3", Verdict.ListensElsewhere)
            {
                Changes =
                [
                    ("int.Parse(args[3]) : 300;", "int.Parse(args[3]) : 300;\nif (args.Length < 4) port = 9001;"),
                ],
                Observed = Symptom.ConnectsElsewhere,
            },
            .. _otherHosts.Select(change => new WrongProgram(
                $"another host instead of an unknown one, {change.Name}",
                "3",
                Verdict.ListensElsewhere
            )
            {
                Changes = [(Connected, change.Code)],
                Observed = Symptom.ConnectsElsewhere,
            }),
            new("never connected", "3", Verdict.ProcessEnded)
            {
                Changes = [(Connected, "")],
                Observed = Symptom.EndedUnconnected,
                Cause = Cause.ConnectMissing,
                Waiting = "1 4 5 6",
            },
            new("bound instead of connected", "3", Verdict.ProcessEnded)
            {
                Changes =
                [
                    (Connected, "socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Parse(host), port));"),
                ],
                Waiting = "1 4 5 6",
                Observed = Symptom.EndedUnconnected,
                Cause = Cause.ConnectMissing,
            },
            new("the message asked for at the keyboard", "3", Verdict.StillRunning)
            {
                Changes = [(Connected, "message = Console.ReadLine() ?? message; socket.Connect(host, port);")],
                Cause = Cause.KeyboardFirst,
                Waiting = "1 4 5 6",
            },
        ];

    private static IEnumerable<WrongProgram> Failing =>
        [
            new("only the timeout handled", "7", Verdict.UnhandledException)
            {
                Changes = [(Caught, "catch (NullReferenceException e)")],
                Observed = Symptom.CrashedAt,
                Evidence = "Program.cs:",
            },
            new("an unknown host not handled", "7", Verdict.UnhandledException)
            {
                Changes =
                [
                    (Caught, Caught + " when (e is not SocketException { SocketErrorCode: SocketError.HostNotFound })"),
                ],
                Cause = Cause.NotCaught,
            },
            new("a reset not handled", "7", Verdict.UnhandledException)
            {
                Changes =
                [
                    (
                        Caught,
                        Caught + " when (e is not SocketException { SocketErrorCode: SocketError.ConnectionReset })"
                    ),
                ],
                Evidence = "SocketException",
            },
            new("the exception thrown on", "7", Verdict.UnhandledException)
            {
                Changes = [(Failed, Failed + " socket.Close(); throw;")],
                Cause = Cause.NotCaught,
            },
            new("a timeout without a word", "7", Verdict.ProcessEnded)
            {
                Changes = [(TimedOut, "")],
                Observed = Symptom.EndedSilently,
                Cause = Cause.SilentCatch,
            },
            new("every other error swallowed", "7", Verdict.ProcessEnded)
            {
                Changes = [(Failed, "")],
                Observed = Symptom.EndedSilently,
                Cause = Cause.SilentCatch,
            },
            new("every other error swallowed, but for what it says at its start", "7", Verdict.ProcessEnded)
            {
                Changes =
                [
                    (Failed, ""),
                    (Connected, "Console.WriteLine($\"Connecting to {host}:{port} ...\"); " + Connected),
                ],
                Observed = Symptom.EndedSilently,
                Cause = Cause.SilentCatch,
            },
            new("a refused connection tried for ever", "7", Verdict.StillRunning)
            {
                Changes =
                [
                    (
                        Connected,
                        """
                        while (!socket.Connected)
                        {
                            try { socket.Connect(host, port); }
                            catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
                            {
                                Console.WriteLine("Trying again ...");
                                Thread.Sleep(100);
                                socket.Dispose();
                                socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                            }
                        }
                        """
                    ),
                ],
                Observed = Symptom.StillRuns,
                Evidence = "Trying again ...",
            },
        ];

    private static IEnumerable<WrongProgram> Closing =>
        [
            new("closed after a line was awaited", "8", Verdict.StillRunning)
            {
                Changes = [(ClosedLast, "Console.ReadLine();\nsocket.Close();\n}")],
                Observed = Symptom.ClosedAfterKey,
            },
            new("closed after a key was awaited", "8", Verdict.ProcessEnded)
            {
                Changes = [(ClosedLast, "Console.ReadKey();\nsocket.Close();\n}")],
                Evidence = "Cannot read keys",
            },
            new("closed after Enter was awaited", "8", Verdict.StillRunning)
            {
                Changes =
                [
                    (
                        ClosedLast,
                        "Console.WriteLine(\"Press Enter.\"); while (Console.Read() is > 0 and not '\\n') { }\nsocket.Close();\n}"
                    ),
                ],
                Observed = Symptom.ClosedAfterKey,
            },
            new("never closed", "8", Verdict.ProcessEnded)
            {
                Changes = [(Closed, "")],
                Observed = Symptom.EndedWithOpenConnection,
                Cause = Cause.SocketNotClosed,
            },
            new("closed on success only", "8", Verdict.ProcessEnded)
            {
                Changes = [(Closed, "if (Environment.ExitCode == 0) socket.Close();")],
                Observed = Symptom.EndedWithOpenConnection,
                Cause = Cause.SocketNotClosed,
            },
            new("closed on a failure only", "8", Verdict.ProcessEnded)
            {
                Changes = [(Closed, "if (Environment.ExitCode != 0) socket.Close();")],
                Observed = Symptom.EndedWithOpenConnection,
                Cause = Cause.SocketNotClosed,
            },
            new("an exit before the close", "8", Verdict.ProcessEnded)
            {
                Changes = [(TimedOut, TimedOut + " Environment.Exit(1);")],
                Observed = Symptom.EndedWithOpenConnection,
                Cause = Cause.SocketNotClosed,
            },
            new("an exit before the close, after an error", "8", Verdict.ProcessEnded)
            {
                Changes = [(Failed, Failed + " Environment.Exit(1);")],
                Observed = Symptom.EndedWithOpenSocket,
                Cause = Cause.SocketNotClosed,
            },
            new("an exit before the close, after a reset", "8", Verdict.ProcessEnded)
            {
                Changes =
                [
                    (
                        Failed,
                        Failed
                            + " if (e is SocketException { SocketErrorCode: SocketError.ConnectionReset }) Environment.Exit(1);"
                    ),
                ],
                Observed = Symptom.EndedWithOpenSocket,
                Cause = Cause.SocketNotClosed,
            },
            new("an exit before the close, where there is no such host", "8", Verdict.ProcessEnded)
            {
                Changes = [(Failed, Failed + " if (host.EndsWith(\"invalid\")) Environment.Exit(1);")],
                Observed = Symptom.EndedWithOpenSocket,
                Cause = Cause.SocketNotClosed,
            },
            new("a return before the close, after an early close", "8", Verdict.ProcessEnded)
            {
                Changes =
                [
                    ("            break;", "            return;"),
                    ("finally\n{\n    // 8. In every case close the socket at the end\n    socket.Close();\n}", Closed),
                ],
                Observed = Symptom.EndedWithOpenSocket,
                Cause = Cause.SocketNotClosed,
            },
            new("closed in one direction only", "8", Verdict.ProcessEnded)
            {
                Changes =
                [
                    (
                        "byte[] buffer = new byte[4096];",
                        "socket.Shutdown(SocketShutdown.Send); byte[] buffer = new byte[4096];"
                    ),
                    (Closed, ""),
                ],
                Observed = Symptom.EndedWithOpenConnection,
                Cause = Cause.SocketNotClosed,
            },
        ];
}
