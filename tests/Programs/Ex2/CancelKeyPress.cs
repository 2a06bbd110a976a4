// right: AcceptAsync with a token that Ctrl+C cancels as well, synchronous service, prints letter by letter
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

using var ctrlC = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    ctrlC.Cancel();
};

// 1. create
var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    // 2. bind
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));

    // 4. listen
    server.Listen();

    // 5. loop
    while (!ctrlC.IsCancellationRequested)
    {
        // 3. the timeout of one accept
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ctrlC.Token);
        stop.CancelAfter(TimeSpan.FromSeconds(timeoutSeconds));
        try
        {
            // 5a. accept
            using var client = await server.AcceptAsync(stop.Token);
            Serve(client);
        }
        catch (SocketException e)
        {
            // 6. one client
            Console.WriteLine($"client failed: {e.Message}");
        }
    }
}
catch (OperationCanceledException)
{
    // 6. the wait is over
    Console.WriteLine(ctrlC.IsCancellationRequested ? "stopped by Ctrl+C" : "stopped by the timeout");
}
catch (Exception e)
{
    // 6. the server
    Console.WriteLine($"stopped: {e.Message}");
}
finally
{
    // 7. close
    server.Close();
}

void Serve(Socket client)
{
    // 5b. receive
    client.ReceiveTimeout = timeoutSeconds * 1000;
    var segment = new ArraySegment<byte>(new byte[1024]);
    int count = client.Receive(segment);

    // 5c. show
    foreach (var letter in Encoding.UTF8.GetString(segment[..count]))
        Console.Write(letter);
    Console.WriteLine();

    // 5d. send back; 5e. closed by using
    client.Send([segment[..count]]);
}
