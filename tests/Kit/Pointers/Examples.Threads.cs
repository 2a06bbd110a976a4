using Lab.Build;
using Lab.Build.Reading;

namespace Lab.Kit.Tests.Pointers;

internal static partial class Examples
{
    private static IEnumerable<Example> Threads =>
        [
            new(
                Mistake.ThreadNeverStarted,
                Exercise.ThreadedServer,
                "6a",
                Findings.NotReceived,
                """
                while (true)
                {
                    Socket client = server.Accept();
                    Thread hilo = «new Thread(() => Atender(client))»;
                    hilo.IsBackground = true;
                }
                """
            )
            {
                Belongs = "5b",
            },
            new(
                Mistake.ThreadNeverStarted,
                Exercise.ThreadedServer,
                "6a",
                Findings.NotReceived,
                """
                class Servidor
                {
                    static void Main(string[] args)
                    {
                        for (;;)
                        {
                            TcpClient cliente = listener.AcceptTcpClient();
                            var t = «new Task(() => Serve(cliente))»;
                        }
                    }
                }
                """
            )
            {
                Belongs = "5b",
            },
            new(
                Mistake.ThreadNeverStarted,
                Exercise.ThreadedServer,
                "6a",
                Findings.NotReceived,
                """
                do
                {
                    var c = await listener.AcceptSocketAsync();
                    «new Thread(Serve)»;
                } while (true);
                """
            )
            {
                Belongs = "5b",
            },
            new(
                Mistake.ThreadAwaited,
                Exercise.ThreadedServer,
                "5b",
                Findings.NeverServed,
                """
                while (true)
                {
                    var client = server.Accept();
                    var thread = new Thread(() => Serve(client));
                    thread.Start();
                    «thread.Join»();
                }
                """
            ),
            new(
                Mistake.ThreadAwaited,
                Exercise.ThreadedServer,
                "5b",
                Findings.NeverServed,
                """
                while (true)
                {
                    var client = listener.AcceptTcpClient();
                    «Task.Run(() => Serve(client)).Wait»();
                }
                """
            ),
            new(
                Mistake.ThreadAwaited,
                Exercise.ThreadedServer,
                "5b",
                Findings.NeverServed,
                """
                for (;;)
                {
                    using TcpClient c = await listener.AcceptTcpClientAsync();
                    Task tarea = Task.Factory.StartNew(() => Atender(c));
                    «tarea.Wait»();
                }
                """
            ),
            new(
                null,
                Exercise.ThreadedServer,
                "6a",
                Findings.NotReceived,
                """
                var threads = new List<Thread>();
                while (running)
                {
                    var client = server.Accept();
                    var thread = new Thread(Serve);
                    threads.Add(thread);
                    thread.Start(client);
                }
                foreach (var one in threads) one.Join();
                """
            ),
        ];
}
