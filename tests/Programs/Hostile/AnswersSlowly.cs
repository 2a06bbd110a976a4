// A server that answers each client for ever, with one byte every 200 ms, and never with the client's own.
using System.Net;
using System.Net.Sockets;

var server = new TcpListener(IPAddress.Parse(args[0]), int.Parse(args[1]));
server.Start();
while (true)
{
    Socket client = server.AcceptSocket();
    new Thread(() => Drip(client)).Start();
}

static void Drip(Socket client)
{
    try
    {
        client.Receive(new byte[1024]);
        while (true)
        {
            client.Send("."u8);
            Thread.Sleep(200);
        }
    }
    catch (SocketException)
    {
        client.Close();
    }
}
