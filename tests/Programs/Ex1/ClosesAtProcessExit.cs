// right: whatever happens, the socket is closed when the process exits, by its own handler
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeout = args.Length > 3 ? int.Parse(args[3]) : 300;

Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
AppDomain.CurrentDomain.ProcessExit += (_, _) => socket.Close();
socket.ReceiveTimeout = timeout * 1000;
Console.WriteLine($"Connecting to {host}:{port} ...");
try
{
    socket.Connect(host, port);
    socket.Send(Encoding.UTF8.GetBytes(message));
    byte[] buffer = new byte[8192];
    int count = socket.Receive(buffer);
    Console.WriteLine("Reply: " + Encoding.UTF8.GetString(buffer, 0, count));
}
catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
{
    Console.WriteLine($"No reply in {timeout} s.");
    Environment.Exit(2);
}
catch (Exception e)
{
    Console.WriteLine(e.Message);
    Environment.Exit(1);
}
