// right: StreamWriter and StreamReader, closes its sending half after the message, reads to the end
using System.Net.Sockets;
using System.Text;

string host = args.Length >= 1 ? args[0] : "127.0.0.1";
int port = args.Length >= 2 ? int.Parse(args[1]) : 9000;
string message = args.Length >= 3 ? args[2] : "Hello, server!";
int timeout = args.Length >= 4 ? int.Parse(args[3]) : 300;

TcpClient? client = null;
try
{
    client = new TcpClient(host, port);
    client.ReceiveTimeout = timeout * 1000;
    NetworkStream stream = client.GetStream(); // once: after Shutdown it would throw

    // Encoding.UTF8 would put a byte order mark before the message
    var writer = new StreamWriter(stream, new UTF8Encoding(false));
    writer.Write(message);
    writer.Flush();
    client.Client.Shutdown(SocketShutdown.Send);

    var reader = new StreamReader(stream, Encoding.UTF8);
    string reply = reader.ReadToEnd();
    if (reply.Length > 0)
        Console.Write(reply);
    else
        Console.WriteLine("No answer: the server hung up.");
}
catch (IOException e)
{
    Console.WriteLine($"Could not finish within {timeout} s, or the server went away:");
    Console.WriteLine(e.Message);
    Environment.ExitCode = 1;
}
catch (SocketException e)
{
    Console.WriteLine($"Cannot talk to {host}, port {port}: {e.Message}");
    Environment.ExitCode = 1;
}
finally
{
    client?.Close();
}
