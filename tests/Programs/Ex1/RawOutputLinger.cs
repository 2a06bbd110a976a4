// right: prints by Console.OpenStandardOutput, lingers, Shutdown then Close, nested try blocks
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

using Stream output = Console.OpenStandardOutput();
try
{
    // 1. a TCP socket
    Socket socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
    try
    {
        // 2. both timeouts
        socket.ReceiveTimeout = socket.SendTimeout = timeoutSeconds * 1000;
        socket.LingerState = new LingerOption(true, 5);

        // 3. connect
        socket.Connect(host, port);
        try
        {
            // 4. send
            socket.Send(Encoding.UTF8.GetBytes(message));

            // 5. receive
            byte[] buffer = new byte[1024];
            int count = socket.Receive(buffer);

            // 6. decode and show
            string reply = Encoding.UTF8.GetString(buffer.AsSpan(0, count));
            output.Write(Encoding.UTF8.GetBytes(reply + Environment.NewLine));
        }
        finally
        {
            if (socket.Connected)
                socket.Shutdown(SocketShutdown.Both);
        }
    }
    finally
    {
        // 8. close
        socket.Close();
    }
}
// 7. all that went wrong inside
catch (SocketException e)
{
    string text = e.SocketErrorCode == SocketError.TimedOut ? "timeout" : e.Message;
    output.Write(Encoding.UTF8.GetBytes($"FAILED: {text}{Environment.NewLine}"));
}
catch (Exception e)
{
    output.Write(Encoding.UTF8.GetBytes($"FAILED: {e}{Environment.NewLine}"));
}
