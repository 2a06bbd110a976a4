// right: BeginAccept, WaitOne(timeout), EndAccept; sends in a loop; Shutdown before Close
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length < 1 ? "127.0.0.1" : args[0];
int port = args.Length < 2 ? 9000 : int.Parse(args[1]);
int timeout = args.Length < 3 ? 300 : int.Parse(args[2]);

Socket? server = null;
try
{
    var endPoint = new IPEndPoint(IPAddress.Parse(host), port);
    server = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
    server.Bind(endPoint);
    server.Listen(100);

    while (true)
    {
        IAsyncResult accepting = server.BeginAccept(null, null);
        if (!accepting.AsyncWaitHandle.WaitOne(timeout * 1000))
        {
            Console.WriteLine($"{timeout} seconds without clients: the end");
            return;
        }

        try
        {
            using Socket client = server.EndAccept(accepting);
            Serve(client);
        }
        catch (SocketException e)
        {
            Console.WriteLine("(client gone: " + e.Message + ")");
        }
    }
}
catch (Exception e)
{
    Console.WriteLine(e.GetType().Name + ": " + e.Message);
}
finally
{
    server?.Dispose();
}

static void Serve(Socket client)
{
    byte[] buffer = new byte[8192];
    int received = client.Receive(buffer);
    Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, received));

    int sent = 0;
    while (sent < received)
        sent += client.Send(buffer, sent, received - sent, SocketFlags.None);
    client.Shutdown(SocketShutdown.Both);
}
