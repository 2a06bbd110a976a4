// right: an accepting thread, main is a watchdog with Monitor.Wait, Environment.Exit ends foreground threads
using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace Ex3
{
    class Program
    {
        static readonly object gate = new object();
        static long lastClient = Environment.TickCount64;
        static bool broken;

        static void Main(string[] args)
        {
            string host = args.Length > 0 ? args[0] : "127.0.0.1";
            int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
            int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

            int code = 0;
            TcpListener listener = null;
            try
            {
                // 1. and 2. create and bind, 4. listen
                listener = new TcpListener(IPAddress.Parse(host), port);
                listener.Server.ExclusiveAddressUse = true;
                listener.Start();
                lastClient = Environment.TickCount64;

                // 5. the loop has a thread of its own
                new Thread(() => AcceptClients(listener)) { Name = "acceptor" }.Start();

                // 3. wait until nobody has come for that time
                lock (gate)
                {
                    long left;
                    while (!broken && (left = lastClient + timeoutSeconds * 1000L - Environment.TickCount64) > 0)
                        Monitor.Wait(gate, (int)left + 1);
                }
                Console.WriteLine(broken ? "The acceptor has failed" : "Time out");
            }
            catch (Exception e)
            {
                // 7. in the main thread
                Console.WriteLine("Cannot serve: {0}", e.Message);
                code = 1;
            }
            finally
            {
                // 8. close
                if (listener != null)
                    listener.Stop();
            }
            Environment.Exit(code);
        }

        static void AcceptClients(TcpListener listener)
        {
            try
            {
                while (true)
                {
                    try
                    {
                        // 5a. accept, 5b. thread
                        TcpClient client = listener.AcceptTcpClient();
                        lock (gate)
                        {
                            lastClient = Environment.TickCount64;
                            Monitor.Pulse(gate);
                        }
                        new Thread(() => Serve(client)).Start();
                    }
                    catch (SocketException e)
                        when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
                    {
                        Console.WriteLine("A client hung up in the queue");
                    }
                }
            }
            catch (Exception e)
            {
                // 7. in the accepting thread; Stop ends it in this way too
                Console.Error.WriteLine("acceptor: {0}", e.Message);
                lock (gate)
                {
                    broken = true;
                    Monitor.Pulse(gate);
                }
            }
        }

        // 6. one client
        static void Serve(TcpClient client)
        {
            try
            {
                using (client) // 6d. closes it
                using (NetworkStream stream = client.GetStream())
                {
                    // 6a. receive
                    byte[] buffer = new byte[1024];
                    int n = stream.Read(buffer);
                    if (n == 0)
                        return;
                    // 6b. show
                    lock (Console.Out)
                    {
                        Console.Write("Text: ");
                        Console.Write(Encoding.UTF8.GetString(buffer, 0, n));
                        Console.WriteLine(" (" + n + ")");
                    }
                    // 6c. send back
                    stream.Write(buffer.AsSpan(0, n));
                }
            }
            catch (Exception e)
            {
                // 7. in the client's thread
                Console.WriteLine("Client: {0}", e.Message);
            }
        }
    }
}
