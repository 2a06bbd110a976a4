using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

// Bugs at the ends: of the timeout, of the loop, and of a client.
internal static partial class WrongServers
{
    private const string Deadline = "TimeSpan timeout = TimeSpan.FromSeconds(timeoutSeconds);";
    private const string PortFromArguments = "int port = args.Length > 1 ? int.Parse(args[1]) : 9000;";
    private const string HostFromArguments = "string host = args.Length > 0 ? args[0] : \"127.0.0.1\";";

    private static IEnumerable<WrongProgram> Ends(string receive) =>
        [
            new("one token for the whole run", "3", Verdict.EndedEarly)
            {
                Changes =
                [
                    (Deadline, "using var cancel = new CancellationTokenSource(timeoutSeconds * 1000);"),
                    (Poll, "if (cancel.IsCancellationRequested)"),
                    (Accepted, "server.AcceptAsync(cancel.Token).AsTask().GetAwaiter().GetResult();"),
                ],
                Observed = Symptom.EndedAfterLastClient,
                Cause = Cause.OneDeadline,
            },
            new("one stopwatch for the whole run", "3", Verdict.EndedEarly)
            {
                Changes =
                [
                    (
                        Deadline,
                        "var clock = System.Diagnostics.Stopwatch.StartNew(); TimeSpan limit = TimeSpan.FromSeconds(timeoutSeconds);"
                    ),
                    (
                        Poll,
                        "TimeSpan timeout = limit - clock.Elapsed; if (timeout <= TimeSpan.Zero || !server.Poll(timeout, SelectMode.SelectRead))"
                    ),
                ],
                Observed = Symptom.EndedAfterLastClient,
                Cause = Cause.OneDeadline,
            },
            new("one timer for the whole run", "3", Verdict.EndedEarly)
            {
                Changes =
                [
                    (
                        Deadline,
                        "Socket listener = server; TimeSpan timeout = TimeSpan.FromMinutes(20); bool isUp = false;\n"
                            + "using var timer = new Timer(_ => { isUp = true; listener.Close(); }, null, timeoutSeconds * 1000, -1);"
                    ),
                    (
                        Poll,
                        "bool comes = false; try { comes = server.Poll(timeout, SelectMode.SelectRead) && !isUp; } catch (ObjectDisposedException) { } catch (SocketException) { }\n"
                            + "if (!comes)"
                    ),
                ],
                Observed = Symptom.EndedAfterLastClient,
                Cause = Cause.OneDeadline,
            },
            new("the port taken only if a timeout follows", "2", Verdict.ListensElsewhere)
            {
                Changes = [(PortFromArguments, "int port = args.Length > 2 ? int.Parse(args[1]) : 9000;")],
                Observed = Symptom.ListensElsewhere,
            },
            new("the arguments taken only if there are three", "2", Verdict.ListensElsewhere)
            {
                Changes =
                [
                    (PortFromArguments, "int port = args.Length == 3 ? int.Parse(args[1]) : 9001;"),
                    (HostFromArguments, "string host = args.Length == 3 ? args[0] : \"127.0.0.1\";"),
                ],
                Observed = Symptom.ListensElsewhere,
            },
            new("the host taken only if a timeout follows", "2", Verdict.ListensElsewhere)
            {
                Changes = [(HostFromArguments, "string host = args.Length > 2 ? args[0] : \"127.0.0.1\";")],
                Observed = Symptom.ListensElsewhere,
            },
            new("a loop as long as the server is connected", "5", Verdict.EndedEarly)
            {
                Changes = [(Loop, "while (server.Connected)")],
                Observed = Symptom.EndedBeforeCalls,
            },
            new("a loop as long as the socket is not bound", "5", Verdict.EndedEarly)
            {
                Changes = [(Loop, "while (!server.IsBound)")],
                Observed = Symptom.EndedBeforeCalls,
            },
            new("a loop that never begins", "5", Verdict.EndedEarly)
            {
                Changes = [(Loop, "for (bool goOn = server.Blocking == false; goOn; )")],
                Observed = Symptom.EndedBeforeCalls,
            },
            new("the end of a client not noticed", receive, Verdict.StillRunning)
            {
                Changes = [(Received, "while ((count = client.Receive(buffer)) >= 0)")],
                Observed = Symptom.ReceivesOn,
            },
            new("empty lines printed for ever", receive, Verdict.StillRunning)
            {
                Changes =
                [
                    (Received, "while ((count = client.Receive(buffer)) >= 0)"),
                    (Shown, "Console.WriteLine(text, 0, length);"),
                ],
                Observed = Symptom.ReceivesOn,
            },
            new("received as long as the client is connected", receive, Verdict.StillRunning)
            {
                Changes = [(Received, "while (client.Connected && (count = client.Receive(buffer)) >= 0)")],
                Observed = Symptom.ReceivesOn,
            },
            new("only what is there already", receive, Verdict.CleanClose)
            {
                Observed = Symptom.Closed,
                Changes =
                [
                    (
                        Received,
                        "Thread.Sleep(10); while (client.Available > 0 && (count = client.Receive(buffer)) > 0)"
                    ),
                ],
            },
            new("only what comes within a moment", receive, Verdict.CleanClose)
            {
                Observed = Symptom.Closed,
                Changes =
                [
                    (
                        Received,
                        "while (client.Poll(50_000, SelectMode.SelectRead) && (count = client.Receive(buffer)) > 0)"
                    ),
                ],
            },
            new("no data, no service", receive, Verdict.CleanClose)
            {
                Observed = Symptom.Closed,
                Changes =
                [
                    (
                        Received,
                        "using var stream = new NetworkStream(client); Thread.Sleep(30); while (stream.DataAvailable && (count = stream.Read(buffer)) > 0)"
                    ),
                ],
            },
        ];
}
