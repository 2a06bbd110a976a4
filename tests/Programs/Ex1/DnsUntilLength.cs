// right: Dns first, receives as many bytes as it sent, UTF-8 console, stderr and exit codes
using System.Net;
using System.Net.Sockets;
using System.Text;

Console.OutputEncoding = Encoding.UTF8;

return args switch
{
    [] => Run("127.0.0.1", 9000, "Hello, server!", 300),
    [var h] => Run(h, 9000, "Hello, server!", 300),
    [var h, var p] => Run(h, int.Parse(p), "Hello, server!", 300),
    [var h, var p, var m] => Run(h, int.Parse(p), m, 300),
    [var h, var p, var m, var t, ..] => Run(h, int.Parse(p), m, int.Parse(t)),
};

static int Run(string host, int port, string message, int seconds)
{
    try
    {
        IPAddress[] addresses = Dns.GetHostAddresses(host);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(addresses, port);
        socket.ReceiveTimeout = (int)TimeSpan.FromSeconds(seconds).TotalMilliseconds;

        byte[] sent = Encoding.UTF8.GetBytes(message);
        socket.Send(sent);

        byte[] reply = new byte[sent.Length];
        int total = 0;
        while (total < reply.Length)
        {
            int n = socket.Receive(reply, total, reply.Length - total, SocketFlags.None);
            if (n == 0)
                break;
            total += n;
        }
        Console.WriteLine($"<- {Encoding.UTF8.GetString(reply, 0, total)}");
        return total == reply.Length ? 0 : 5;
    }
    catch (SocketException e)
    {
        Console.Error.WriteLine($"{e.SocketErrorCode}: {e.Message}");
        return e.SocketErrorCode switch
        {
            SocketError.TimedOut => 10,
            SocketError.ConnectionRefused => 11,
            SocketError.ConnectionReset => 12,
            SocketError.HostNotFound or SocketError.TryAgain => 13,
            _ => 1,
        };
    }
}
