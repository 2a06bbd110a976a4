// right: ThreadPool.QueueUserWorkItem, Socket.Select before Accept, the thread pool serves
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen();

    while (true)
    {
        var waiting = new List<Socket> { server };
        Socket.Select(waiting, null, null, TimeSpan.FromSeconds(timeout));
        if (waiting.Count == 0)
        {
            Console.WriteLine("time is over");
            break;
        }
        try
        {
            ThreadPool.QueueUserWorkItem(ServeClient, server.Accept());
        }
        catch (SocketException e)
        {
            Console.WriteLine($"accept: {e.Message}");
        }
    }
}
catch (SocketException e)
{
    Console.WriteLine($"socket error {e.ErrorCode}, {e.Message}");
}

static void ServeClient(object? state)
{
    using var client = (Socket)state!;
    try
    {
        var data = new byte[2000];
        var size = client.Receive(data);
        if (size == 0)
            return;
        Console.WriteLine($"'{Encoding.UTF8.GetString(data, 0, size)}'");
        client.Send(data.Take(size).ToArray());
    }
    catch (Exception e)
    {
        Console.WriteLine($"exception in the thread pool: {e.Message}");
    }
}
