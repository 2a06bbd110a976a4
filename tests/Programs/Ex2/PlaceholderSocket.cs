// right: the client's variable holds a socket that nobody needs, until Accept gives the real one
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
        {
            throw new TimeoutException("nobody came");
        }
        Socket client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            client = server.Accept();
            byte[] buffer = new byte[1024];
            int count = client.Receive(buffer);
            Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
            client.Send(buffer, count, SocketFlags.None);
        }
        catch (SocketException e)
        {
            Console.WriteLine("client: " + e.Message);
        }
        finally
        {
            client.Close();
        }
    }
}
catch (Exception e)
{
    Console.WriteLine("server: " + e.Message);
}
finally
{
    server.Close();
}
