// right: new Thread with a lambda, foreground threads, one Receive for each client
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

Socket server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen(10);
    while (server.Poll(TimeSpan.FromSeconds(timeout), SelectMode.SelectRead))
    {
        try
        {
            Socket client = server.Accept();
            client.ReceiveTimeout = timeout * 1000;
            Thread thread = new Thread(() => Serve(client));
            thread.Start();
        }
        catch (SocketException e)
        {
            Console.WriteLine("Accept failed: " + e.Message);
        }
    }
    Console.WriteLine("Timeout: no more clients.");
}
catch (Exception e)
{
    Console.WriteLine("Server error: " + e.Message);
}
finally
{
    server.Close();
}

static void Serve(Socket client)
{
    int me = Environment.CurrentManagedThreadId;
    try
    {
        byte[] buffer = new byte[1024];
        int n = client.Receive(buffer);
        Console.WriteLine($"Thread {me}: {Encoding.UTF8.GetString(buffer, 0, n)}");
        client.Send(buffer, 0, n, SocketFlags.None);
    }
    catch (SocketException e)
    {
        Console.WriteLine($"Thread {me}: {e.Message}");
    }
    finally
    {
        client.Close();
    }
}
