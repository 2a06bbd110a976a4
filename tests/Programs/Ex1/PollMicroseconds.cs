// right: a non-blocking socket, Poll in microseconds for each wait, time-stamped log on stderr
using System.Net.Sockets;
using System.Text;

var host = args.Length > 0 ? args[0] : "127.0.0.1";
var port = args.Length > 1 ? int.Parse(args[1]) : 9000;
var message = args.Length > 2 ? args[2] : "Hello, server!";
var timeout = args.Length > 3 ? int.Parse(args[3]) : 300;

Socket? socket = null;
try
{
    // 1. TCP
    socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    // 2. the timeout, in microseconds
    var microseconds = checked(timeout * 1_000_000);

    // 3. connect, then no call blocks any more
    Log($"connecting to {host} {port}");
    socket.Connect(host, port);
    socket.Blocking = false;

    // 4. send what fits, wait, send the rest
    ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(message);
    while (!rest.IsEmpty)
    {
        if (!socket.Poll(microseconds, SelectMode.SelectWrite))
            throw new TimeoutException("nobody takes the message");
        rest = rest[socket.Send(rest)..];
    }
    Log("message sent");

    // 5. receive
    if (!socket.Poll(microseconds, SelectMode.SelectRead))
        throw new TimeoutException("no reply came");
    var buffer = new byte[1024];
    var count = socket.Receive(buffer);
    Log($"{count} bytes came");

    // 6. show
    Console.Out.Write(Encoding.UTF8.GetString(buffer, 0, count) + "\n");
}
// 7. errors go to the log
catch (TimeoutException e)
{
    Log($"TIMEOUT: {e.Message}");
    Environment.ExitCode = 1;
}
catch (Exception e) when (e is SocketException or ArgumentException or OverflowException)
{
    Log($"{e.GetType().Name}: {e.Message}");
    Environment.ExitCode = 1;
}
finally
{
    // 8. close
    socket?.Close();
    Log("closed");
}

static void Log(string text) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss.fff} {text}");
