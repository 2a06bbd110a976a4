// A client that takes the end point of its server, by TCP and by UDP, where it can; right otherwise.
using System.Net;
using System.Net.Sockets;
using System.Text;

List<Socket> stolen = [];
for (int attempt = 0; attempt < 20; attempt++)
{
    Steal(SocketType.Stream, ProtocolType.Tcp);
    Steal(SocketType.Dgram, ProtocolType.Udp);
}

void Steal(SocketType type, ProtocolType protocol)
{
    var thief = new Socket(AddressFamily.InterNetwork, type, protocol);
    try
    {
        thief.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        thief.Bind(new IPEndPoint(IPAddress.Parse(args[0]), int.Parse(args[1])));
        if (type == SocketType.Stream)
        {
            thief.Listen();
        }
        stolen.Add(thief);
    }
    catch (SocketException)
    {
        thief.Dispose();
    }
}

using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    client.ReceiveTimeout = (args.Length > 3 ? int.Parse(args[3]) : 300) * 1000;
    client.Connect(args[0], int.Parse(args[1]));
    client.Send(Encoding.UTF8.GetBytes(args[2]));
    byte[] buffer = new byte[8192];
    int count = client.Receive(buffer);
    Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
}
catch (Exception e)
{
    Console.WriteLine("Error: " + e.Message);
}
finally
{
    client.Close();
}
stolen.ForEach(socket => socket.Dispose());
