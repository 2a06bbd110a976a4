// right: a Timer that stops the listener, a blocking accept that is broken off by it, exit code 42
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

bool nobodyCame = false;
TcpListener? listener = null;
Timer? watchdog = null;
try
{
    // 1. and 2. socket and address
    listener = new TcpListener(IPAddress.Parse(host), port);

    // 3. the watchdog closes the socket when its time has come
    watchdog = new Timer(_ =>
    {
        Volatile.Write(ref nobodyCame, true);
        listener.Stop();
    });

    // 4. listen
    listener.Start(3);

    // 5. loop
    while (true)
    {
        // 5a. accept while the watchdog is awake
        watchdog.Change(timeoutSeconds * 1000, Timeout.Infinite);
        TcpClient client;
        try
        {
            client = listener.AcceptTcpClient();
        }
        catch (SocketException e) when (!Volatile.Read(ref nobodyCame))
        {
            Console.WriteLine("accept: " + e.Message);
            continue;
        }
        watchdog.Change(Timeout.Infinite, Timeout.Infinite);

        try
        {
            // 5b. receive
            NetworkStream stream = client.GetStream();
            byte[] message = new byte[1024];
            int length = stream.Read(message, 0, message.Length);

            // 5c. show
            Console.WriteLine("{0} -> {1}", client.Client.RemoteEndPoint, Encoding.UTF8.GetString(message, 0, length));

            // 5d. echo
            stream.Write(message, 0, length);
        }
        catch (IOException e)
        {
            // 6. one client's error
            Console.WriteLine("client error: " + e.Message);
        }
        finally
        {
            // 5e. close the client
            client.Close();
        }
    }
}
// 6. the end of waiting, and errors of the server
catch (Exception) when (Volatile.Read(ref nobodyCame))
{
    Console.WriteLine("Nobody came in " + timeoutSeconds + " seconds");
}
catch (Exception e)
{
    Console.WriteLine("The server cannot go on: " + e.Message);
}
finally
{
    // 7. close the server
    watchdog?.Dispose();
    listener?.Stop();
}
Environment.Exit(42);
