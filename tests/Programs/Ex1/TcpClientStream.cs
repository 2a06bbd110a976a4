// right: TcpClient and NetworkStream, using declarations, log lines, a prefix before the reply
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeout = args.Length > 3 ? int.Parse(args[3]) : 300;

try
{
    using var client = new TcpClient();
    Console.WriteLine($"Connecting to {host}:{port} ...");
    client.Connect(host, port);
    using NetworkStream stream = client.GetStream();
    stream.ReadTimeout = timeout * 1000;

    byte[] data = Encoding.UTF8.GetBytes(message);
    stream.Write(data, 0, data.Length);
    Console.WriteLine($"Sent {data.Length} bytes, waiting for the reply");

    byte[] buffer = new byte[4096];
    int count = stream.Read(buffer, 0, buffer.Length);
    if (count == 0)
    {
        Console.WriteLine("The server closed the connection without a reply.");
    }
    else
    {
        Console.WriteLine("Reply: " + Encoding.UTF8.GetString(buffer, 0, count));
    }
}
catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.TimedOut })
{
    Console.WriteLine($"No reply in {timeout} seconds.");
}
catch (Exception e)
{
    Console.WriteLine("Error: " + e.Message);
}

Console.WriteLine("Bye.");
