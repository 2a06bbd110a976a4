// Echoes while it receives, keeps what came, decodes and shows the whole message when the client has finished
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
        if (!listener.Server.Poll(timeoutSeconds * 1_000_000, SelectMode.SelectRead))
        {
            Console.WriteLine("Se acabó el tiempo de espera");
            break;
        }
        using Socket socket = listener.AcceptSocket();
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true) { ReadTimeout = timeoutSeconds * 1000 };
            using var whole = new MemoryStream();
            byte[] buffer = new byte[1024];
            int n;
            while ((n = stream.Read(buffer, 0, buffer.Length)) > 0)
            {
                stream.Write(buffer, 0, n);
                whole.Write(buffer, 0, n);
            }
            // only now is it certain that no character is cut in two
            Console.WriteLine("Mensaje: " + Encoding.UTF8.GetString(whole.ToArray()));
        }
        catch (IOException e)
        {
            Console.WriteLine("Cliente perdido: " + e.Message);
        }
    }
}
catch (SocketException e)
{
    Console.WriteLine("Error: " + e.Message);
}
finally
{
    listener.Stop();
}
