// right: TcpListener, asks Pending every 50 ms, one Read of the stream for each client
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

TcpListener listener = new TcpListener(IPAddress.Parse(host), port);
try
{
    listener.Start();
    Console.WriteLine($"Echo server on {listener.LocalEndpoint}");

    DateTime deadline = DateTime.UtcNow.AddSeconds(timeout);
    while (DateTime.UtcNow < deadline)
    {
        if (!listener.Pending())
        {
            Thread.Sleep(50);
            continue;
        }

        try
        {
            using TcpClient client = listener.AcceptTcpClient();
            using NetworkStream stream = client.GetStream();
            byte[] buffer = new byte[4096];
            int n = stream.Read(buffer, 0, buffer.Length);
            Console.WriteLine($"{n} bytes: {Encoding.UTF8.GetString(buffer, 0, n)}");
            stream.Write(buffer, 0, n);
        }
        catch (Exception e)
        {
            Console.WriteLine("This client failed: " + e.Message);
        }
        deadline = DateTime.UtcNow.AddSeconds(timeout);
    }
    Console.WriteLine($"No client for {timeout} seconds, good bye.");
}
catch (SocketException e)
{
    Console.WriteLine($"Cannot listen on {host}:{port}: {e.Message}");
}
finally
{
    listener.Stop();
}
