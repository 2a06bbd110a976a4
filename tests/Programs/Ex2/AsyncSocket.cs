// right: async all the way, a CancellationTokenSource for each wait, echoes until the client closes
using System.Net;
using System.Net.Sockets;
using System.Text;

var host = IPAddress.Parse(args.ElementAtOrDefault(0) ?? "127.0.0.1");
var port = int.Parse(args.ElementAtOrDefault(1) ?? "9000");
var timeout = TimeSpan.FromSeconds(int.Parse(args.ElementAtOrDefault(2) ?? "300"));

using var server = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(host, port));
    server.Listen();
}
catch (SocketException e)
{
    Console.Error.WriteLine($"Cannot use {host}:{port}: {e.Message}");
    return 1;
}

while (true)
{
    Socket client;
    try
    {
        using var patience = new CancellationTokenSource(timeout);
        client = await server.AcceptAsync(patience.Token);
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("Nobody came. Stopping.");
        return 0;
    }
    catch (SocketException e)
    {
        Console.WriteLine($"A client left too early: {e.Message}");
        continue;
    }

    using (client)
    {
        try
        {
            await EchoAsync(client, timeout);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            Console.WriteLine($"Client dropped: {e.Message}");
        }
    }
}

static async Task EchoAsync(Socket client, TimeSpan timeout)
{
    var buffer = new byte[1024];
    while (true)
    {
        using var patience = new CancellationTokenSource(timeout);
        var count = await client.ReceiveAsync(buffer, patience.Token);
        if (count == 0)
            return;
        Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
        await client.SendAsync(buffer.AsMemory(0, count), patience.Token);
    }
}
