// right: a Server class, Begin and End for the accept, the receive and the send, log on stderr under a lock
using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace Echo
{
    public class Server : IDisposable
    {
        // 1. create
        private readonly Socket _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly ManualResetEvent _free = new ManualResetEvent(true);
        private readonly int _timeout;

        // 2. bind, 3. keep the timeout, 4. listen
        public Server(IPEndPoint endPoint, int timeoutSeconds)
        {
            _timeout = timeoutSeconds * 1000;
            try
            {
                _socket.Bind(endPoint);
                _socket.Listen(10);
            }
            catch
            {
                _socket.Close();
                throw;
            }
        }

        // 5. loop
        public void Run()
        {
            while (true)
            {
                // 5a. accept
                IAsyncResult accepting = _socket.BeginAccept(null, null);
                if (!accepting.AsyncWaitHandle.WaitOne(_timeout, false))
                    throw new TimeoutException("No client came in time.");
                _free.Reset();
                try
                {
                    Session session = new Session(_socket.EndAccept(accepting), _free);
                    session.Receive();
                }
                catch (SocketException e)
                {
                    Log.Write("accept: " + e.Message);
                    _free.Set();
                }
                _free.WaitOne();
            }
        }

        // 7. close
        public void Dispose()
        {
            _socket.Close();
        }
    }

    // One client: 5b. to 5e., and its part of 6.
    public class Session
    {
        private readonly Socket _client;
        private readonly ManualResetEvent _over;
        private readonly byte[] _buffer = new byte[1024];

        public Session(Socket client, ManualResetEvent over)
        {
            _client = client;
            _over = over;
        }

        public void Receive()
        {
            try
            {
                _client.BeginReceive(_buffer, 0, _buffer.Length, SocketFlags.None, Received, null);
            }
            catch (Exception e)
            {
                Close(e.Message);
            }
        }

        private void Received(IAsyncResult result)
        {
            try
            {
                int count = _client.EndReceive(result);
                if (count == 0)
                {
                    Close("client said good bye");
                    return;
                }
                Console.WriteLine(Encoding.UTF8.GetString(_buffer, 0, count));
                _client.BeginSend(_buffer, 0, count, SocketFlags.None, Sent, null);
            }
            catch (Exception e)
            {
                Close(e.Message);
            }
        }

        private void Sent(IAsyncResult result)
        {
            try
            {
                _client.EndSend(result);
                Receive();
            }
            catch (Exception e)
            {
                Close(e.Message);
            }
        }

        private void Close(string why)
        {
            Log.Write(why);
            _client.Close();
            _over.Set();
        }
    }

    public static class Log
    {
        private static readonly object Gate = new object();

        public static void Write(string text)
        {
            lock (Gate)
            {
                Console.Error.WriteLine("[{0:HH:mm:ss}] {1}", DateTime.Now, text);
            }
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            string host = args.Length > 0 ? args[0] : "127.0.0.1";
            int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
            int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;
            try
            {
                using (Server server = new Server(new IPEndPoint(IPAddress.Parse(host), port), timeoutSeconds))
                {
                    server.Run();
                }
            }
            // 6. the server's part
            catch (Exception e)
            {
                Log.Write("server stops: " + e.Message);
            }
        }
    }
}
