// right: a Timer that closes the listening socket, threads with names and small stacks, raw standard output
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

Mutex console = new();
Stream output = Console.OpenStandardOutput();
int expired = 0;
int clients = 0;

// 1. create
Socket server = new(SocketType.Stream, ProtocolType.Tcp);
Timer idle = new(_ =>
{
    Interlocked.Exchange(ref expired, 1);
    server.Close();
});
try
{
    // 2. bind
    server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));

    // 3. the timer closes the socket after that time
    // 4. listen
    server.Listen(1);

    // 5. loop
    for (; ; )
    {
        idle.Change(TimeSpan.FromSeconds(timeoutSeconds), Timeout.InfiniteTimeSpan);
        try
        {
            // 5a. accept
            Socket client = server.Accept();

            // 5b. a thread for the client
            Thread thread = new(Serve, 256 * 1024) { Name = $"client {++clients}", IsBackground = true };
            thread.Start(client);
        }
        catch (SocketException e) when (expired == 0)
        {
            Print($"accept failed: {e.SocketErrorCode}");
        }
    }
}
// 7. in the loop
catch (Exception e)
{
    Print(expired == 1 ? $"{timeoutSeconds} seconds without a client" : $"server failed: {e.Message}");
}
finally
{
    // 8. close
    idle.Dispose();
    server.Close();
}
return 42;

// 6. one client
void Serve(object? argument)
{
    using Socket client = (Socket)argument!; // 6d. closes it
    try
    {
        // 6a. receive
        Span<byte> buffer = stackalloc byte[1024];
        int count = client.Receive(buffer);

        // 6b. show
        Print($"{Thread.CurrentThread.Name}: {Encoding.UTF8.GetString(buffer[..count])}");

        // 6c. echo
        client.Send(buffer[..count]);
        client.Shutdown(SocketShutdown.Both);
    }
    // 7. in the thread
    catch (Exception e)
    {
        Print($"{Thread.CurrentThread.Name}: {e.Message}");
    }
}

void Print(string line)
{
    console.WaitOne();
    output.Write(Encoding.UTF8.GetBytes(line + "\r\n"));
    output.Flush();
    console.ReleaseMutex();
}
