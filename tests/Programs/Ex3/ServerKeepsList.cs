// right: a Server class that knows its clients, closes them at the end and joins their threads
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

using var server = new Server(TimeSpan.FromSeconds(timeoutSeconds));
try
{
    server.Open(IPAddress.Parse(host), port);
    await server.Run();
}
// 7. in the loop
catch (OperationCanceledException)
{
    Console.WriteLine("-- timeout --");
}
catch (Exception e)
{
    Console.WriteLine($"-- {e.Message} --");
}

internal sealed class Server(TimeSpan timeout) : IDisposable
{
    // 1. create
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<Socket, Thread> sessions = [];

    // 2. bind, 4. listen
    public void Open(IPAddress address, int port)
    {
        socket.Bind(new IPEndPoint(address, port));
        socket.Listen(50);
    }

    // 5. loop
    public async Task Run()
    {
        // 3. one source for all accepts, wound up again each time
        using var patience = new CancellationTokenSource();
        while (true)
        {
            patience.CancelAfter(timeout);
            Socket client;
            try
            {
                // 5a. accept
                client = await socket.AcceptAsync(patience.Token);
            }
            catch (SocketException e)
            {
                Console.WriteLine($"-- accept: {e.Message} --");
                continue;
            }
            // 5b. thread
            var thread = new Thread(() => Serve(client));
            sessions[client] = thread;
            thread.Start();
            Console.WriteLine($"-- {sessions.Count} clients --");
        }
    }

    // 8. close the server, then those who are still there
    public void Dispose()
    {
        socket.Dispose();
        foreach (var (client, thread) in sessions)
        {
            client.Close();
            thread.Join();
        }
    }

    // 6. one client
    private void Serve(Socket client)
    {
        var buffer = new byte[1024];
        try
        {
            int count;
            // 6a. receive
            while ((count = client.Receive(buffer)) > 0)
            {
                // 6b. show
                Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
                // 6c. send back
                client.Send(buffer, count, SocketFlags.None);
            }
        }
        // 7. in the thread
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Console.WriteLine($"-- {e.Message} --");
        }
        finally
        {
            // 6d. close
            client.Close();
            sessions.TryRemove(client, out _);
        }
    }
}
