// right: the clock of the timeout runs from the start of the program, or from the last client; a server class
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Echo;

public static class Program
{
    public static int Main(string[] args)
    {
        // 3. the clock of the timeout
        Stopwatch idle = Stopwatch.StartNew();
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        TimeSpan timeout = TimeSpan.FromSeconds(args.Length > 2 ? int.Parse(args[2]) : 300);
        Console.WriteLine($"Echo server for {host}:{port}, gives up after {timeout}");
        return EchoServer.Run(new IPEndPoint(IPAddress.Parse(host), port), timeout, idle);
    }
}

internal static class EchoServer
{
    public static int Run(IPEndPoint endPoint, TimeSpan timeout, Stopwatch idle)
    {
        // 1. create
        Socket server = new(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // 2. bind, 4. listen
            server.Bind(endPoint);
            server.Listen();
            // 5. loop
            while (true)
            {
                TimeSpan left = timeout - idle.Elapsed;
                if (left <= TimeSpan.Zero || !server.Poll(left, SelectMode.SelectRead))
                {
                    // 6. timeout
                    Console.WriteLine("Nobody came.");
                    return 0;
                }
                Serve(server, timeout);
                idle.Restart();
            }
        }
        catch (Exception e)
        {
            // 6. the server's errors
            Console.WriteLine(e.Message);
            return 1;
        }
        finally
        {
            // 7. close
            server.Close();
        }
    }

    private static void Serve(Socket server, TimeSpan timeout)
    {
        try
        {
            // 5a. accept; 5e. closed by using
            using Socket client = server.Accept();
            client.ReceiveTimeout = (int)timeout.TotalMilliseconds;
            // 5b. receive
            byte[] buffer = new byte[1024];
            int count = client.Receive(buffer);
            // 5c. show
            Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
            // 5d. echo
            client.Send(buffer, count, SocketFlags.None);
        }
        catch (SocketException e)
        {
            // 6. a client's errors
            Console.WriteLine(e.Message);
        }
    }
}
