// right: AcceptTcpClientAsync().WaitAsync(time), joins its threads at the end
using System.Net;
using System.Net.Sockets;
using System.Text;

class Program
{
    static async Task Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

        var threads = new List<Thread>();
        var listener = new TcpListener(IPAddress.Parse(host), port);
        try
        {
            listener.Start();
            while (true)
            {
                try
                {
                    var time = TimeSpan.FromSeconds(timeout);
                    var client = await listener.AcceptTcpClientAsync().WaitAsync(time);
                    client.ReceiveTimeout = timeout * 1000;
                    var thread = new Thread(() => Talk(client));
                    threads.Add(thread);
                    thread.Start();
                }
                catch (SocketException e)
                {
                    Console.WriteLine("One client lost: " + e.Message);
                }
            }
        }
        catch (TimeoutException)
        {
            Console.WriteLine("Timeout. Waiting for the last clients...");
        }
        catch (SocketException e)
        {
            Console.WriteLine("Could not listen: " + e.Message);
        }
        finally
        {
            listener.Stop();
        }
        threads.ForEach(t => t.Join());
    }

    static void Talk(TcpClient client)
    {
        try
        {
            Stream stream = client.GetStream();
            byte[] bytes = new byte[1024];
            int n = stream.Read(bytes);
            Console.WriteLine($"{n} bytes, as text: {Encoding.UTF8.GetString(bytes, 0, n)}");
            stream.Write(bytes, 0, n);
        }
        catch (IOException e)
        {
            Console.WriteLine(e.Message);
        }
        finally
        {
            client.Dispose();
        }
    }
}
