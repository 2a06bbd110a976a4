// right: the file has a BOM and CRLF line ends; IPEndPoint and IPAddress.Parse
using System;
using System.Net;
using System.Net.Sockets;
using System.Text;

class Program
{
    static void Main(string[] args)
    {
        string host = "127.0.0.1";
        int port = 9000;
        string message = "Hello, server!";
        int timeout = 300;
        if (args.Length > 0)
            host = args[0];
        if (args.Length > 1)
            port = int.Parse(args[1]);
        if (args.Length > 2)
            message = args[2];
        if (args.Length > 3)
            timeout = int.Parse(args[3]);

        Socket sock = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            sock.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout, timeout * 1000);
            IPEndPoint server = new IPEndPoint(IPAddress.Parse(host), port);
            sock.Connect(server);

            sock.Send(Encoding.UTF8.GetBytes(message));

            byte[] buffer = new byte[1024];
            int received = sock.Receive(buffer);
            string reply = Encoding.UTF8.GetString(buffer, 0, received);
            Console.WriteLine("Server said: \"{0}\"", reply);
        }
        catch (FormatException)
        {
            Console.WriteLine("'{0}' is not an IP address", host);
        }
        catch (SocketException ex)
        {
            if (ex.SocketErrorCode == SocketError.TimedOut)
                Console.WriteLine("Timeout!");
            else
                Console.WriteLine("SocketException: {0}", ex);
        }
        finally
        {
            sock.Close();
        }
    }
}
