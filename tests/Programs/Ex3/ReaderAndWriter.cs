// right: two threads for each client, one reads and one writes, with a Channel between them; Task.WhenAny
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

// 1. and 2. create, and the address
var listener = new TcpListener(IPAddress.Parse(host), port);
try
{
    // 4. listen
    listener.Start(64);

    // 5. loop
    while (true)
    {
        try
        {
            // 5a. accept; 3. or give up
            Task<Socket> accepting = listener.AcceptSocketAsync();
            if (await Task.WhenAny(accepting, Task.Delay(timeoutSeconds * 1000)) != accepting)
                break;
            // 5b. start the two threads
            new Session(await accepting).Start();
        }
        catch (SocketException e)
        {
            Console.Error.WriteLine(e.Message);
        }
    }
    Console.Error.WriteLine($"Timeout of {timeoutSeconds} s");
}
catch (Exception e)
{
    // 7. in the loop
    Console.Error.WriteLine($"{e.GetType()}: {e.Message}");
    Environment.ExitCode = 1;
}
finally
{
    // 8. close
    listener.Stop();
}

// 6. one client
internal sealed class Session(Socket client)
{
    private readonly Channel<byte[]> channel = Channel.CreateUnbounded<byte[]>();

    public void Start()
    {
        new Thread(Read) { IsBackground = true, Name = "reader" }.Start();
        new Thread(Write) { IsBackground = true, Name = "writer" }.Start();
    }

    private void Read()
    {
        try
        {
            var buffer = new byte[1024];
            // 6a. receive
            while (client.Receive(buffer) is > 0 and var count)
            {
                // 6b. show
                Console.WriteLine($"<< {Encoding.UTF8.GetString(buffer, 0, count)}");
                channel.Writer.TryWrite(buffer[..count]);
            }
        }
        // 7. in the reading thread
        catch (Exception e)
        {
            Console.Error.WriteLine($"reader: {e.Message}");
        }
        channel.Writer.Complete();
    }

    private void Write()
    {
        try
        {
            // 6c. send back
            while (channel.Reader.WaitToReadAsync().AsTask().Result)
            {
                while (channel.Reader.TryRead(out var bytes))
                    client.Send(bytes);
            }
        }
        // 7. in the writing thread
        catch (Exception e)
        {
            Console.Error.WriteLine($"writer: {e.Message}");
        }
        finally
        {
            // 6d. close
            client.Close();
        }
    }
}
