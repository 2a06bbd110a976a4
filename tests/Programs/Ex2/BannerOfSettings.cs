// Says its settings at the start, and "Timeout" when nobody came; SO_REUSEADDR
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

Console.WriteLine("=== Echo server ===");
Console.WriteLine($"Host: {host}");
Console.WriteLine($"Port: {port}");
Console.WriteLine(args.Length > 2 ? $"Timeout: {timeoutSeconds}" : "Timeout: 300 (the default)");

using Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen(5);
    while (server.Poll(TimeSpan.FromSeconds(timeoutSeconds), SelectMode.SelectRead))
    {
        using Socket client = server.Accept();
        try
        {
            byte[] buffer = new byte[1024];
            int n = client.Receive(buffer);
            Console.WriteLine($"Message: \"{Encoding.UTF8.GetString(buffer, 0, n).TrimEnd()}\"");
            Console.WriteLine($"Hex: {Convert.ToHexString(buffer, 0, n)}");
            client.Send(buffer, n, SocketFlags.None);
            client.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException e)
        {
            Console.WriteLine($"Client error: {e.SocketErrorCode}");
        }
    }
    Console.WriteLine("Timeout");
}
catch (Exception e)
{
    Console.WriteLine($"Error: {e.Message}");
}
