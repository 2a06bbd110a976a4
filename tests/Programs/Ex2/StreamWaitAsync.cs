// right: async Main, AcceptTcpClientAsync().WaitAsync(time), reads until the client closes
using System.Net;
using System.Net.Sockets;
using System.Text;

internal static class EchoServer
{
    public static async Task<int> Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        TimeSpan limit = TimeSpan.FromSeconds(args.Length > 2 ? int.Parse(args[2]) : 300);

        using var listener = new TcpListener(IPAddress.Parse(host), port);
        try
        {
            listener.Start();
            while (true)
            {
                try
                {
                    await ServeAsync(await listener.AcceptTcpClientAsync().WaitAsync(limit), limit);
                }
                catch (SocketException e)
                {
                    Console.WriteLine($"[accept] {e.Message}");
                }
            }
        }
        catch (TimeoutException)
        {
            Console.WriteLine($"Waited {limit} for a client.");
            return 0;
        }
        catch (SocketException e)
        {
            Console.WriteLine($"Socket error: {e.Message}");
            return 2;
        }
    }

    private static async Task ServeAsync(TcpClient client, TimeSpan limit)
    {
        using (client)
        {
            try
            {
                await using NetworkStream stream = client.GetStream();
                byte[] buffer = new byte[512];
                int n;
                while ((n = await stream.ReadAsync(buffer).AsTask().WaitAsync(limit)) != 0)
                {
                    Console.Write(Encoding.UTF8.GetString(buffer, 0, n));
                    await stream.WriteAsync(buffer.AsMemory(0, n));
                }
            }
            catch (Exception e)
            {
                Console.WriteLine($"[{e.GetType().Name}] {e.Message}");
            }
        }
    }
}
