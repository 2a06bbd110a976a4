// right: Task.WhenAny of one accept and a delay, one reading of the stream for each client, exit by a return value
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

// 1. and 2. socket and address
TcpListener? listener = null;
try
{
    listener = new TcpListener(new IPEndPoint(IPAddress.Parse(host), port)) { ExclusiveAddressUse = false };

    // 4. listen
    listener.Start();

    // 5. loop
    while (await NextClient(listener) is { } accepting)
    {
        try
        {
            // 5a. accept
            using TcpClient client = await accepting;
            await Serve(client);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // 6. the client's fault
            await Console.Out.WriteLineAsync($"(the client broke off: {e.Message})");
        }
    }
    Console.WriteLine("(nobody is coming any more)");
    return 0;
}
catch (Exception e)
{
    // 6. the server's fault
    Console.WriteLine($"(the server broke off: {e.Message})");
    return 3;
}
finally
{
    // 7. close
    listener?.Dispose();
}

// 3. the timeout
async Task<Task<TcpClient>?> NextClient(TcpListener from)
{
    Task<TcpClient> accepting = from.AcceptTcpClientAsync();
    using var stop = new CancellationTokenSource();
    Task first = await Task.WhenAny(accepting, Task.Delay(TimeSpan.FromSeconds(timeoutSeconds), stop.Token));
    stop.Cancel();
    return first == accepting ? accepting : null;
}

static async Task Serve(TcpClient client)
{
    NetworkStream stream = client.GetStream();
    Memory<byte> memory = new byte[1024];

    // 5b. receive
    int count = await stream.ReadAsync(memory);

    // 5c. show
    Console.WriteLine($"received {count} bytes: {Encoding.UTF8.GetString(memory.Span[..count])}");

    // 5d. send back
    await stream.WriteAsync(memory[..count]);

    // 5e. close: the using declaration
}
