// right: ExclusiveAddressUse, Listen(100), sends a FIN after the echo and waits for the client's before it closes
using System.Net;
using System.Net.Sockets;
using System.Text;

var host = args.Length > 0 ? args[0] : "127.0.0.1";
var port = args.Length > 1 ? int.Parse(args[1]) : 9000;
var timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

try
{
    // 1. create; 7. the using declaration closes it
    using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };

    // 2. bind
    server.Bind(IPEndPoint.Parse($"{host}:{port}"));

    // 3. the timeout of Poll below
    var limit = TimeSpan.FromSeconds(timeout);

    // 4. listen
    server.Listen(100);
    Console.Error.WriteLine($"{DateTime.Now:O} ready");

    // 5. loop
    Span<byte> buffer = stackalloc byte[1024];
    for (var number = 1; server.Poll(limit, SelectMode.SelectRead); number++)
    {
        try
        {
            // 5a. accept; 5e. the using declaration closes it
            using var client = server.Accept();
            client.LingerState = new LingerOption(true, 2);
            client.ReceiveTimeout = timeout * 1000;

            // 5b. receive
            var count = client.Receive(buffer);

            // 5c. show
            Console.WriteLine($"#{number}: {Encoding.UTF8.GetString(buffer[..count])} ({count} bytes)");

            // 5d. echo, and say good bye
            client.Send(buffer[..count]);
            client.Shutdown(SocketShutdown.Send);

            // 5e. what the client still says is of no interest, but its end is
            client.ReceiveTimeout = 2000;
            while (client.Receive(buffer) > 0) { }
        }
        catch (SocketException e)
        {
            // 6. a client
            Console.Error.WriteLine($"{DateTime.Now:O} #{number}: {e.Message}");
        }
    }
    Console.Error.WriteLine($"{DateTime.Now:O} no client for {limit}");
}
catch (Exception e)
{
    // 6. the server
    Console.Error.WriteLine($"{DateTime.Now:O} {e.Message}");
    return 1;
}
return 0;
