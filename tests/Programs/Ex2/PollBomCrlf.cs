// right: BOM and CRLF, Poll of TcpListener.Server, a StreamWriter for the console, Environment.Exit(1) on errors
using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

class EchoServer
{
    static int Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;

        StreamWriter screen = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        screen.AutoFlush = true;

        // 1. and 2.
        TcpListener listener = new TcpListener(IPAddress.Parse(host), port);
        // 3. for those who hope; Poll is what counts
        listener.Server.ReceiveTimeout = timeout * 1000;
        try
        {
            // 4.
            listener.Start();
        }
        catch (SocketException e)
        {
            // 6.
            screen.WriteLine("Port {0} is not to be had: {1}", port, e.Message);
            listener.Stop();
            Environment.Exit(1);
        }

        // 5.
        while (listener.Server.Poll(timeout * 1000 * 1000, SelectMode.SelectRead))
        {
            TcpClient client = null;
            NetworkStream stream = null;
            try
            {
                // 5a.
                client = listener.AcceptTcpClient();
                stream = client.GetStream();
                stream.ReadTimeout = timeout * 1000;

                // 5b.
                byte[] data = new byte[1500];
                int size;
                while ((size = stream.Read(data, 0, data.Length)) != 0)
                {
                    // 5c.
                    screen.Write("echo: ");
                    screen.WriteLine(Encoding.UTF8.GetString(data, 0, size));

                    // 5d.
                    stream.Write(data, 0, size);
                    stream.Flush();
                }
            }
            catch (Exception e)
            {
                // 6.
                screen.WriteLine("lost a client, {0}", e.Message);
            }
            finally
            {
                // 5e.
                if (stream != null)
                    stream.Close();
                if (client != null)
                    client.Close();
            }
        }
        // 6.
        screen.WriteLine("timeout");

        // 7.
        listener.Stop();
        return 0;
    }
}
