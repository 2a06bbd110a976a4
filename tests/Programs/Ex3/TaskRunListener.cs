// right: TcpListener with Pending, Task.Run, a NetworkStream that owns the socket, a loop
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

try
{
    using TcpListener listener = new(IPAddress.Parse(host), port);
    listener.Start();
    Console.WriteLine("Ready.");

    long last = Environment.TickCount64;
    while (Environment.TickCount64 - last < timeout * 1000L)
    {
        if (listener.Pending())
        {
            last = Environment.TickCount64;
            Socket client;
            try
            {
                client = listener.AcceptSocket();
            }
            catch (SocketException)
            {
                continue; // it left before the accept
            }
            _ = Task.Run(() => Handle(client));
        }
        else
        {
            Thread.Sleep(10);
        }
    }
    Console.WriteLine("Nobody called, closing.");
}
catch (SocketException e)
{
    Console.WriteLine($"{host}:{port} - {e.Message}");
    Environment.ExitCode = 1;
}

static void Handle(Socket client)
{
    try
    {
        using (var stream = new NetworkStream(client, ownsSocket: true))
        {
            byte[] chunk = new byte[1024];
            int n;
            while ((n = stream.Read(chunk, 0, chunk.Length)) > 0)
            {
                Console.WriteLine("Received: " + Encoding.UTF8.GetString(chunk, 0, n));
                stream.Write(chunk, 0, n);
            }
        }
        Console.WriteLine("Client finished.");
    }
    catch (Exception e)
    {
        Console.WriteLine("Client failed: " + e.Message);
    }
}
