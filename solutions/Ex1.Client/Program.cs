using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

// 1. Create a connection-oriented socket (TCP)
// Without an address family the socket speaks both IPv4 and IPv6, whichever the host has.
var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
try
{
    // 2. Set a timeout of 300 seconds
    // .NET counts in milliseconds. Each Receive and each Send has this long. How long Connect
    // tries is up to the operating system: from 20 seconds to about two minutes.
    socket.ReceiveTimeout = timeoutSeconds * 1000;
    socket.SendTimeout = timeoutSeconds * 1000;

    // 3. Connect to the server's address (host and port)
    socket.Connect(host, port);

    // 4. Send the encoded message
    // Send says how many bytes it took, which may be fewer than it was given.
    byte[] request = Encoding.UTF8.GetBytes(message);
    for (int sent = 0; sent < request.Length; )
    {
        sent += socket.Send(request.AsSpan(sent));
    }

    // 5. Receive the reply on the same socket
    // TCP is a stream without borders between messages: the reply may come in pieces. It is
    // complete when it is as long as the message (an echo is), or when the server closes (0).
    byte[] buffer = new byte[4096];
    char[] text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
    Decoder decoder = Encoding.UTF8.GetDecoder();
    for (int received = 0; received < request.Length; )
    {
        int count = socket.Receive(buffer);
        if (count == 0)
        {
            break;
        }
        received += count;

        // 6. Decode the reply and show it
        // A decoder, unlike GetString, remembers the first half of a character cut in two.
        int length = decoder.GetChars(buffer, 0, count, text, 0);
        Console.Write(text, 0, length);
    }
    Console.WriteLine();
}
// 7. Handle the timeout exception, and any other
// .NET has no exception type for it: a timeout is a SocketException with this error code.
catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
{
    Console.Error.WriteLine($"Timeout: {host} port {port} did not answer in time.");
    Environment.ExitCode = 1;
}
catch (Exception e)
{
    Console.Error.WriteLine($"Error with {host} port {port}: {e.Message}");
    Environment.ExitCode = 1;
}
finally
{
    // 8. In every case close the socket at the end
    socket.Close();
}
