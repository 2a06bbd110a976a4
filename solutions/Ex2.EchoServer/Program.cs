using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

Socket? server = null;
try
{
    // 1. Create a connection-oriented socket
    // The address says whether the socket speaks IPv4 or IPv6.
    IPAddress address = IPAddress.Parse(host);
    server = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

    // 2. Bind it to the address and port
    server.Bind(new IPEndPoint(address, port));

    // 3. Set a timeout of 300 seconds
    // ReceiveTimeout bounds Receive, not Accept: set on this socket it would do nothing at all.
    // So step 5a waits with Poll, and ReceiveTimeout is for the client's socket in step 5b.
    TimeSpan timeout = TimeSpan.FromSeconds(timeoutSeconds);

    // 4. Listen
    server.Listen();
    Console.WriteLine($"Listening on {server.LocalEndPoint}");

    // 5. Loop for ever
    while (true)
    {
        // 5a. Accept a client
        // A listening socket is "readable" when a client is waiting to be accepted.
        if (!server.Poll(timeout, SelectMode.SelectRead))
        {
            throw new TimeoutException($"No client came for {timeoutSeconds} s.");
        }

        Socket? client = null;
        try
        {
            client = server.Accept();

            // 5b. Receive the message from the client's socket
            // TCP has no borders between messages: take what comes, until the client closes (0).
            client.ReceiveTimeout = timeoutSeconds * 1000;
            client.SendTimeout = timeoutSeconds * 1000;
            byte[] buffer = new byte[4096];
            char[] text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
            Decoder decoder = Encoding.UTF8.GetDecoder();
            int count;
            while ((count = client.Receive(buffer)) > 0)
            {
                // 5c. Show the message
                // A decoder remembers the first half of a character that was cut in two.
                int length = decoder.GetChars(buffer, 0, count, text, 0);
                Console.Write(text, 0, length);

                // 5d. Send the same message back
                // The bytes as they came: decoding and encoding again would change invalid UTF-8.
                for (int sent = 0; sent < count; )
                {
                    sent += client.Send(buffer.AsSpan(sent, count - sent));
                }
            }
            Console.WriteLine();
        }
        catch (SocketException e)
        {
            // Caught inside the loop: a client that resets or stays silent ends alone.
            Console.Error.WriteLine($"Client lost: {e.Message}");
        }
        finally
        {
            // 5e. Close the client's socket
            client?.Close();
        }
    }
}
// 6. Handle the timeout exception, and any other
catch (TimeoutException e)
{
    Console.Error.WriteLine($"Timeout: {e.Message}");
}
catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
{
    Console.Error.WriteLine($"Port {port} of {host} is in use by another program.");
    Environment.ExitCode = 1;
}
catch (Exception e)
{
    Console.Error.WriteLine($"Error on {host} port {port}: {e.Message}");
    Environment.ExitCode = 1;
}
finally
{
    // 7. Close the server's socket at the end
    server?.Close();
}
