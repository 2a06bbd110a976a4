// right: Dns.GetHostEntry and a try for each address, as in the old samples; sends and receives in functions
using System;
using System.Net;
using System.Net.Sockets;
using System.Text;

public class GetSocket
{
    // 1. and 3. create a socket and connect it to the first address that answers
    private static Socket ConnectSocket(string server, int port, int timeout)
    {
        SocketException last = null;
        IPHostEntry hostEntry = Dns.GetHostEntry(server);
        foreach (IPAddress address in hostEntry.AddressList)
        {
            IPEndPoint ipe = new IPEndPoint(address, port);
            Socket tempSocket = new Socket(ipe.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            // 2. the timeout
            tempSocket.ReceiveTimeout = timeout * 1000;
            try
            {
                tempSocket.Connect(ipe);
                return tempSocket;
            }
            catch (SocketException e)
            {
                tempSocket.Close();
                last = e;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    // 4., 5. and 6. send, receive, decode
    private static string SocketSendReceive(Socket s, string message)
    {
        Byte[] bytesSent = Encoding.UTF8.GetBytes(message);
        Byte[] bytesReceived = new Byte[256];
        s.Send(bytesSent, bytesSent.Length, 0);
        int bytes = s.Receive(bytesReceived, bytesReceived.Length, 0);
        return Encoding.UTF8.GetString(bytesReceived, 0, bytes);
    }

    public static void Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        string message = args.Length > 2 ? args[2] : "Hello, server!";
        int timeout = args.Length > 3 ? int.Parse(args[3]) : 300;

        Socket s = null;
        try
        {
            s = ConnectSocket(host, port, timeout);
            string result = SocketSendReceive(s, message);
            Console.WriteLine(result);
        }
        catch (SocketException e)
        {
            // 7. the timeout and the rest
            Console.WriteLine("SocketException caught!!!");
            Console.WriteLine("Source : " + e.Source);
            Console.WriteLine("Message : " + e.Message);
        }
        catch (Exception e)
        {
            Console.WriteLine("Exception caught!!!");
            Console.WriteLine("Message : " + e.Message);
        }
        finally
        {
            // 8. close
            if (s != null)
                s.Close();
        }
    }
}
