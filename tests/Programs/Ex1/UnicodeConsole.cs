// Console.OutputEncoding = Encoding.Unicode, as Windows users are told to; Disconnect before Close
using System.Net.Sockets;
using System.Text;

Console.OutputEncoding = Encoding.Unicode;
Console.WriteLine(new string('─', 12));
string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    socket.ReceiveTimeout = timeoutSeconds * 1000;
    socket.Connect(host, port);
    socket.Send(Encoding.UTF8.GetBytes(message));
    byte[] buffer = new byte[1024];
    int n = socket.Receive(buffer);
    Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, n));
    socket.Shutdown(SocketShutdown.Both);
    socket.Disconnect(true);
}
catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
{
    Console.WriteLine("Timeout: the server did not answer");
}
catch (Exception e)
{
    Console.WriteLine("Error: " + e.Message);
}
finally
{
    socket.Close();
}
