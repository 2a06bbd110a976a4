// Says its settings at the start, and only "Timeout" when no reply came
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

Console.WriteLine("=== Client ===");
Console.WriteLine($"Host: {host}");
Console.WriteLine($"Port: {port}");
Console.WriteLine($"Timeout: {timeoutSeconds}");

using Socket client = new(SocketType.Stream, ProtocolType.Tcp);
client.ReceiveTimeout = client.SendTimeout = timeoutSeconds * 1000;
try
{
    client.Connect(host, port);
    client.Send(Encoding.UTF8.GetBytes(message));
    byte[] buffer = new byte[1024];
    int count = client.Receive(buffer);
    Console.WriteLine($"Reply: {Encoding.UTF8.GetString(buffer, 0, count)}");
}
catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
{
    Console.WriteLine("Timeout");
}
catch (Exception e)
{
    Console.WriteLine($"Error: {e.Message}");
}
