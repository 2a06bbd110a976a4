// right: a switch over SocketErrorCode, tuples and records, only the reply on stdout, closes the stream first
using System.Net;
using System.Net.Sockets;
using System.Text;

var options = Options.Parse(args);
TcpClient? client = null;
NetworkStream? stream = null;
try
{
    // 1. the socket is in the TcpClient
    client = new TcpClient { NoDelay = true };

    // 2. the timeout
    (client.ReceiveTimeout, client.SendTimeout) = (options.Timeout * 1000, options.Timeout * 1000);

    // 3. connect
    Console.Error.WriteLine($"# trying {options.Host}");
    client.Connect(options.Host, options.Port);
    var (here, there) = ((IPEndPoint)client.Client.LocalEndPoint!, (IPEndPoint)client.Client.RemoteEndPoint!);
    Console.Error.WriteLine($"# connected: {here} -> {there}");

    // 4. send
    stream = client.GetStream();
    stream.Write(Encoding.UTF8.GetBytes(options.Message));

    // 5. and 6. receive, and take what else is there already
    var decoder = Encoding.UTF8.GetDecoder();
    var bytes = new byte[1024];
    var letters = new char[1024];
    do
    {
        var count = stream.Read(bytes);
        if (count == 0)
            break;
        Console.Write(letters[..decoder.GetChars(bytes, 0, count, letters, 0)]);
    } while (stream.DataAvailable);
    Console.WriteLine();
}
// 7. one sentence for each error
catch (Exception e)
{
    var error = e as SocketException ?? e.InnerException as SocketException;
    Console.Error.WriteLine(
        error?.SocketErrorCode switch
        {
            SocketError.TimedOut => $"# {options.Timeout} seconds are over",
            SocketError.ConnectionRefused => "# nobody listens there",
            SocketError.ConnectionReset => "# the server threw me out",
            SocketError.HostNotFound => "# I do not know that machine",
            null => $"# not the network: {e.Message}",
            var code => $"# network error {(int)code}",
        }
    );
}
// 8. close, in every case
stream?.Close();
client?.Close();

record Options(string Host, int Port, string Message, int Timeout)
{
    public static Options Parse(string[] args) =>
        new(
            args is [var host, ..] ? host : "127.0.0.1",
            args is [_, var port, ..] ? int.Parse(port) : 9000,
            args is [_, _, var message, ..] ? message : "Hello, server!",
            args is [_, _, _, var timeout, ..] ? int.Parse(timeout) : 300
        );
}
