// right: async/await, the timeout is a CancellationTokenSource, an exit code for each ending
using System.Net.Sockets;
using System.Text;

var host = args.ElementAtOrDefault(0) ?? "127.0.0.1";
var port = int.Parse(args.ElementAtOrDefault(1) ?? "9000");
var message = args.ElementAtOrDefault(2) ?? "Hello, server!";
var timeout = TimeSpan.FromSeconds(int.Parse(args.ElementAtOrDefault(3) ?? "300"));

using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
using var clock = new CancellationTokenSource();

try
{
    clock.CancelAfter(timeout);
    await socket.ConnectAsync(host, port, clock.Token);
    await socket.SendAsync(Encoding.UTF8.GetBytes(message), clock.Token);

    // the reply has the whole time again
    clock.CancelAfter(timeout);
    var buffer = new byte[2048];
    var count = await socket.ReceiveAsync(buffer, clock.Token);
    if (count == 0)
    {
        Console.WriteLine("connection closed, no reply");
        return 2;
    }
    Console.WriteLine(Encoding.UTF8.GetString(buffer.AsSpan(0, count)));
    return 0;
}
catch (OperationCanceledException)
{
    Console.WriteLine($"timeout after {timeout.TotalSeconds} s");
    return 3;
}
catch (SocketException e)
{
    Console.WriteLine($"socket error {e.SocketErrorCode}: {e.Message}");
    return 4;
}
