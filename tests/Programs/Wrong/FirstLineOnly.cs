using System.Net.Sockets;

// Wrong: a reply may have more than one line.
string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

try
{
    using TcpClient client = new();
    client.ReceiveTimeout = timeoutSeconds * 1000;
    client.Connect(host, port);
    using NetworkStream stream = client.GetStream();
    using StreamWriter writer = new(stream) { AutoFlush = true };
    using StreamReader reader = new(stream);
    writer.Write(message);
    string? reply = reader.ReadLine();
    Console.WriteLine($"Reply: {reply}");
}
catch (Exception e)
{
    Console.WriteLine($"It did not work: {e.Message}");
}
