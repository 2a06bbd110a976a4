// wrong: an echo server by UDP
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

using var server = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.ReceiveTimeout = timeoutSeconds * 1000;
    var buffer = new byte[1024];
    while (true)
    {
        EndPoint client = new IPEndPoint(IPAddress.Any, 0);
        int count = server.ReceiveFrom(buffer, ref client);
        Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
        server.SendTo(buffer, count, SocketFlags.None, client);
    }
}
catch (Exception e)
{
    Console.WriteLine(e.Message);
}
