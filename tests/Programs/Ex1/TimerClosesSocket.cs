// right: a Timer that closes the socket when time is up, a filter on a flag, exit code 0 in every case
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

bool expired = false;

// 1. the socket
Socket socket = new(SocketType.Stream, ProtocolType.Tcp);

// 2. an alarm clock that ends any blocking call
using Timer alarm = new(
    _ =>
    {
        Volatile.Write(ref expired, true);
        socket.Close();
    }
);

try
{
    // 3. connect
    socket.Connect(host, port);
    alarm.Change(timeoutSeconds * 1000, Timeout.Infinite);

    // 4. send
    socket.Send(Encoding.UTF8.GetBytes(message));

    // 5. receive
    byte[] buffer = new byte[1 << 16];
    int received = socket.Receive(buffer, 0, buffer.Length, SocketFlags.None);
    alarm.Change(Timeout.Infinite, Timeout.Infinite);

    // 6. show
    if (received > 0)
        Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, received));
    else
        Console.WriteLine("(empty)");
}
// 7. after the alarm, each exception is its doing
catch (Exception e) when (Volatile.Read(ref expired))
{
    Console.WriteLine($"Timed out ({e.GetType().Name}).");
}
catch (SocketException e)
{
    Console.WriteLine($"Socket error: {e.SocketErrorCode}");
}
catch (Exception e)
{
    Console.WriteLine($"Error: {e.Message}");
}
finally
{
    // 8. close; the second time does nothing
    socket.Close();
}
