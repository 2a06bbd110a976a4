using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

/// <summary>
/// Bugs of the servers. The two solutions share their code, and differ in the ids of the steps. This file has the bugs
/// that only one of them can have.
/// </summary>
internal static partial class WrongServers
{
    private const string Started = "new Thread(() => Serve(client, timeoutSeconds)).Start();";
    private const string NoServer = "Socket? server = null;";
    private const string ThreadAccepts = "Socket client = server.Accept();";
    private const string Static = "static void Serve";
    private const string TryInThread = "try\n        {\n            // 6a.";
    private static readonly (string, string)[] _sharedBuffer =
    [
        (Buffer, ""),
        (NoServer, NoServer + " byte[] buffer = new byte[4096];"),
        (Static, "void Serve"),
    ];

    private const string ReceiveOrNothing = """

        static int ReceiveOrNothing(Socket client, byte[] buffer)
        {
            try { return client.Receive(buffer); }
            catch (SocketException) { return 0; }
        }
        """;

    public static IEnumerable<WrongProgram> EchoServers =>
        Common(Exercise.EchoServer, closing: "client?.Close();", handle: "6", stop: "7")
            .Concat(Messages(receive: "5b", show: "5c", send: "5d", close: "5e", closing: "client?.Close();"))
            .Concat(Ends(receive: "5b"))
            .Concat(Alone)
            .Select(program => program with { Exercise = Exercise.EchoServer });

    public static IEnumerable<WrongProgram> ThreadedServers =>
        Common(Exercise.ThreadedServer, closing: "client.Close();", handle: "7", stop: "8")
            .Concat(Messages(receive: "6a", show: "6b", send: "6c", close: "6d", closing: "client.Close();"))
            .Concat(Ends(receive: "6a"))
            .Concat(Threads)
            .Concat(Function)
            .Select(program => program with { Exercise = Exercise.ThreadedServer });

    private static IEnumerable<WrongProgram> Alone =>
        [
            new("the server's socket closed with the client's", "5", Verdict.EndedEarly)
            {
                Changes = [("client?.Close();", "client?.Close(); server.Close();")],
                Cause = Cause.NoWayBackToAccept,
            },
            new("the older messages sent again", "5d", Verdict.WrongBytes)
            {
                Changes =
                [
                    (NoServer, NoServer + " var all = new List<byte>();"),
                    (Sent, "all.AddRange(buffer.Take(count)); client.Send(all.ToArray()); sent = count;"),
                ],
                Observed = Symptom.OtherCame,
                Offset = 0,
            },
            new("the old end of the buffer shown", "5c", Verdict.ExtraBytes)
            {
                Changes =
                [
                    (Buffer, ""),
                    (NoServer, NoServer + " byte[] buffer = new byte[4096];"),
                    (Shown, "Console.Write(Encoding.UTF8.GetString(buffer).TrimEnd('\\0'));"),
                ],
                Observed = Symptom.MorePrinted,
            },
            new("the older messages shown again", "5c", Verdict.WrongBytes)
            {
                Changes =
                [
                    (NoServer, NoServer + " string all = \"\";"),
                    (Shown, "all += new string(text, 0, length) + \"\\n\"; Console.WriteLine(all);"),
                ],
                Observed = Symptom.OtherPrinted,
            },
            new("the listening socket sends", "5d", Verdict.CleanClose)
            {
                Changes =
                [
                    ("sent += client.Send(", "sent += server.Send("),
                    ("catch (SocketException e)\n        {", "catch (SocketException e) when (false)\n        {"),
                ],
                Waiting = "5",
                Observed = Symptom.Closed,
                Came = 0,
            },
            new("a key awaited before the echo", "5d", Verdict.Silent)
            {
                Changes = [(Shown, Shown + " Console.ReadLine();")],
                Waiting = "5",
                Observed = Symptom.NothingCame,
            },
            new("a client without a word never closed", "5e", Verdict.Silent)
            {
                Changes =
                [
                    (NoServer, NoServer + " bool hasSpoken = false;"),
                    (Shown, Shown + " hasSpoken = true;"),
                    ("client?.Close();", "if (hasSpoken) client?.Close();"),
                ],
                Observed = Symptom.StayedOpen,
                Cause = Cause.ClientNotClosed,
            },
            new("one try around the loop", "6", Verdict.EndedEarly)
            {
                Changes =
                [
                    ("catch (SocketException e)\n        {", "catch (SocketException e) when (false)\n        {"),
                ],
                Observed = Symptom.EndedBeforeServing,
            },
            new("a try around receiving only", "6", Verdict.EndedEarly)
            {
                Changes =
                [
                    (Received, "while ((count = ReceiveOrNothing(client, buffer)) > 0)"),
                    ("catch (SocketException e)\n        {", "catch (SocketException e) when (false)\n        {"),
                    (NoServer, NoServer + ReceiveOrNothing),
                ],
                Cause = Cause.NotCaughtInLoop,
            },
            new("an exit when a client is lost", "6", Verdict.EndedEarly)
            {
                Changes = [("Console.Error.WriteLine($\"Client lost: {e.Message}\");", "Environment.Exit(1);")],
                Cause = Cause.NotCaughtInLoop,
            },
            new("an empty client not expected", "6", Verdict.EndedEarly)
            {
                Changes =
                [
                    ("Console.WriteLine();", "if (text[0] == 0) throw new FormatException(\"The message is empty.\");"),
                ],
                Cause = Cause.NotCaughtInLoop,
            },
        ];

    private static IEnumerable<WrongProgram> Threads =>
        [
            new("one client at a time", "5b", Verdict.NeverServed)
            {
                Changes = [(Started, "Serve(client, timeoutSeconds);")],
                Cause = Cause.ServedWhileAccepting,
                Waiting = "6 check",
            },
            new("the thread joined at once", "5b", Verdict.NeverServed)
            {
                Changes =
                [
                    (
                        Started,
                        "var thread = new Thread(() => Serve(client, timeoutSeconds)); thread.Start(); thread.Join();"
                    ),
                ],
                Cause = Cause.ServedWhileAccepting,
                Waiting = "6 check",
            },
            new("a task waited for at once", "5b", Verdict.NeverServed)
            {
                Changes = [(Started, "Task.Run(() => Serve(client, timeoutSeconds)).Wait();")],
                Waiting = "6 check",
                Cause = Cause.ServedWhileAccepting,
            },
            new("one lock around the service", "5b", Verdict.Silent)
            {
                Changes =
                [
                    (NoServer, NoServer + " object gate = new();"),
                    (Started, "new Thread(() => { lock (gate) Serve(client, timeoutSeconds); }).Start();"),
                ],
                Waiting = "6 check",
                Observed = Symptom.NothingCame,
                Cause = Cause.ThreadsWait,
            },
            new("the thread never started", "5b", Verdict.Silent)
            {
                // Only its source tells that the thread was not started: on the wire, nobody receives.
                Changes = [("timeoutSeconds)).Start();", "timeoutSeconds));")],
                Pointed = Mistake.ThreadNeverStarted,
                Waiting = "6a check",
            },
            new("the thread kept and never started", "5b", Verdict.Silent)
            {
                Changes =
                [
                    (
                        Started,
                        "var thread = new Thread(() => Serve(client, timeoutSeconds)); thread.IsBackground = true; thread.Name = \"serves\";"
                    ),
                ],
                Pointed = Mistake.ThreadNeverStarted,
                Waiting = "6a check",
            },
            new("the task never started", "5b", Verdict.Silent)
            {
                Changes = [(Started, "Task task = new Task(() => Serve(client, timeoutSeconds));")],
                Pointed = Mistake.ThreadNeverStarted,
                Waiting = "6a check",
            },
        ];

    private static IEnumerable<WrongProgram> SharedSockets =>
        [
            new("the client's socket in a variable of all threads", "6", Verdict.Silent)
            {
                Observed = Symptom.NothingCame,
                Changes =
                [
                    (NoServer, NoServer + " Socket current = null!;"),
                    (ThreadAccepts, "current = server.Accept();"),
                    (Started, "new Thread(() => Serve(current, timeoutSeconds)).Start();"),
                    (Static, "void Serve"),
                    (Received, "while ((count = current.Receive(buffer)) > 0)"),
                    (Sent, "sent += current.Send(buffer.AsSpan(sent, count - sent));"),
                ],
            },
            new("the client's socket in a list, by the last index", "6", Verdict.Silent)
            {
                Observed = Symptom.NothingCame,
                Changes =
                [
                    (NoServer, NoServer + " var all = new List<Socket>();"),
                    (ThreadAccepts, ThreadAccepts + " all.Add(client);"),
                    (Static, "void Serve"),
                    (Received, "while ((count = all[^1].Receive(buffer)) > 0)"),
                    (Sent, "sent += all[^1].Send(buffer.AsSpan(sent, count - sent));"),
                ],
            },
            new("the client's socket in a static field", "6", Verdict.Silent)
            {
                Observed = Symptom.NothingCame,
                Changes =
                [
                    (Started, "Shared.Client = client; new Thread(() => Serve(client, timeoutSeconds)).Start();"),
                    (Sent, "sent += Shared.Client!.Send(buffer.AsSpan(sent, count - sent));"),
                    (
                        "server?.Close();\n}",
                        "server?.Close();\n}\n\nstatic class Shared { public static Socket? Client; }"
                    ),
                ],
            },
        ];

    private static IEnumerable<WrongProgram> Function =>
        [
            new("the last client's socket in every thread", "6", Verdict.Silent)
            {
                Changes =
                [
                    (NoServer, NoServer + " Socket last = null!;"),
                    (ThreadAccepts, "Socket client = last = server.Accept();"),
                    (Static, "void Serve"),
                    (Sent, "sent += last.Send(buffer.AsSpan(sent, count - sent));"),
                ],
                Cause = Cause.SocketShared,
            },
            .. SharedSockets,
            new("every client gets every message", "6", Verdict.WrongBytes)
            {
                Changes =
                [
                    (NoServer, NoServer + " var all = new List<Socket>();"),
                    (ThreadAccepts, ThreadAccepts + " all.Add(client);"),
                    (Static, "void Serve"),
                    (
                        Sent,
                        "foreach (Socket one in all.Where(one => one.Connected)) one.Send(buffer, count, 0); sent = count;"
                    ),
                ],
                Observed = Symptom.OtherCame,
            },
            new("the client before closed", "6", Verdict.CleanClose)
            {
                Changes =
                [
                    (NoServer, NoServer + " Socket? current = null;"),
                    (
                        ThreadAccepts,
                        "Socket client = server.Accept(); try { current?.Shutdown(SocketShutdown.Both); } "
                            + "catch (ObjectDisposedException) { } current = client;"
                    ),
                ],
                Observed = Symptom.Closed,
            },
            new("the older messages shown again", "6b", Verdict.WrongBytes)
            {
                Changes =
                [
                    (NoServer, NoServer + " string all = \"\"; object gate = new();"),
                    (Static, "void Serve"),
                    (Shown, "lock (gate) { all += new string(text, 0, length) + \"\\n\"; Console.WriteLine(all); }"),
                ],
                Observed = Symptom.OtherPrinted,
            },
            new("the older messages sent again", "6c", Verdict.WrongBytes)
            {
                Changes =
                [
                    (NoServer, NoServer + " var all = new List<byte>();"),
                    (Static, "void Serve"),
                    (
                        Sent,
                        "lock (all) { all.AddRange(buffer.Take(count)); client.Send(all.ToArray()); } sent = count;"
                    ),
                ],
                Observed = Symptom.OtherCame,
                Offset = 0,
            },
            new("the listening socket closed by the thread", "6d", Verdict.Refused)
            {
                Changes = [("client.Close();", "server.Close();"), (Static, "void Serve")],
                Observed = Symptom.ListenerClosed,
            },
            new("the listening socket disposed of by the thread", "6d", Verdict.Refused)
            {
                Changes = [("client.Close();", "server.Dispose();"), (Static, "void Serve")],
                Observed = Symptom.ListenerClosed,
            },
            new("the wrong argument closed by the thread", "6d", Verdict.Refused)
            {
                Changes =
                [
                    ("Serve(client, timeoutSeconds)).Start();", "Serve(client, timeoutSeconds, server)).Start();"),
                    (
                        Static + "(Socket client, int timeoutSeconds)",
                        Static + "(Socket client, int timeoutSeconds, Socket own)"
                    ),
                    ("client.Close();", "own.Close();"),
                ],
                Observed = Symptom.ListenerClosed,
            },
            new("a client without a word never closed", "6d", Verdict.Silent)
            {
                Changes =
                [
                    (TryInThread, "bool hasSpoken = false;\n        " + TryInThread),
                    (Shown, Shown + " hasSpoken = true;"),
                    ("client.Close();", "if (hasSpoken) client.Close();"),
                ],
                Observed = Symptom.StayedOpen,
                Cause = Cause.ClientNotClosed,
            },
            new("an empty client not expected", "7", Verdict.UnhandledException)
            {
                Changes =
                [
                    ("catch (Exception e)\n        {", "catch (SocketException e)\n        {"),
                    ("Console.WriteLine();", "if (text[0] == 0) throw new FormatException(\"The message is empty.\");"),
                ],
                Evidence = "The message is empty",
            },
            new("the timeout of a client not handled", "7", Verdict.UnhandledException)
            {
                Changes =
                [
                    (
                        "catch (Exception e)\n        {",
                        "catch (SocketException e) when (e.SocketErrorCode != SocketError.TimedOut)\n        {"
                    ),
                ],
                Evidence = "SocketException",
            },
            new("a buffer that the threads share", "6c", Verdict.WrongBytes)
            {
                Changes = _sharedBuffer,
                Observed = Symptom.OtherCame,
                Cause = Cause.BufferShared,
            },
            new("a buffer that the threads share, read by a stream", "6c", Verdict.WrongBytes)
            {
                Changes =
                [
                    .. _sharedBuffer,
                    (Received, "while ((count = new NetworkStream(client).Read(buffer)) > 0)"),
                ],
                Observed = Symptom.OtherCame,
            },
            new("a message that the threads share", "6c", Verdict.WrongBytes)
            {
                Changes =
                [
                    (NoServer, NoServer + " byte[] message = [];"),
                    (Static, "void Serve"),
                    (Shown, "message = buffer[..count]; " + Shown),
                    (Sent, "sent += client.Send(message.AsSpan(sent));"),
                ],
                Observed = Symptom.OtherCame,
            },
            new("no try in the thread", "7", Verdict.UnhandledException)
            {
                Changes = [("catch (Exception e)\n        {", "catch (Exception e) when (false)\n        {")],
                Cause = Cause.NotCaughtInThread,
            },
            new("a try around receiving only", "7", Verdict.UnhandledException)
            {
                Changes =
                [
                    (Received, "while ((count = ReceiveOrNothing(client, buffer)) > 0)"),
                    ("catch (Exception e)\n        {", "catch (Exception e) when (false)\n        {"),
                    (NoServer, NoServer + ReceiveOrNothing),
                ],
                Cause = Cause.NotCaughtInThread,
            },
            new("every client closed when one is lost", "7", Verdict.Reset)
            {
                Changes =
                [
                    (Received, "lock (Clients.All) Clients.All.Add(client);\n            " + Received),
                    (
                        "// An exception that leaves a thread's function ends the whole process.",
                        "lock (Clients.All) Clients.All.ForEach(other => other.Close());"
                    ),
                    (
                        "server?.Close();\n}",
                        "server?.Close();\n}\n\nstatic class Clients { public static readonly List<Socket> All = []; }"
                    ),
                ],
                Observed = Symptom.WasReset,
            },
            new("thrown on in the thread", "7", Verdict.UnhandledException)
            {
                Changes = [("// An exception that leaves a thread's function ends the whole process.", "throw;")],
                Cause = Cause.NotCaughtInThread,
            },
            new("an exit when a client is lost", "7", Verdict.EndedEarly)
            {
                Changes =
                [
                    ("// An exception that leaves a thread's function ends the whole process.", "Environment.Exit(1);"),
                ],
                HasEnded = true,
            },
        ];
}
