using System.Net;
using System.Net.Sockets;
using System.Text;

// Reads and shows 16 bytes at a time, each piece on a line of its own, like the practical's own server.
string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

using Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen(1);
    while (server.Poll(timeoutSeconds * 1_000_000, SelectMode.SelectRead))
    {
        using Socket client = server.Accept();
        try
        {
            client.ReceiveTimeout = timeoutSeconds * 1000;
            byte[] piece = new byte[16];
            int count;
            while ((count = client.Receive(piece)) > 0)
            {
                Console.WriteLine($"Recibido: {Encoding.UTF8.GetString(piece, 0, count)}");
                client.Send(piece, count, SocketFlags.None);
            }
            Console.WriteLine("No hay más");
        }
        catch (SocketException error)
        {
            Console.WriteLine($"Cliente perdido: {error.SocketErrorCode}");
        }
    }
    Console.WriteLine($"{timeoutSeconds} segundos sin clientes");
}
catch (SocketException error)
{
    Console.WriteLine($"No se puede: {error.Message}");
}
