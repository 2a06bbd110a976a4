// right: a class for each client that owns its thread, its socket and its buffer; a loop
using System.Net;
using System.Net.Sockets;
using System.Text;

var host = IPAddress.Parse(args.Length > 0 ? args[0] : "127.0.0.1");
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

using var server = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(host, port));
    server.Listen(20);
    int number = 0;
    while (true)
    {
        using var cancel = new CancellationTokenSource(timeout * 1000);
        Task<Socket> accepting = server.AcceptAsync(cancel.Token).AsTask();
        try
        {
            new ClientHandler(++number, accepting.GetAwaiter().GetResult()).Start();
        }
        catch (SocketException e)
        {
            Console.WriteLine($"[{number}] left too early: {e.Message}");
        }
    }
}
catch (OperationCanceledException)
{
    Console.WriteLine("*** timeout, server stopped");
}
catch (SocketException e)
{
    Console.WriteLine("*** " + e.Message);
}

class ClientHandler(int number, Socket socket)
{
    private readonly byte[] buffer = new byte[1024];

    public void Start() => new Thread(Run) { IsBackground = true }.Start();

    private void Run()
    {
        Console.WriteLine($"[{number}] connected");
        try
        {
            int n;
            while ((n = socket.Receive(buffer)) > 0)
            {
                Console.WriteLine($"[{number}] {Encoding.UTF8.GetString(buffer, 0, n)}");
                socket.Send(buffer, n, SocketFlags.None);
            }
            Console.WriteLine($"[{number}] disconnected");
        }
        catch (SocketException e)
        {
            Console.WriteLine($"[{number}] {e.SocketErrorCode}");
        }
        finally
        {
            socket.Dispose();
        }
    }
}
