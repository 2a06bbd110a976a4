// right: SocketAsyncEventArgs for the accept, an AutoResetEvent for the timeout, echoes until the client closes
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Exercise2;

internal static class Program
{
    private static readonly AutoResetEvent Arrived = new(false);

    private static int Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

        // 1. the server's socket
        Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // 2. bind
            server.Bind(new IPEndPoint(IPAddress.Parse(host), port));

            // 3. the timeout is the one of the event's WaitOne
            TimeSpan timeout = TimeSpan.FromSeconds(timeoutSeconds);

            // 4. listen
            server.Listen(1);

            // 5. for ever
            while (true)
            {
                // 5a. accept
                SocketAsyncEventArgs accepting = new();
                accepting.Completed += (_, _) => Arrived.Set();
                if (server.AcceptAsync(accepting) && !Arrived.WaitOne(timeout))
                    throw new TimeoutException("nobody came");
                if (accepting.SocketError == SocketError.Success)
                    Serve(accepting.AcceptSocket!, timeoutSeconds);
                else
                    Console.WriteLine($"no client after all: {accepting.SocketError}");
            }
        }
        // 6. the server's own problems
        catch (TimeoutException e)
        {
            Console.WriteLine($"Timeout: {e.Message}");
            return 0;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
        finally
        {
            // 7. close
            server.Close();
        }
    }

    private static void Serve(Socket client, int timeoutSeconds)
    {
        try
        {
            client.ReceiveTimeout = timeoutSeconds * 1000;
            client.SendTimeout = timeoutSeconds * 1000;
            byte[] buffer = new byte[1024];

            // 5b. receive
            for (int n = client.Receive(buffer); n > 0; n = client.Receive(buffer))
            {
                // 5c. show
                Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, n).TrimEnd('\r', '\n'));

                // 5d. send back
                for (int sent = 0; sent < n; )
                    sent += client.Send(buffer, sent, n - sent, SocketFlags.None);
            }
        }
        // 6. this client's problems
        catch (SocketException e)
        {
            Console.Error.WriteLine($"client: {e.SocketErrorCode}");
        }
        finally
        {
            // 5e. close
            client.Close();
        }
    }
}
