// Checks with the well-known Poll+Available idiom whether the client is still there before it answers
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

Socket server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen(10);
    while (true)
    {
        if (!server.Poll(TimeSpan.FromSeconds(timeoutSeconds), SelectMode.SelectRead))
            throw new TimeoutException("No client came in time");
        Socket client = server.Accept();
        client.ReceiveTimeout = timeoutSeconds * 1000;
        new Thread(Serve).Start(client);
    }
}
catch (Exception e)
{
    Console.WriteLine("Server: " + e.Message);
}
finally
{
    server.Close();
}

static void Serve(object? o)
{
    Socket client = (Socket)o!;
    try
    {
        byte[] buffer = new byte[2048];
        int n = client.Receive(buffer);
        Console.WriteLine("Received: " + Encoding.UTF8.GetString(buffer, 0, n));
        if (IsConnected(client))
            client.Send(buffer, n, SocketFlags.None);
    }
    catch (Exception e)
    {
        Console.WriteLine("Client: " + e.Message);
    }
    finally
    {
        client.Close();
    }
}

static bool IsConnected(Socket socket) => !(socket.Poll(1000, SelectMode.SelectRead) && socket.Available == 0);
