// right: Socket.Select waits for the reply, a function with out parameters, Shutdown before Close
using System.Net.Sockets;
using System.Text;

ReadArguments(out string host, out int port, out string message, out int timeout);
Socket s = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    s.Connect(host, port);
    s.Send(Encoding.UTF8.GetBytes(message));

    var readable = new List<Socket> { s };
    Socket.Select(readable, null, null, TimeSpan.FromSeconds(timeout));
    if (readable.Count == 0)
    {
        throw new TimeoutException($"nothing came in {timeout} seconds");
    }

    Span<byte> buffer = stackalloc byte[1500];
    int n = s.Receive(buffer);
    Console.WriteLine($"[{n} bytes] {Encoding.UTF8.GetString(buffer[..n])}");
    s.Shutdown(SocketShutdown.Both);
}
catch (TimeoutException e)
{
    Console.WriteLine("TIMEOUT: " + e.Message);
}
catch (SocketException e)
{
    Console.WriteLine($"ERROR {e.ErrorCode}: {e.Message}");
}
catch (Exception e)
{
    Console.WriteLine($"{e.GetType().Name}: {e.Message}");
}
finally
{
    s.Close();
}

void ReadArguments(out string host, out int port, out string message, out int timeout)
{
    (host, port, message, timeout) = ("127.0.0.1", 9000, "Hello, server!", 300);
    if (args.Length > 0)
        host = args[0];
    if (args.Length > 1)
        port = int.Parse(args[1]);
    if (args.Length > 2)
        message = args[2];
    if (args.Length > 3)
        timeout = int.Parse(args[3]);
}
