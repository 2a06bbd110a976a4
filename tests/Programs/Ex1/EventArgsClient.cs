// right: SocketAsyncEventArgs and a ManualResetEventSlim, a class that is IDisposable, reply also in hexadecimal
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lab.Exercise1;

public static class Program
{
    public static int Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        string message = args.Length > 2 ? args[2] : "Hello, server!";
        int seconds = args.Length > 3 ? int.Parse(args[3]) : 300;

        try
        {
            using var client = new Client(TimeSpan.FromSeconds(seconds));
            client.Connect(host, port);
            client.Send(message);
            Console.WriteLine(client.Receive());
            return 0;
        }
        // 7. the timeout, and any other exception
        catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
        {
            Console.WriteLine($"*** no answer after {seconds} seconds");
            return 1;
        }
        catch (Exception e)
        {
            Console.WriteLine($"*** {e.Message}");
            return 1;
        }
    }
}

// 2. the timeout is the one of each wait for an event
internal sealed class Client(TimeSpan timeout) : IDisposable
{
    // 1. the socket
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ManualResetEventSlim done = new();

    // 3. connect
    public void Connect(string host, int port)
    {
        var connecting = new SocketAsyncEventArgs { RemoteEndPoint = new DnsEndPoint(host, port) };
        Run(connecting, socket.ConnectAsync);
    }

    // 4. send the message
    public void Send(string message)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        var sending = new SocketAsyncEventArgs();
        sending.SetBuffer(bytes, 0, bytes.Length);
        Run(sending, socket.SendAsync);
    }

    // 5. receive, 6. decode
    public string Receive()
    {
        var receiving = new SocketAsyncEventArgs();
        receiving.SetBuffer(new byte[1024], 0, 1024);
        Run(receiving, socket.ReceiveAsync);
        var bytes = receiving.MemoryBuffer.Span[..receiving.BytesTransferred];
        if (bytes.IsEmpty)
            return "the server said nothing and closed";
        return $"[{Convert.ToHexString(bytes)}] {Encoding.UTF8.GetString(bytes)}";
    }

    // 8. close
    public void Dispose() => socket.Dispose();

    private void Run(SocketAsyncEventArgs operation, Func<SocketAsyncEventArgs, bool> start)
    {
        done.Reset();
        operation.Completed += (_, _) => done.Set();
        if (start(operation) && !done.Wait(timeout))
            throw new SocketException((int)SocketError.TimedOut);
        if (operation.SocketError != SocketError.Success)
            throw new SocketException((int)operation.SocketError);
    }
}
