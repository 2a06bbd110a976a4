// right: Socket.Select before Accept, one Receive for each client, exit code 1 after the timeout
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;
byte[] buffer = new byte[1024];
int clients = 0;

Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen(5);
    for (; ; )
    {
        List<Socket> ready = [server];
        Socket.Select(ready, null, null, TimeSpan.FromSeconds(timeout));
        if (ready.Count == 0)
            throw new TimeoutException($"no client in {timeout} s");

        Socket? client = null;
        try
        {
            client = server.Accept();
            client.ReceiveTimeout = timeout * 1000;
            int length = client.Receive(buffer);
            if (length > 0)
            {
                string text = Encoding.UTF8.GetString(buffer, 0, length);
                Console.WriteLine($"client {++clients} ({client.RemoteEndPoint}) says: {text}");
                client.Send(buffer, length, SocketFlags.None);
            }
        }
        catch (SocketException e)
        {
            Console.WriteLine($"client lost: {e.SocketErrorCode}");
        }
        finally
        {
            client?.Close();
        }
    }
}
catch (Exception e)
{
    Console.WriteLine($"Server stops: {e.Message}");
    return 1;
}
finally
{
    server.Close();
}
