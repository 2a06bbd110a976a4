// right: a non-blocking listening socket, WouldBlock and a short sleep, a Stopwatch for the timeout
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

using Socket server = new(SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen();
    server.Blocking = false;
    Stopwatch idle = Stopwatch.StartNew();

    while (idle.Elapsed.TotalSeconds < timeout)
    {
        try
        {
            using Socket client = server.Accept();
            client.Blocking = true;
            Echo(client);
            idle.Restart();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
        {
            Thread.Sleep(20);
        }
        catch (SocketException e)
        {
            Console.WriteLine($"-- client broke off: {e.Message}");
            idle.Restart();
        }
    }
    Console.WriteLine("-- timeout");
}
catch (Exception e)
{
    Console.WriteLine($"-- {e.Message}");
}

static void Echo(Socket client)
{
    byte[] buffer = new byte[1024];
    int n = client.Receive(buffer);
    if (n == 0)
    {
        Console.WriteLine("-- client left without a word");
        return;
    }
    Console.WriteLine($">> {Encoding.UTF8.GetString(buffer, 0, n)}");
    client.Send(buffer.AsSpan(0, n));
}
