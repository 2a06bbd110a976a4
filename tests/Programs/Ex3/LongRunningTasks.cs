// right: Task.Factory.StartNew with LongRunning, Poll in microseconds, a lock around the console
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

object console = new();

// 1. create
Socket server = new(SocketType.Stream, ProtocolType.Tcp);
try
{
    // 2. bind
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));

    // 3. the timeout of each Poll
    int microseconds = timeoutSeconds * 1_000_000;

    // 4. listen
    server.Listen(100);
    Say("listening");

    // 5. loop
    while (true)
    {
        if (!server.Poll(microseconds, SelectMode.SelectRead))
            throw new TimeoutException($"no client in {timeoutSeconds} s");
        Socket client;
        try
        {
            // 5a. accept
            client = server.Accept();
        }
        catch (SocketException e)
        {
            Say($"accept: {e.Message}");
            continue;
        }
        // 5b. a long-running task has a thread of its own
        Task.Factory.StartNew(() => Serve(client), TaskCreationOptions.LongRunning);
    }
}
// 7. in the loop
catch (Exception e)
{
    Say($"stop: {e.Message}");
}
finally
{
    // 8. close
    server.Close();
}

// 6. one client
void Serve(Socket client)
{
    try
    {
        client.ReceiveTimeout = timeoutSeconds * 1000;
        byte[] buffer = new byte[1024];
        while (true)
        {
            // 6a. receive
            int count = client.Receive(buffer);
            if (count == 0)
                break;

            // 6b. show
            Say($"{client.RemoteEndPoint}: {Encoding.UTF8.GetString(buffer, 0, count)}");

            // 6c. send back
            for (int sent = 0; sent < count; )
                sent += client.Send(buffer, sent, count - sent, SocketFlags.None);
        }
    }
    // 7. in the task
    catch (Exception e)
    {
        Say($"client lost: {e.Message}");
    }
    finally
    {
        // 6d. close
        client.Close();
    }
}

void Say(string text)
{
    lock (console)
        Console.WriteLine($"{DateTime.Now:HH:mm:ss.fff} [{Environment.CurrentManagedThreadId}] {text}");
}
