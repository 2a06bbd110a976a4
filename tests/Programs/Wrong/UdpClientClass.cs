// wrong: a client with the class UdpClient
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

try
{
    using var client = new UdpClient(host, port);
    client.Client.ReceiveTimeout = timeoutSeconds * 1000;
    byte[] data = Encoding.UTF8.GetBytes(message);
    client.Send(data, data.Length);
    var server = new IPEndPoint(IPAddress.Any, 0);
    Console.WriteLine(Encoding.UTF8.GetString(client.Receive(ref server)));
}
catch (Exception e)
{
    Console.WriteLine($"Error: {e.Message}");
}
