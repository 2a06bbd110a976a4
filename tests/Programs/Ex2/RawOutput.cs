// right: prints by Console.OpenStandardOutput, UTF-8 console, Poll in a loop of short waits, static local functions
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

Console.OutputEncoding = Encoding.UTF8;
using Stream output = Console.OpenStandardOutput();

// 1. create
Socket server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    // 2. bind
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));

    // 3. the timeout for the clients' sockets and for the wait
    int milliseconds = timeoutSeconds * 1000;

    // 4. listen
    server.Listen();

    // 5. loop
    while (true)
    {
        Await(server, milliseconds);

        // 5a. accept
        Socket? client = null;
        try
        {
            client = server.Accept();
            client.ReceiveTimeout = milliseconds;
            Echo(client, output);
        }
        catch (SocketException e)
        {
            // 6. this client failed
            Say(output, $"! client: {e.Message}");
        }
        finally
        {
            // 5e. close
            client?.Dispose();
        }
    }
}
// 6. the server failed, or nobody came
catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
{
    Say(output, "! time is up");
}
catch (Exception e)
{
    Say(output, $"! server: {e.Message}");
}
finally
{
    // 7. close
    server.Dispose();
    Say(output, "! closed");
}

static void Await(Socket server, int milliseconds)
{
    long end = Environment.TickCount64 + milliseconds;
    while (!server.Poll(100_000, SelectMode.SelectRead))
    {
        if (Environment.TickCount64 >= end)
            throw new SocketException((int)SocketError.TimedOut);
    }
}

static void Echo(Socket client, Stream output)
{
    // 5b. receive
    byte[] buffer = new byte[1024];
    int count = client.Receive(buffer);
    if (count == 0)
        return;

    // 5c. show
    string text = Encoding.UTF8.GetString(buffer, 0, count);
    Say(output, $"> {text}");

    // 5d. echo
    client.Send(buffer, count, SocketFlags.None);
}

static void Say(Stream output, string text)
{
    output.Write(Encoding.UTF8.GetBytes(text + "\n"));
    output.Flush();
}
