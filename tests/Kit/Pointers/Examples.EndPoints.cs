using Lab.Build;
using Lab.Build.Reading;

namespace Lab.Kit.Tests.Pointers;

internal static partial class Examples
{
    private static IEnumerable<Example> EndPoints =>
        [
            new(
                Mistake.AnyAddress,
                Exercise.EchoServer,
                "2",
                Findings.Elsewhere("127.1.2.3:5000", "0.0.0.0:5000"),
                """
                int port = int.Parse(args[1]);
                var servidor = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                servidor.Bind(new IPEndPoint(«IPAddress.Any», port));
                servidor.Listen();
                """
            ),
            new(
                Mistake.AnyAddress,
                Exercise.ThreadedServer,
                "2",
                Findings.Elsewhere("127.1.2.3:5000", "0.0.0.0:5000"),
                """
                class Program
                {
                    static void Main(string[] parametros)
                    {
                        int puerto = Convert.ToInt32(parametros[1]);
                        TcpListener escucha = new TcpListener(«IPAddress.Any», puerto);
                        escucha.Start();
                    }
                }
                """
            ),
            new(
                Mistake.AnyAddress,
                Exercise.EchoServer,
                "2",
                Findings.Elsewhere("127.1.2.3:5000", "[::]:5000"),
                """
                using var listener = «TcpListener.Create»(int.Parse(args[1]));
                listener.Start();
                """
            ),
            new(
                Mistake.FixedPort,
                Exercise.Client,
                "3",
                Findings.Elsewhere("127.1.2.3:5000", "127.1.2.3:9000"),
                """
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                s.Connect(args[0], «9000»);
                """
            ),
            new(
                Mistake.FixedPort,
                Exercise.EchoServer,
                "2",
                Findings.Elsewhere("127.1.2.3:5000", "127.1.2.3:5001"),
                """
                string host = args.Length > 0 ? args[0] : "127.0.0.1";
                int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
                var end = new IPEndPoint(IPAddress.Parse(host), «port + 1»);
                server.Bind(end);
                """
            ),
            new(
                Mistake.FixedPort,
                Exercise.Client,
                "3",
                Findings.Elsewhere("127.1.2.3:5000", "127.1.2.3:9000"),
                """
                class Cliente
                {
                    const int Puerto = 9000;

                    static async Task Main(string[] args)
                    {
                        using var cliente = new TcpClient();
                        await cliente.ConnectAsync(args[0], «Puerto»);
                    }
                }
                """
            ),
            new(
                Mistake.FixedHost,
                Exercise.Client,
                "3",
                Findings.Elsewhere("127.1.2.3:5000", "127.0.0.1:5000"),
                """
                int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
                var client = new TcpClient(«"localhost"», port);
                """
            ),
            new(
                Mistake.FixedHost,
                Exercise.EchoServer,
                "2",
                Findings.Elsewhere("127.1.2.3:5000", "127.0.0.1:5000"),
                """
                string host = args[0];
                int port = int.Parse(args[1]);
                IPAddress ip = IPAddress.Parse("127.0.0.1");
                Console.WriteLine($"Starting at {host}");
                server.Bind(new IPEndPoint(«ip», port));
                """
            ),
            new(
                Mistake.FixedHost,
                Exercise.Client,
                "3",
                Findings.Elsewhere("127.1.2.3:5000", "127.0.0.1:9000"),
                """
                socket.Connect(new IPEndPoint(«IPAddress.Loopback», 9000));
                """
            ),
            new(
                null,
                Exercise.EchoServer,
                "2",
                Findings.Elsewhere("127.1.2.3:5000", "127.1.2.3:5001"),
                """
                // IPAddress.Any would listen everywhere.
                IPAddress address = IPAddress.Parse(args[0]);
                if (false) address = IPAddress.Any;
                server.Bind(new IPEndPoint(address, FreePort(int.Parse(args[1]))));
                """
            ),
        ];
}
