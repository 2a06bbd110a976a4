// right: BeginConnect, BeginSend, BeginReceive with WaitOne, Environment.Exit after the close
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

int exitCode = 42;

// 1. a TCP socket
Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

// 2. the timeout: each WaitOne below
TimeSpan timeout = new TimeSpan(0, 0, timeoutSeconds);
try
{
    // 3. connect
    IAsyncResult connecting = socket.BeginConnect(host, port, null, null);
    Wait(connecting, "connecting");
    socket.EndConnect(connecting);

    // 4. send all of it
    byte[] bytes = Encoding.UTF8.GetBytes(message);
    for (int sent = 0; sent < bytes.Length; )
    {
        IAsyncResult sending = socket.BeginSend(bytes, sent, bytes.Length - sent, SocketFlags.None, null, null);
        Wait(sending, "sending");
        sent += socket.EndSend(sending);
    }

    // 5. receive
    byte[] answer = new byte[1024];
    IAsyncResult receiving = socket.BeginReceive(answer, 0, answer.Length, SocketFlags.None, null, null);
    Wait(receiving, "receiving");
    int length = socket.EndReceive(receiving);

    // 6. decode and show
    Console.WriteLine("{0} bytes: {1}", length, Encoding.UTF8.GetString(answer, 0, length));
    exitCode = 0;
}
// 7. the timeout, then anything else
catch (TimeoutException e)
{
    Console.Error.WriteLine(e.Message);
}
catch (Exception e)
{
    Console.Error.WriteLine("Something went wrong. " + e.Message);
}
finally
{
    // 8. close
    socket.Close();
}
Environment.Exit(exitCode);

void Wait(IAsyncResult operation, string what)
{
    if (!operation.AsyncWaitHandle.WaitOne(timeout))
        throw new TimeoutException($"Time is up while {what}.");
}
