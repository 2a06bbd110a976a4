using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Harness;

namespace Lab.Kit.Tests.Pointers;

internal static partial class Examples
{
    private static IEnumerable<Example> Servers =>
        [
            new(
                Mistake.ThreadStartedTwice,
                Exercise.ThreadedServer,
                "5b",
                new(Verdict.UnhandledException, Awaited.Served),
                """
                var t = new Thread(Serve);
                t.Start(c);
                «t.Start»(c);
                """
            ),
            new(
                Mistake.ThreadStartedTwice,
                Exercise.ThreadedServer,
                "5b",
                new(Verdict.UnhandledException, Awaited.Served),
                """
                Thread hilo = new Thread(() => Atender(cliente));
                hilo.Start();
                Console.WriteLine("Hilo");
                «hilo.Start»();
                """
            ),
            new(
                Mistake.ThreadStartedTwice,
                Exercise.ThreadedServer,
                "5b",
                new(Verdict.UnhandledException, Awaited.Served),
                """
                while (true)
                {
                    var tarea = new Task(() => Serve(c));
                    tarea.Start();
                    «tarea.Start»();
                }
                """
            ),
            new(
                Mistake.ServedInLoop,
                Exercise.ThreadedServer,
                "5b",
                Findings.NeverServed,
                """
                while (true) { var c = server.Accept(); «Serve(c)»; }
                void Serve(Socket c) { c.Receive(b); }
                """
            ),
            new(
                Mistake.ServedInLoop,
                Exercise.ThreadedServer,
                "5b",
                Findings.NeverServed,
                """
                while (true) «await Atender(await l.AcceptTcpClientAsync())»;
                async Task Atender(TcpClient c) { await c.GetStream().ReadAsync(b); }
                """
            ),
            new(
                Mistake.ServedInLoop,
                Exercise.ThreadedServer,
                "5b",
                Findings.NeverServed,
                """
                class S
                {
                    static void Main() => new S().Run();

                    void Run()
                    {
                        for (;;)
                        {
                            Socket cliente = _s.Accept();
                            «this.Handle(cliente)»;
                        }
                    }

                    private void Handle(Socket c) => c.Send(b, c.Receive(b), SocketFlags.None);
                }
                """
            ),
            new(
                null,
                Exercise.ThreadedServer,
                "5b",
                Findings.NeverServed,
                """
                while (true) { var c = await l.AcceptTcpClientAsync(); _ = Atender(c); }
                async Task Atender(TcpClient c) { await c.GetStream().ReadAsync(b); }
                """
            ),
            new(
                Mistake.LockAroundService,
                Exercise.ThreadedServer,
                "5b",
                new(Verdict.Silent, Awaited.Bytes),
                """
                object gate = new();
                void Serve(Socket c) { lock («gate») { c.Send(b, c.Receive(b), SocketFlags.None); } }
                Serve(c);
                """
            ),
            new(
                Mistake.LockAroundService,
                Exercise.ThreadedServer,
                "5b",
                new(Verdict.Silent, Awaited.Bytes),
                """
                var semaforo = new SemaphoreSlim(1);
                void Atender(TcpClient c)
                {
                    «semaforo.Wait()»;
                    c.GetStream().Read(b);
                    semaforo.Release();
                }
                Atender(c);
                """
            ),
            new(
                Mistake.LockAroundService,
                Exercise.ThreadedServer,
                "5b",
                new(Verdict.Silent, Awaited.Bytes),
                """
                Mutex m = new Mutex(false);
                new Thread(() =>
                {
                    «m.WaitOne()»;
                    Serve(c);
                    m.ReleaseMutex();
                }).Start();
                static void Serve(Socket c) => c.Receive(b);
                """
            ),
            new(
                null,
                Exercise.ThreadedServer,
                "5b",
                new(Verdict.Silent, Awaited.Bytes),
                """
                object gate = new();
                void Serve(Socket c)
                {
                    int n = c.Receive(b);
                    lock (gate) Console.WriteLine(n);
                }
                Serve(c);
                """
            ),
            new(
                Mistake.SharedSocket,
                Exercise.ThreadedServer,
                "6",
                new(Verdict.Silent, Awaited.Bytes),
                """
                Socket «client = null»;
                while (true)
                {
                    client = server.Accept();
                    new Thread(() => Serve()).Start();
                }
                void Serve() { client.Receive(b); }
                """
            ),
            new(
                Mistake.SharedSocket,
                Exercise.ThreadedServer,
                "6",
                new(Verdict.Silent, Awaited.Bytes),
                """
                class S
                {
                    static TcpClient «cliente»;

                    static void Main()
                    {
                        while (true)
                        {
                            cliente = escucha.AcceptTcpClient();
                            new Thread(Atender).Start();
                        }
                    }

                    static void Atender() { cliente.GetStream().Read(b); }
                }
                """
            ),
            new(
                Mistake.SharedSocket,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.CleanClose, Awaited.Bytes),
                """
                Socket «c»;
                for (;;)
                {
                    c = await l.AcceptSocketAsync();
                    _ = Task.Run(() => c.Send(b, c.Receive(b), SocketFlags.None));
                }
                """
            ),
            new(
                null,
                Exercise.ThreadedServer,
                "6",
                new(Verdict.Silent, Awaited.Bytes),
                """
                while (true)
                {
                    Socket client = server.Accept();
                    new Thread(() => Serve(client)).Start();
                }
                void Serve(Socket c) { c.Receive(b); }
                """
            ),
            new(
                Mistake.SharedBuffer,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                byte[] «buffer = new byte[1024]»;
                while (true) { var c = server.Accept(); new Thread(() => Serve(c)).Start(); }
                void Serve(Socket c) { int n = c.Receive(buffer); c.Send(buffer, n, SocketFlags.None); }
                """
            ),
            new(
                Mistake.SharedBuffer,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                class S
                {
                    private static readonly byte[] «Datos = new byte[1024]»;

                    static void Atender(Socket c) { c.Send(Datos, c.Receive(Datos), SocketFlags.None); }

                    static void Main() { while (true) { var c = s.Accept(); new Thread(() => Atender(c)).Start(); } }
                }
                """
            ),
            new(
                Mistake.SharedBuffer,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                new Servidor().Run();

                class Servidor
                {
                    byte[] «_b = new byte[256]»;

                    public void Run() { while (true) { var c = _l.AcceptTcpClient(); Task.Run(() => Serve(c)); } }

                    void Serve(TcpClient c) { var n = c.GetStream().Read(_b, 0, 256); c.GetStream().Write(_b, 0, n); }
                }
                """
            ),
            new(
                null,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                while (true) { var c = s.Accept(); new Thread(new Sesion(c).Run).Start(); }

                class Sesion
                {
                    byte[] _b = new byte[256];

                    public void Run() { var n = c.Receive(_b); c.Send(_b, n, SocketFlags.None); }
                }
                """
            ),
            new(
                Mistake.SharedVariable,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                string «text = ""»;
                while (true) { var c = s.Accept(); new Thread(() => Serve(c)).Start(); }
                void Serve(Socket c)
                {
                    text = Encoding.UTF8.GetString(b, 0, c.Receive(b));
                    c.Send(Encoding.UTF8.GetBytes(text));
                }
                """
            ),
            new(
                Mistake.SharedVariable,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                class S
                {
                    static List<byte> «todo = new List<byte>()»;

                    static void Atender(Socket c)
                    {
                        int n = c.Receive(b);
                        todo.AddRange(b.Take(n));
                        c.Send(todo.ToArray());
                    }

                    static void Main() { while (true) { var c = s.Accept(); new Thread(() => Atender(c)).Start(); } }
                }
                """
            ),
            new(
                Mistake.SharedVariable,
                Exercise.ThreadedServer,
                "6b",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                StringBuilder «all = new()»;
                while (true) { var c = await l.AcceptSocketAsync(); _ = Serve(c); }
                async Task Serve(Socket c)
                {
                    await c.ReceiveAsync(b);
                    all.Append(Encoding.UTF8.GetString(b));
                    Console.WriteLine(all.ToString());
                }
                """
            ),
            new(
                Mistake.SharedList,
                Exercise.ThreadedServer,
                "6",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                var «all = new List<Socket>()»;
                while (true) { var c = s.Accept(); all.Add(c); new Thread(() => Serve(c)).Start(); }
                void Serve(Socket c) { int n = c.Receive(b); foreach (Socket one in all) one.Send(b, n, SocketFlags.None); }
                """
            ),
            new(
                Mistake.SharedList,
                Exercise.ThreadedServer,
                "6",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                class S
                {
                    static List<TcpClient> «clientes = new()»;

                    static void Main() { while (true) { TcpClient c = l.AcceptTcpClient(); clientes.Add(c); new Thread(Atender).Start(); } }

                    static void Atender() { int n = clientes[i].GetStream().Read(b); clientes[i].GetStream().Write(b, 0, n); }
                }
                """
            ),
            new(
                Mistake.SharedList,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                List<Socket> «all = []»;
                while (true) { var c = await l.AcceptSocketAsync(); all.Add(c); _ = Serve(c); }
                async Task Serve(Socket c)
                {
                    var n = await c.ReceiveAsync(b);
                    await all[all.Count - 1].SendAsync(b.AsMemory(0, n));
                }
                """
            ),
            new(
                Mistake.DatagramSocket,
                Exercise.Client,
                "1",
                new(Verdict.SentByUdp, Awaited.Connection),
                """
                var s = new Socket(AddressFamily.InterNetwork, «SocketType.Dgram», ProtocolType.Udp);
                """
            ),
            new(
                Mistake.DatagramSocket,
                Exercise.Client,
                "1",
                new(Verdict.SentByUdp, Awaited.Connection),
                """
                using (UdpClient cliente = «new UdpClient()») cliente.Connect(h, p);
                """
            ),
            new(
                Mistake.DatagramSocket,
                Exercise.EchoServer,
                "1",
                new(Verdict.SentByUdp, Awaited.TcpSocket),
                """
                class S { Socket _s = new Socket(«SocketType.Dgram», ProtocolType.Udp); }
                """
            ),
            new(
                Mistake.ListenMissing,
                Exercise.EchoServer,
                "4",
                new(Verdict.ProcessEnded, Awaited.Listening),
                """
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                «server.Bind(e)»;
                while (true) Serve(server.Accept());
                """
            ),
            new(
                Mistake.ListenMissing,
                Exercise.ThreadedServer,
                "4",
                new(Verdict.ProcessEnded, Awaited.Listening),
                """
                class S
                {
                    Socket _s;

                    static void Main() => new S().Run(); void Run() { «_s.Bind(new IPEndPoint(ip, port))»; for (;;) Serve(_s.Accept()); }
                }
                """
            ),
            new(
                Mistake.ListenMissing,
                Exercise.EchoServer,
                "4",
                new(Verdict.ProcessEnded, Awaited.Listening),
                """
                Socket servidor = new(SocketType.Stream, ProtocolType.Tcp);
                «servidor.Bind(fin)»;
                var c = await servidor.AcceptAsync();
                """
            ),
            new(
                Mistake.ListenTooLate,
                Exercise.EchoServer,
                "4",
                new(Verdict.ProcessEnded, Awaited.Listening),
                """
                Socket s = new(SocketType.Stream, ProtocolType.Tcp);
                var c = s.Accept();
                «s.Listen()»;
                """
            ),
            new(
                Mistake.ListenTooLate,
                Exercise.ThreadedServer,
                "4",
                new(Verdict.ProcessEnded, Awaited.Listening),
                """
                var servidor = new Socket(SocketType.Stream, ProtocolType.Tcp);
                while (true)
                {
                    Socket c = servidor.Accept();
                    «servidor.Listen(10)»;
                }
                """
            ),
            new(
                Mistake.ListenTooLate,
                Exercise.EchoServer,
                "4",
                new(Verdict.ProcessEnded, Awaited.Listening),
                """
                class S
                {
                    Socket _s;

                    async Task Run()
                    {
                        var c = await _s.AcceptAsync();
                        «_s.Listen(5)»;
                    }

                    static Task Main() => new S().Run();
                }
                """
            ),
            new(
                Mistake.ListenBeforeBind,
                Exercise.EchoServer,
                "2",
                new(Verdict.ListensElsewhere, Awaited.Bound),
                """
                Socket s = new(SocketType.Stream, ProtocolType.Tcp);
                «s.Listen()»;
                s.Bind(e);
                """
            ),
            new(
                Mistake.ListenBeforeBind,
                Exercise.ThreadedServer,
                "4",
                new(Verdict.ProcessEnded, Awaited.Listening),
                """
                var servidor = new Socket(SocketType.Stream, ProtocolType.Tcp);
                try { «servidor.Listen(10)»; servidor.Bind(fin); } catch (Exception e) { Console.WriteLine(e); }
                """
            ),
            new(
                Mistake.ListenBeforeBind,
                Exercise.EchoServer,
                "2",
                new(Verdict.ListensElsewhere, Awaited.Bound),
                """
                class S { Socket _s; S() { «_s.Listen(5)»; _s.Bind(e); } }
                """
            ),
            new(
                Mistake.AcceptOutsideLoop,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                var c = «server.Accept()»;
                while ((n = c.Receive(b)) > 0) c.Send(b, n, SocketFlags.None);
                """
            ),
            new(
                Mistake.AcceptOutsideLoop,
                Exercise.ThreadedServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                class S
                {
                    static void Main()
                    {
                        TcpClient c = «escucha.AcceptTcpClient()»;
                        while (true) new Thread(() => Atender(c)).Start();
                    }
                }
                """
            ),
            new(
                Mistake.AcceptOutsideLoop,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                await Uno();
                async Task Uno() { using var c = await «l.AcceptSocketAsync()»; await c.ReceiveAsync(b); }
                """
            ),
            new(
                null,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                while (true) One();
                void One() { using var c = server.Accept(); c.Receive(b); }
                """
            ),
            new(
                Mistake.LoopEnds,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                for (int i = 0; «i < 5»; i++) Serve(server.Accept());
                """
            ),
            new(
                Mistake.LoopEnds,
                Exercise.ThreadedServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                const int Max = 10;
                for (int i = 1; «i <= Max»; ++i) { var c = escucha.AcceptTcpClient(); new Thread(() => Atender(c)).Start(); }
                """
            ),
            new(
                Mistake.LoopEnds,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                class P { static async Task Main() { for (var n = 0; «n != 3»; n += 1) { using var c = await l.AcceptSocketAsync(); } } }
                """
            ),
            new(
                Mistake.ListenerClosedInLoop,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                while (true) { var c = s.Accept(); Serve(c); c.Close(); «s.Close()»; }
                """
            ),
            new(
                Mistake.ListenerClosedInLoop,
                Exercise.ThreadedServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                TcpListener l = new(ip, port);
                for (;;) { var c = l.AcceptTcpClient(); new Thread(() => Serve(c)).Start(); «l.Stop()»; }
                """
            ),
            new(
                Mistake.ListenerClosedInLoop,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                Socket s = new(SocketType.Stream, ProtocolType.Tcp);
                while (true)
                {
                    try { await Serve(await s.AcceptAsync()); }
                    finally { «s.Dispose()»; }
                }
                """
            ),
            new(
                Mistake.BoundInLoop,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                while (true) { «s.Bind(e)»; s.Listen(); Serve(s.Accept()); }
                """
            ),
            new(
                Mistake.BoundInLoop,
                Exercise.ThreadedServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                Socket servidor;
                do
                {
                    servidor = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    «servidor.Bind(fin)»;
                    servidor.Listen(1);
                    var c = servidor.Accept();
                } while (true);
                """
            ),
            new(
                Mistake.BoundInLoop,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                class S { Socket _s; async Task Run() { for (;;) { «_s.Bind(e)»; var c = await _s.AcceptAsync(); } } Task Go() => Run(); object X => Go(); }
                """
            ),
            new(
                Mistake.ListenerUsedForClient,
                Exercise.EchoServer,
                "5b",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                Socket s = new(SocketType.Stream, ProtocolType.Tcp);
                Socket c = s.Accept();
                int n = «s.Receive(b)»;
                """
            ),
            new(
                Mistake.ListenerUsedForClient,
                Exercise.EchoServer,
                "5d",
                new(Verdict.CleanClose, Awaited.Bytes),
                """
                var servidor = new Socket(SocketType.Stream, ProtocolType.Tcp);
                while (true) { var c = servidor.Accept(); int n = c.Receive(b); «servidor.Send(b, n, SocketFlags.None)»; }
                """
            ),
            new(
                Mistake.ListenerUsedForClient,
                Exercise.ThreadedServer,
                "6a",
                new(Verdict.Reset, Awaited.Received),
                """
                class S { Socket _s; async Task Run() { var c = await _s.AcceptAsync(); await «_s.ReceiveAsync(b)»; } Task Go() => Run(); object X => Go(); }
                """
            ),
            new(
                Mistake.ListenerNeverConnected,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                while («s.Connected») Serve(s.Accept());
                """
            ),
            new(
                Mistake.ListenerNeverConnected,
                Exercise.ThreadedServer,
                "2",
                new(Verdict.ProcessEnded, Awaited.Bound),
                """
                TcpListener l = new(ip, port);
                while («l.Server.Connected») { var c = l.AcceptTcpClient(); }
                """
            ),
            new(
                Mistake.ListenerNeverConnected,
                Exercise.EchoServer,
                "5",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                Socket servidor = new(SocketType.Stream, ProtocolType.Tcp);
                do { var c = await servidor.AcceptAsync(); } while («servidor.Connected»);
                """
            ),
            new(
                Mistake.ListenerClosedByThread,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.Reset, Awaited.Bytes),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                while (true) { var c = s.Accept(); new Thread(() => Serve(c)).Start(); }
                void Serve(Socket c) { c.Receive(b); «s.Close()»; }
                """
            ),
            new(
                Mistake.ListenerClosedByThread,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.EndedEarly, Awaited.Served),
                """
                class S
                {
                    static TcpListener _l = new(ip, port);

                    static void Main() { while (true) { var c = _l.AcceptTcpClient(); new Thread(() => Atender(c)).Start(); } }

                    static void Atender(TcpClient c) { c.GetStream().Read(b); «_l.Stop()»; }
                }
                """
            ),
            new(
                Mistake.ListenerClosedByThread,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.Refused, Awaited.Served),
                """
                Socket servidor = new(SocketType.Stream, ProtocolType.Tcp);
                while (true) { var c = await servidor.AcceptAsync(); _ = Serve(c); }
                async Task Serve(Socket c) { try { await c.ReceiveAsync(b); } finally { «servidor.Dispose()»; } }
                """
            ),
            new(
                Mistake.KeyAwaited,
                Exercise.EchoServer,
                "4",
                new(Verdict.Refused, Awaited.Listening),
                """
                Console.WriteLine("Press Enter.");
                «Console.ReadLine()»;
                server.Listen();
                """
            ),
            new(
                Mistake.KeyAwaited,
                Exercise.Client,
                "8",
                new(Verdict.StillRunning, Awaited.Ends),
                """
                s.Send(b);
                «Console.ReadKey(true)»;
                s.Close();
                """
            ),
            new(
                Mistake.KeyAwaited,
                Exercise.Client,
                "3",
                new(Verdict.StillRunning, Awaited.Connection),
                """
                class C { static void Main() { string mensaje = «Console.ReadLine()»; s.Connect(h, p); } }
                """
            ),
            new(
                null,
                Exercise.Client,
                "3",
                new(Verdict.StillRunning, Awaited.Connection),
                """
                // Console.ReadLine();
                var reader = new StreamReader(client.GetStream());
                string s = "Console.ReadKey()";
                """
            ),
        ];
}
