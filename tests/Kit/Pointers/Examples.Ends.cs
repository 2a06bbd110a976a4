using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Harness;

namespace Lab.Kit.Tests.Pointers;

internal static partial class Examples
{
    private static IEnumerable<Example> Ends =>
        [
            new(
                Mistake.NeverClosed,
                Exercise.Client,
                "8",
                new(Verdict.ProcessEnded, Awaited.ClosedBeforeExit),
                """
                var socket = «new Socket(SocketType.Stream, ProtocolType.Tcp)»;
                socket.Connect(host, port);
                """
            ),
            new(
                Mistake.NeverClosed,
                Exercise.EchoServer,
                "5e",
                new(Verdict.Silent, Awaited.Close),
                """
                while (true)
                {
                    TcpClient cliente = «listener.AcceptTcpClient()»;
                    Atender(cliente);
                }
                """
            ),
            new(
                Mistake.NeverClosed,
                Exercise.ThreadedServer,
                "8",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                TcpListener escucha = «new TcpListener(ip, puerto)»;
                while (true)
                {
                    TcpClient c = escucha.AcceptTcpClient();
                    c.Close();
                }
                """
            ),
            new(
                null,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.Silent, Awaited.Close),
                """
                var client = server.Accept();
                new Thread(o => { var mine = (Socket)o; mine.Close(); }).Start(client);
                """
            ),
            new(
                Mistake.ClosedOnlyInTry,
                Exercise.Client,
                "8",
                new(Verdict.ProcessEnded, Awaited.ClosedBeforeExit),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                try
                {
                    s.Connect(host, port);
                    «s.Close()»;
                }
                catch (Exception e) { Console.WriteLine(e.Message); }
                """
            ),
            new(
                Mistake.ClosedOnlyInTry,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.Silent, Awaited.Close),
                """
                void Atender(Socket cliente)
                {
                    try
                    {
                        cliente.Send(b, cliente.Receive(b), SocketFlags.None);
                        «cliente.Close()»;
                    }
                    catch (SocketException e) { Console.WriteLine(e); }
                }
                Atender(servidor.Accept());
                """
            ),
            new(
                Mistake.ClosedOnlyInTry,
                Exercise.EchoServer,
                "7",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                try
                {
                    var listener = new TcpListener(ip, port);
                    Run(listener);
                    «listener.Stop()»;
                }
                catch (Exception e) { Console.WriteLine(e.Message); }
                """
            ),
            new(
                Mistake.ClosedOnCondition,
                Exercise.Client,
                "8",
                new(Verdict.ProcessEnded, Awaited.ClosedBeforeExit),
                """
                var s = new TcpClient();
                try { s.Connect(h, p); }
                finally { if («s.Connected») s.Close(); }
                """
            ),
            new(
                Mistake.ClosedOnCondition,
                Exercise.EchoServer,
                "5e",
                new(Verdict.Silent, Awaited.Close),
                """
                Socket c = server.Accept();
                int n = c.Receive(b);
                if («n > 0»)
                {
                    c.Send(b, n, SocketFlags.None);
                    c.Close();
                }
                """
            ),
            new(
                Mistake.ClosedOnCondition,
                Exercise.ThreadedServer,
                "8",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                var servidor = new TcpListener(ip, puerto);
                try { Bucle(servidor); }
                finally
                {
                    if («terminado») servidor.Stop();
                }
                """
            ),
            new(
                Mistake.ExitBeforeClose,
                Exercise.Client,
                "8",
                new(Verdict.ProcessEnded, Awaited.ClosedBeforeExit),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                try { s.Connect(h, p); }
                catch (Exception e) { Console.WriteLine(e.Message); «Environment.Exit(1)»; }
                finally { s.Close(); }
                """
            ),
            new(
                Mistake.ExitBeforeClose,
                Exercise.EchoServer,
                "7",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                TcpListener escucha = new TcpListener(ip, puerto);
                try { Bucle(escucha); }
                catch (TimeoutException) { «Environment.Exit(0)»; }
                escucha.Stop();
                """
            ),
            new(
                Mistake.ExitBeforeClose,
                Exercise.ThreadedServer,
                "8",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                using var listener = new TcpListener(ip, port);
                try { Run(listener); }
                catch (Exception e)
                {
                    Console.WriteLine(e.Message);
                    «Environment.Exit(-1)»;
                }
                """
            ),
            new(
                Mistake.ReturnBeforeClose,
                Exercise.Client,
                "8",
                new(Verdict.ProcessEnded, Awaited.ClosedBeforeExit),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                int n = s.Receive(b);
                if (n == 0) «return;»
                s.Close();
                """
            ),
            new(
                Mistake.ReturnBeforeClose,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.Silent, Awaited.Close),
                """
                Socket c = server.Accept();
                new Thread(() =>
                {
                    int n = c.Receive(b);
                    if (n == 0) «return;»
                    c.Send(b, n, SocketFlags.None);
                    c.Close();
                }).Start();
                """
            ),
            new(
                Mistake.ReturnBeforeClose,
                Exercise.EchoServer,
                "7",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                class S
                {
                    static int Main(string[] args)
                    {
                        var l = new TcpListener(ip, port);
                        if (!l.Server.Poll(t, SelectMode.SelectRead)) «return 1;»
                        l.Stop();
                        return 0;
                    }
                }
                """
            ),
            new(
                Mistake.ClosedTooEarly,
                Exercise.Client,
                "5",
                new(Verdict.CleanClose, Awaited.WaitsForBytes),
                """
                s.Send(b);
                «s.Shutdown(SocketShutdown.Both)»;
                s.Receive(b);
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                """
            ),
            new(
                Mistake.ClosedTooEarly,
                Exercise.EchoServer,
                "5d",
                new(Verdict.CleanClose, Awaited.Bytes),
                """
                Socket cliente = servidor.Accept();
                int n = cliente.Receive(b);
                «cliente.Close()»;
                cliente.Send(b, n, SocketFlags.None);
                """
            ),
            new(
                Mistake.ClosedTooEarly,
                Exercise.Client,
                "4",
                new(Verdict.CleanClose, Awaited.Bytes),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                «s.Shutdown(SocketShutdown.Send)»;
                for (int sent = 0; sent < b.Length;) sent += s.Send(b.AsSpan(sent));
                """
            ),
            new(
                null,
                Exercise.Client,
                "5",
                new(Verdict.CleanClose, Awaited.WaitsForBytes),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                s.Send(b);
                s.Shutdown(SocketShutdown.Send);
                s.Receive(b);
                s.Close();
                """
            ),
            new(
                Mistake.LingerOfZero,
                Exercise.EchoServer,
                "5e",
                new(Verdict.Reset, Awaited.Close),
                """
                client.LingerState = «new LingerOption(true, 0)»;
                """
            ),
            new(
                Mistake.LingerOfZero,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.Reset, Awaited.Close),
                """
                cliente.Client.LingerState = «new LingerOption(true, 0)»;
                """
            ),
            new(
                Mistake.LingerOfZero,
                Exercise.Client,
                "8",
                new(Verdict.Reset, Awaited.Close),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = «new LingerOption(true, 0)» };
                """
            ),
            new(
                Mistake.CloseNeverReached,
                Exercise.EchoServer,
                "7",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                while (true)
                {
                    Serve(server.Accept());
                }
                «server.Close()»;
                """
            ),
            new(
                Mistake.CloseNeverReached,
                Exercise.ThreadedServer,
                "8",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                class S
                {
                    static void Main()
                    {
                        for (;;) Atender(escucha.AcceptTcpClient());
                        «escucha.Stop()»;
                    }
                }
                """
            ),
            new(
                Mistake.CloseNeverReached,
                Exercise.EchoServer,
                "7",
                new(Verdict.ProcessEnded, Awaited.ServerClosedBeforeExit),
                """
                do { await Serve(await l.AcceptSocketAsync()); } while (true);
                «l.Dispose()»;
                """
            ),
            new(
                Mistake.SilentCatch,
                Exercise.Client,
                "7",
                new(Verdict.ProcessEnded, Awaited.Message),
                """
                try { s.Connect(h, p); }
                «catch (Exception e)»
                {
                }
                """
            ),
            new(
                Mistake.SilentCatch,
                Exercise.EchoServer,
                "6",
                new(Verdict.ProcessEnded, Awaited.Message),
                """
                try { servidor.Bind(e); }
                «catch»
                {
                    servidor.Close();
                }
                """
            ),
            new(
                Mistake.SilentCatch,
                Exercise.ThreadedServer,
                "7",
                new(Verdict.ProcessEnded, Awaited.Message),
                """
                try { Run(); }
                «catch (TimeoutException)»
                {
                    return;
                }
                catch (Exception e)
                {
                    Console.WriteLine(e);
                }
                """
            ),
            new(
                null,
                Exercise.Client,
                "7",
                new(Verdict.ProcessEnded, Awaited.Message),
                """
                try { s.Connect(h, p); }
                catch (TimeoutException) { }
                catch (SocketException) { }
                """
            ),
            new(
                Mistake.CatchesOtherType,
                Exercise.Client,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 3),
                """
                try
                {
                    socket.Connect(host, port);
                }
                catch «(TimeoutException e)» { Console.WriteLine(e.Message); }
                """
            ),
            new(
                Mistake.CatchesOtherType,
                Exercise.ThreadedServer,
                "7",
                Findings.Crash("System.IO.IOException", 6),
                """
                void Atender(TcpClient c)
                {
                    try
                    {
                        var f = c.GetStream();
                        f.Read(b, 0, 10);
                    }
                    catch «(SocketException)» { Console.WriteLine("lost"); }
                }
                new Thread(() => Atender(c)).Start();
                """
            ),
            new(
                Mistake.CatchesOtherType,
                Exercise.Client,
                "7",
                Findings.Crash("System.FormatException", 8),
                """
                try
                {
                    Run();
                }
                catch «(SocketException e)» { Console.WriteLine(e.Message); }
                void Run()
                {
                    int port = int.Parse(args[1]);
                }
                """
            ),
            new(
                Mistake.FilterLetsThrough,
                Exercise.Client,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 1),
                """
                try { s.Connect(h, p); }
                catch (SocketException e) «when (e.SocketErrorCode == SocketError.TimedOut)» { Console.WriteLine(e); }
                """
            ),
            new(
                Mistake.FilterLetsThrough,
                Exercise.EchoServer,
                "6",
                Findings.Crash("System.Net.Sockets.SocketException", 2),
                """
                var servidor = new Socket(SocketType.Stream, ProtocolType.Tcp);
                try { servidor.Bind(e); }
                catch (Exception e) «when (e is TimeoutException)» { Console.WriteLine(e); }
                """
            ),
            new(
                Mistake.FilterLetsThrough,
                Exercise.ThreadedServer,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 3),
                """
                void Serve(Socket c)
                {
                    try { c.Receive(b); }
                    catch (SocketException e) «when (e.ErrorCode != 110)» { Console.WriteLine(e); }
                }
                new Thread(() => Serve(c)).Start();
                """
            ),
            new(
                Mistake.ThrownOn,
                Exercise.Client,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 1),
                """
                try { s.Connect(h, p); }
                catch (Exception e) { Console.WriteLine(e.Message); «throw;» }
                """
            ),
            new(
                Mistake.ThrownOn,
                Exercise.ThreadedServer,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 5),
                """
                new Thread(() => Atender(c)).Start(); void Atender(Socket c)
                {
                    try
                    {
                        c.Receive(b);
                    }
                    catch (SocketException e)
                    {
                        «throw new Exception("Error", e);»
                    }
                }
                """
            ),
            new(
                Mistake.ThrownOn,
                Exercise.EchoServer,
                "6",
                Findings.Crash("System.Net.Sockets.SocketException", 3),
                """
                await Go(); async Task Go()
                {
                    try { await s.ConnectAsync(h, p); }
                    catch (SocketException e)
                    {
                        Console.Error.WriteLine(e.Message);
                        «throw;»
                    }
                }
                """
            ),
            new(
                Mistake.NotInTry,
                Exercise.Client,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 2),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                «s.Connect(h, p);»
                try { s.Receive(b); } catch (Exception e) { Console.WriteLine(e); }
                """
            ),
            new(
                Mistake.NotInTry,
                Exercise.ThreadedServer,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 4),
                """
                try { new Thread(Atender).Start(); } catch (Exception e) { Console.WriteLine(e); }
                void Atender()
                {
                    «int n = cliente.Receive(b);»
                }
                """
            ),
            new(
                Mistake.NotInTry,
                Exercise.ThreadedServer,
                "7",
                Findings.Crash("System.Net.Sockets.SocketException", 5),
                """
                class H
                {
                    public Thread Go() => new Thread(Run); public void Run()
                    {
                        «c.Send(b);»
                        c.Close();
                    }
                }
                """
            ),
            new(
                Mistake.LeavesLoopInCatch,
                Exercise.EchoServer,
                "6",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                while (true)
                {
                    try { var c = server.Accept(); c.Receive(b); }
                    catch (SocketException e)
                    {
                        Console.WriteLine(e.Message);
                        «break;»
                    }
                }
                """
            ),
            new(
                Mistake.LeavesLoopInCatch,
                Exercise.ThreadedServer,
                "7",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                void Atender(Socket c)
                {
                    try { c.Receive(b); }
                    catch (Exception) { «Environment.Exit(1)»; }
                }
                while (true) { var c = s.Accept(); new Thread(() => Atender(c)).Start(); }
                """
            ),
            new(
                Mistake.LeavesLoopInCatch,
                Exercise.EchoServer,
                "6",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                for (;;)
                {
                    TcpClient cliente = l.AcceptTcpClient();
                    try { cliente.GetStream().Read(b); }
                    catch (IOException e) { Console.WriteLine(e.Message); «throw;» }
                }
                """
            ),
            new(
                Mistake.TryAroundLoop,
                Exercise.EchoServer,
                "6",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                try
                {
                    «while (true)»
                    {
                        Socket c = server.Accept();
                        c.Send(b, c.Receive(b), SocketFlags.None);
                    }
                }
                catch (Exception e) { Console.WriteLine(e.Message); }
                """
            ),
            new(
                Mistake.TryAroundLoop,
                Exercise.EchoServer,
                "6",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                try
                {
                    «for (; ; )»
                    {
                        using TcpClient c = l.AcceptTcpClient();
                        c.GetStream().Read(b);
                    }
                }
                catch (Exception e) { Console.WriteLine(e.Message); }
                """
            ),
            new(
                Mistake.TryAroundLoop,
                Exercise.EchoServer,
                "6",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                «while (activo)»
                {
                    var c = await l.AcceptSocketAsync();
                    await c.ReceiveAsync(b);
                    c.Close();
                }
                """
            ),
        ];
}
