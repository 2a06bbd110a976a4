// right: a new TcpClient, of which nobody needs the socket, before AcceptTcpClient gives the real one
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

TcpListener listener = new TcpListener(IPAddress.Parse(host), port);
try
{
    listener.Start();
    while (true)
    {
        if (!listener.Server.Poll(TimeSpan.FromSeconds(timeoutSeconds), SelectMode.SelectRead))
        {
            throw new TimeoutException("nobody came");
        }
        TcpClient client = new TcpClient();
        client = listener.AcceptTcpClient();
        Thread thread = new Thread(() => Serve(client));
        thread.Start();
    }
}
catch (Exception e)
{
    Console.WriteLine("server: " + e.Message);
}
finally
{
    listener.Stop();
}

void Serve(TcpClient client)
{
    try
    {
        NetworkStream stream = client.GetStream();
        stream.ReadTimeout = timeoutSeconds * 1000;
        byte[] buffer = new byte[1024];
        int count = stream.Read(buffer, 0, buffer.Length);
        Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
        stream.Write(buffer, 0, count);
    }
    catch (Exception e)
    {
        Console.WriteLine("client: " + e.Message);
    }
    finally
    {
        client.Close();
    }
}
