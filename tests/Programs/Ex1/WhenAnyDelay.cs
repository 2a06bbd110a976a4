// right: Task.WhenAny of the receive and a delay, one clock for the connection and one for the reply
using System.Net.Sockets;
using System.Text;

class Ex1
{
    static async Task<int> Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        string message = args.Length > 2 ? args[2] : "Hello, server!";
        int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

        // 1. create
        TcpClient client = new TcpClient();
        try
        {
            // 2. and 3. connect within the timeout
            if (!await InTime(client.ConnectAsync(host, port), timeoutSeconds))
                return Fail("The server does not answer the call");

            // 4. send
            NetworkStream stream = client.GetStream();
            byte[] data = Encoding.UTF8.GetBytes(message);
            await stream.WriteAsync(data, 0, data.Length);
            await stream.FlushAsync();

            // 5. receive within the timeout
            byte[] reply = new byte[1024];
            Task<int> reading = stream.ReadAsync(reply, 0, reply.Length);
            if (!await InTime(reading, timeoutSeconds))
                return Fail("The server is silent");

            // 6. show
            int n = reading.Result;
            await Console.Out.WriteLineAsync("answer -> " + Encoding.UTF8.GetString(reply, 0, n) + " <-");
            return 0;
        }
        // 7. exceptions
        catch (SocketException e)
        {
            return Fail("Network: " + e.Message);
        }
        catch (IOException e)
        {
            return Fail("Connection lost: " + e.Message);
        }
        finally
        {
            // 8. close
            client.Dispose();
        }
    }

    static async Task<bool> InTime(Task work, int seconds)
    {
        Task first = await Task.WhenAny(work, Task.Delay(seconds * 1000));
        if (first != work)
            return false;
        await work; // throws what went wrong
        return true;
    }

    static int Fail(string why)
    {
        Console.WriteLine(why);
        return 42;
    }
}
