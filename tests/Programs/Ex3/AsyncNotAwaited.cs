// right: async tasks that nobody awaits, a CancellationTokenSource for the accept
using System.Net;
using System.Net.Sockets;
using System.Text;

var host = args.Length > 0 ? args[0] : "127.0.0.1";
var port = args.Length > 1 ? int.Parse(args[1]) : 9000;
var timeout = TimeSpan.FromSeconds(args.Length > 2 ? int.Parse(args[2]) : 300);

var listener = new TcpListener(IPAddress.Parse(host), port);
try
{
    listener.Start();
    while (true)
    {
        try
        {
            using var cts = new CancellationTokenSource(timeout);
            _ = ServeAsync(await listener.AcceptTcpClientAsync(cts.Token));
        }
        catch (SocketException e)
        {
            Console.WriteLine($"accept failed: {e.Message}");
        }
    }
}
catch (OperationCanceledException)
{
    Console.WriteLine($"no client in {timeout.TotalSeconds} s, leaving");
}
catch (Exception e)
{
    Console.WriteLine($"listening failed: {e.Message}");
}
finally
{
    listener.Stop();
}

static async Task ServeAsync(TcpClient client)
{
    try
    {
        using (client)
        {
            var stream = client.GetStream();
            var buffer = new byte[4096];
            var count = await stream.ReadAsync(buffer);
            Console.WriteLine($"got {Encoding.UTF8.GetString(buffer, 0, count)}");
            await stream.WriteAsync(buffer.AsMemory(0, count));
        }
    }
    catch (Exception e)
    {
        Console.WriteLine($"client error: {e.Message}");
    }
}
