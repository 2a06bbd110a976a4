// right: a state machine, a buffer of the ArrayPool, half-closes and reads until the server closes
using System.Buffers;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

State state = State.Create;
Socket? socket = null;
byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);
using MemoryStream reply = new();
Stopwatch watch = Stopwatch.StartNew();

while (state != State.End)
{
    try
    {
        state = Step(state);
    }
    // 7. any exception leads to the close
    catch (SocketException e) when (e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
    {
        Console.WriteLine($"[{watch.ElapsedMilliseconds} ms] gave up in state {state}");
        state = State.Close;
    }
    catch (Exception e)
    {
        Console.WriteLine($"[{watch.ElapsedMilliseconds} ms] {e.Message} (in state {state})");
        state = State.Close;
    }
}
ArrayPool<byte>.Shared.Return(buffer);

State Step(State now)
{
    switch (now)
    {
        case State.Create: // 1.
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            return State.Limit;
        case State.Limit: // 2.
            socket!.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout, timeoutSeconds * 1000);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.SendTimeout, timeoutSeconds * 1000);
            return State.Connect;
        case State.Connect: // 3.
            socket!.Connect(host, port);
            return State.Send;
        case State.Send: // 4.
            socket!.Send(Encoding.UTF8.GetBytes(message));
            socket.Shutdown(SocketShutdown.Send);
            return State.Receive;
        case State.Receive: // 5.
            int count = socket!.Receive(buffer);
            reply.Write(buffer, 0, count);
            return count > 0 ? State.Receive : State.Show;
        case State.Show: // 6.
            Console.WriteLine($"reply ({reply.Length} bytes): {Encoding.UTF8.GetString(reply.ToArray())}");
            return State.Close;
        default: // 8.
            socket?.Dispose();
            return State.End;
    }
}

enum State
{
    Create,
    Limit,
    Connect,
    Send,
    Receive,
    Show,
    Close,
    End,
}
