// right: SocketAsyncEventArgs for each call, the thread pool serves, the main thread only watches the clock
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Exercise3;

internal static class Program
{
    private static int Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

        // 1. create; 8. closed by using
        using Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // not disposed: the socket's end completes the accept that is under way
        SemaphoreSlim arrived = new(0);
        try
        {
            // 2. bind, 4. listen
            server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
            server.Listen();

            // 5. loop
            while (true)
            {
                // 5a. accept, 3. no longer than the timeout
                SocketAsyncEventArgs accepting = new();
                accepting.Completed += (_, _) => arrived.Release();
                if (server.AcceptAsync(accepting) && !arrived.Wait(TimeSpan.FromSeconds(timeoutSeconds)))
                {
                    Console.WriteLine("Timeout, nobody called.");
                    return 0;
                }
                // 5b. hand it over
                if (accepting is { SocketError: SocketError.Success, AcceptSocket: { } client })
                    ThreadPool.UnsafeQueueUserWorkItem(_ => new Echo(client).Start(), null);
            }
        }
        // 7. the loop
        catch (Exception e)
        {
            Console.WriteLine($"Server: {e.Message}");
            return 1;
        }
    }
}

// 6. one client
internal sealed class Echo
{
    private readonly Socket client;
    private readonly SocketAsyncEventArgs operation = new();
    private readonly byte[] buffer = new byte[1024];

    public Echo(Socket client)
    {
        this.client = client;
        operation.SetBuffer(buffer, 0, buffer.Length);
        operation.Completed += (_, _) => Safely(Completed);
    }

    public void Start() => Safely(Receive);

    // 6a. receive
    private void Receive()
    {
        operation.SetBuffer(0, buffer.Length);
        if (!client.ReceiveAsync(operation))
            Completed();
    }

    private void Completed()
    {
        if (operation.SocketError != SocketError.Success)
            throw new SocketException((int)operation.SocketError);
        if (operation.LastOperation == SocketAsyncOperation.Send)
        {
            Receive();
            return;
        }
        int count = operation.BytesTransferred;
        if (count == 0)
        {
            Close("good bye");
            return;
        }
        // 6b. show
        Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));

        // 6c. send back
        operation.SetBuffer(0, count);
        if (!client.SendAsync(operation))
            Completed();
    }

    // 7. nothing leaves a thread of the pool
    private void Safely(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            Close(e.Message);
        }
    }

    // 6d. close
    private void Close(string why)
    {
        Console.Error.WriteLine($"client closed: {why}");
        client.Close();
    }
}
