// right: one time limit for the whole program, set first of all; the sockets are in a class of their own
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Client;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        string message = args.Length > 2 ? args[2] : "Hello, server!";
        int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

        // 2. the time runs from here on
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(timeoutSeconds));
        try
        {
            Console.WriteLine($"Looking for {host} ...");
            IPAddress[] addresses = await Dns.GetHostAddressesAsync(host, limit.Token);
            Console.WriteLine($"It is {string.Join(" or ", addresses.Select(address => address.ToString()))}.");
            Console.WriteLine(await Conversation.Hold(addresses, port, message, limit.Token));
            return 0;
        }
        // 7. the timeout, and any other
        catch (OperationCanceledException)
        {
            Console.WriteLine("Time is up.");
            return 1;
        }
        catch (Exception e)
        {
            Console.WriteLine($"Failed: {e.Message}");
            return 1;
        }
    }
}

internal static class Conversation
{
    public static async Task<string> Hold(IPAddress[] addresses, int port, string message, CancellationToken limit)
    {
        // 1. create; 8. closed by using
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        // 3. connect
        await socket.ConnectAsync(addresses, port, limit);
        // 4. send
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), limit);
        // 5. receive
        var buffer = new byte[1024];
        var count = await socket.ReceiveAsync(buffer, limit);
        // 6. decode
        return Encoding.UTF8.GetString(buffer, 0, count);
    }
}
