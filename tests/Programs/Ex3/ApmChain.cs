// right: callbacks of BeginAccept, BeginReceive and BeginSend, main waits for an AutoResetEvent with a time
using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

public class AsynchronousServer
{
    private class StateObject
    {
        public Socket WorkSocket;
        public byte[] Buffer = new byte[1024];
    }

    private static readonly AutoResetEvent allDone = new AutoResetEvent(false);

    public static int Main(string[] args)
    {
        string host = args.Length > 0 ? args[0] : "127.0.0.1";
        int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
        int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

        // 1. create
        Socket listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // 2. bind
            listener.Bind(new IPEndPoint(IPAddress.Parse(host), port));
            // 4. listen
            listener.Listen(100);
            // 5. loop
            while (true)
            {
                Console.WriteLine("Waiting for a connection...");
                // 5a. and 5b. accept, the callback runs in another thread
                listener.BeginAccept(AcceptCallback, listener);
                // 3. the timeout
                if (!allDone.WaitOne(timeoutSeconds * 1000))
                {
                    Console.WriteLine("Timeout waiting for a connection.");
                    break;
                }
            }
        }
        catch (Exception e)
        {
            // 7. in the loop
            Console.WriteLine(e.ToString());
        }
        finally
        {
            // 8. close
            listener.Close();
        }
        return 0;
    }

    private static void AcceptCallback(IAsyncResult ar)
    {
        try
        {
            Socket listener = (Socket)ar.AsyncState;
            StateObject state = new StateObject { WorkSocket = listener.EndAccept(ar) };
            allDone.Set();
            state.WorkSocket.BeginReceive(state.Buffer, 0, state.Buffer.Length, SocketFlags.None, ReadCallback, state);
        }
        catch (ObjectDisposedException)
        {
            // the listener has been closed
        }
        catch (SocketException e)
        {
            // 7. the client was gone too soon
            Console.WriteLine("Accept: {0}", e.Message);
            allDone.Set();
        }
    }

    // 6. one client
    private static void ReadCallback(IAsyncResult ar)
    {
        StateObject state = (StateObject)ar.AsyncState;
        try
        {
            // 6a. receive
            int bytesRead = state.WorkSocket.EndReceive(ar);
            // 6b. show
            string content = Encoding.UTF8.GetString(state.Buffer, 0, bytesRead);
            Console.WriteLine("Read {0} bytes from socket.\n Data : {1}", bytesRead, content);
            // 6c. send back
            state.WorkSocket.BeginSend(state.Buffer, 0, bytesRead, SocketFlags.None, SendCallback, state);
        }
        catch (Exception e)
        {
            // 7. in the thread
            Console.WriteLine("Read: {0}", e.Message);
            state.WorkSocket.Close();
        }
    }

    private static void SendCallback(IAsyncResult ar)
    {
        Socket handler = ((StateObject)ar.AsyncState).WorkSocket;
        try
        {
            int bytesSent = handler.EndSend(ar);
            Console.WriteLine("Sent {0} bytes to client.", bytesSent);
            handler.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e)
        {
            // 7. in the thread
            Console.WriteLine("Send: {0}", e.Message);
        }
        finally
        {
            // 6d. close
            handler.Close();
        }
    }
}
