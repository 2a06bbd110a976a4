using Lab.Build;
using Lab.Build.Reading;

namespace Lab.Kit.Tests.Pointers;

internal static partial class Examples
{
    private static IEnumerable<Example> Timeouts =>
        [
            new(
                Mistake.SecondsForMilliseconds,
                Exercise.Client,
                "2",
                Findings.TooEarly,
                """
                int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.ReceiveTimeout = «timeoutSeconds»;
                """
            ),
            new(
                Mistake.SecondsForMilliseconds,
                Exercise.Client,
                "2",
                Findings.TooEarly,
                """
                class Cliente
                {
                    static async Task Main(string[] argumentos)
                    {
                        int espera = 300;
                        if (argumentos.Length > 3)
                        {
                            espera = Convert.ToInt32(argumentos[3]);
                        }
                        using var fin = new CancellationTokenSource(«espera»);
                        await Pedir(fin.Token);
                    }
                }
                """
            ),
            new(
                Mistake.SecondsForMilliseconds,
                Exercise.EchoServer,
                "3",
                Findings.TooEarly,
                """
                TimeSpan limit = TimeSpan.FromMilliseconds(«int.Parse(args[2])»);
                while (true)
                {
                    if (!server.Poll(limit, SelectMode.SelectRead)) break;
                    Serve(server.Accept());
                }
                """
            ),
            new(
                Mistake.SecondsForMicroseconds,
                Exercise.EchoServer,
                "3",
                Findings.TooEarly,
                """
                if (!int.TryParse(args[2], out int seconds)) seconds = 300;
                while (listener.Server.Poll(«seconds», SelectMode.SelectRead)) Serve(listener.AcceptTcpClient());
                """
            ),
            new(
                Mistake.SecondsForMicroseconds,
                Exercise.ThreadedServer,
                "3",
                Findings.TooEarly,
                """
                int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;
                Run(timeoutSeconds);
                void Run(int t)
                {
                    var ready = new List<Socket> { server };
                    Socket.Select(ready, null, null, «t»);
                }
                """
            ),
            new(
                Mistake.SecondsForMicroseconds,
                Exercise.Client,
                "2",
                Findings.TooEarly,
                """
                var timeout = int.Parse(args[3]);
                if (!s.Poll(«timeout», SelectMode.SelectRead)) throw new TimeoutException();
                """
            ),
            new(
                Mistake.MillisecondsForMicroseconds,
                Exercise.EchoServer,
                "3",
                Findings.TooEarly,
                """
                int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;
                if (!server.Poll(«timeoutSeconds * 1000», SelectMode.SelectRead)) return;
                """
            ),
            new(
                Mistake.MillisecondsForMicroseconds,
                Exercise.ThreadedServer,
                "3",
                Findings.TooEarly,
                """
                int ms = int.Parse(args[2]) * 1000;
                while (listener.Server.Poll(«ms», SelectMode.SelectRead)) { }
                """
            ),
            new(
                Mistake.MillisecondsForMicroseconds,
                Exercise.Client,
                "2",
                Findings.TooEarly,
                """
                var t = TimeSpan.FromSeconds(int.Parse(args[3]));
                if (!s.Poll(«(int)t.TotalMilliseconds», SelectMode.SelectRead)) throw new TimeoutException();
                """
            ),
            new(
                Mistake.TooLargeForUnit,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                int timeoutSeconds = int.Parse(args[3]);
                socket.ReceiveTimeout = «timeoutSeconds * 1_000_000»;
                """
            ),
            new(
                Mistake.TooLargeForUnit,
                Exercise.EchoServer,
                "3",
                Findings.TooLate,
                """
                int ms = int.Parse(args[2]) * 1000;
                var limit = TimeSpan.FromSeconds(«ms»);
                if (!server.Poll(limit, SelectMode.SelectRead)) return;
                """
            ),
            new(
                Mistake.TooLargeForUnit,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                int timeout = args.Length > 3 ? int.Parse(args[3]) * 1000 : 300000;
                client.ReceiveTimeout = «timeout * 1000»;
                """
            ),
            new(
                Mistake.FixedTimeout,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                socket.ReceiveTimeout = «300000»;
                """
            ),
            new(
                Mistake.FixedTimeout,
                Exercise.EchoServer,
                "3",
                Findings.TooLate,
                """
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                const int Timeout = 300 * 1_000_000;
                while (server.Poll(«Timeout», SelectMode.SelectRead)) Serve(server.Accept());
                """
            ),
            new(
                Mistake.FixedTimeout,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                using var stream = client.GetStream();
                stream.ReadTimeout = «300 * 1000»;
                """
            ),
            new(
                Mistake.TimeoutNeverUsed,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                int «timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300»;
                Console.WriteLine($"Timeout: {timeoutSeconds} s");
                socket.Connect(args[0], int.Parse(args[1]));
                """
            ),
            new(
                Mistake.TimeoutNeverUsed,
                Exercise.EchoServer,
                "3",
                Findings.TooLate,
                """
                class Servidor
                {
                    static void Main(string[] args)
                    {
                        int «segundos = int.Parse(args[2])»;
                        while (true) Atender(servidor.Accept());
                    }
                }
                """
            ),
            new(
                Mistake.TimeoutNeverUsed,
                Exercise.ThreadedServer,
                "3",
                Findings.TooLate,
                """
                var «timeout = TimeSpan.FromSeconds(int.Parse(args[2]))»;
                while (true) new Thread(Serve).Start(await listener.AcceptSocketAsync());
                """
            ),
            new(
                Mistake.TimeoutForSendingOnly,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                «socket.SendTimeout» = int.Parse(args[3]) * 1000;
                socket.Receive(buffer);
                """
            ),
            new(
                Mistake.TimeoutForSendingOnly,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                int ms = int.Parse(args[3]) * 1000;
                using var client = new TcpClient();
                «client.SendTimeout» = ms;
                """
            ),
            new(
                Mistake.TimeoutForSendingOnly,
                Exercise.Client,
                "2",
                Findings.TooLate,
                """
                NetworkStream stream = client.GetStream();
                «stream.WriteTimeout» = 1000 * int.Parse(args[3]);
                """
            ),
            new(
                Mistake.ReceiveTimeoutOnListener,
                Exercise.EchoServer,
                "3",
                Findings.TooLate,
                """
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                «server.ReceiveTimeout» = int.Parse(args[2]) * 1000;
                while (true) Serve(server.Accept());
                """
            ),
            new(
                Mistake.ReceiveTimeoutOnListener,
                Exercise.ThreadedServer,
                "3",
                Findings.TooLate,
                """
                int timeout = int.Parse(args[2]);
                TcpListener escucha = new TcpListener(IPAddress.Parse(args[0]), int.Parse(args[1]));
                «escucha.Server.ReceiveTimeout» = timeout * 1000;
                while (true)
                {
                    TcpClient cliente = escucha.AcceptTcpClient();
                    cliente.ReceiveTimeout = timeout * 1000;
                }
                """
            ),
            new(
                Mistake.ReceiveTimeoutOnListener,
                Exercise.EchoServer,
                "3",
                Findings.TooLate,
                """
                class Server
                {
                    private readonly Socket _listener;

                    public Server(int seconds)
                    {
                        _listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
                        «_listener.ReceiveTimeout» = seconds * 1000;
                    }

                    public void Run()
                    {
                        for (;;) Serve(_listener.Accept());
                    }

                    static void Main(string[] args) => new Server(int.Parse(args[2])).Run();
                }
                """
            ),
            new(
                Mistake.OtherDefaultTimeout,
                Exercise.Client,
                "2",
                new(Harness.Verdict.EndedEarly, Harness.Awaited.StillWaits),
                """
                int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : «1»;
                socket.ReceiveTimeout = timeoutSeconds * 1000;
                """
            ),
            new(
                Mistake.OtherDefaultTimeout,
                Exercise.EchoServer,
                "3",
                new(Harness.Verdict.EndedEarly, Harness.Awaited.StillWaits),
                """
                var limit = args.Length < 3 ? «30» : int.Parse(args[2]);
                """
            ),
            new(
                Mistake.OtherDefaultTimeout,
                Exercise.EchoServer,
                "3",
                new(Harness.Verdict.EndedEarly, Harness.Awaited.EndsAfterDefault),
                """
                var limit = TimeSpan.FromSeconds(args.Length >= 3 ? Convert.ToInt32(args[2]) : «30»);
                """
            ),
            new(
                null,
                Exercise.EchoServer,
                "3",
                Findings.TooLate,
                """
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                server.ReceiveTimeout = int.Parse(args[2]) * 1000;
                while (server.Poll(Limit(), SelectMode.SelectRead)) Serve(server.Accept());
                """
            ),
            new(
                null,
                Exercise.Client,
                "2",
                Findings.TooEarly,
                """
                int timeoutSeconds = int.Parse(args[3]);
                timeoutSeconds *= 1000;
                socket.ReceiveTimeout = timeoutSeconds;
                """
            ),
        ];
}
