// right: a state machine, a buffer of the ArrayPool, one Decoder for each client, Write without newline
using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;

new Machine(args).Run();

internal sealed class Machine(string[] args)
{
    private enum State
    {
        Open,
        Wait,
        Receive,
        Show,
        Echo,
        Hang,
        Stop,
    }

    private readonly string host = args.Length > 0 ? args[0] : "127.0.0.1";
    private readonly int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
    private readonly int timeout = args.Length > 2 ? int.Parse(args[2]) : 300;
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);
    private Socket? server;
    private Socket? client;
    private Decoder? decoder;
    private int count;

    // 5. the loop; 6. errors change the state
    public void Run()
    {
        for (var state = State.Open; ; )
        {
            try
            {
                if (state == State.Stop)
                    break;
                state = Next(state);
            }
            catch (Exception e)
            {
                Console.WriteLine($"<{state}: {e.Message}>");
                // A client that was gone before the accept is no reason to stop.
                state = state is State.Open ? State.Stop : State.Hang;
            }
        }
        // 7. close
        server?.Close();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private State Next(State state)
    {
        switch (state)
        {
            case State.Open: // 1. to 4.
                server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
                server.Listen(16);
                return State.Wait;
            case State.Wait: // 3. and 5a.
                if (!server!.Poll(TimeSpan.FromSeconds(timeout), SelectMode.SelectRead))
                {
                    Console.WriteLine("<timeout>");
                    return State.Stop;
                }
                client = server.Accept();
                client.ReceiveTimeout = timeout * 1000;
                decoder = Encoding.UTF8.GetDecoder();
                return State.Receive;
            case State.Receive: // 5b.
                count = client!.Receive(buffer, SocketFlags.None);
                return count == 0 ? State.Hang : State.Show;
            case State.Show: // 5c.
                var letters = new char[decoder!.GetCharCount(buffer, 0, count, flush: false)];
                Console.Write(letters, 0, decoder.GetChars(buffer, 0, count, letters, 0));
                return State.Echo;
            case State.Echo: // 5d.
                for (var sent = 0; sent < count; )
                    sent += client!.Send(buffer.AsSpan(sent, count - sent));
                return State.Receive;
            default: // 5e.
                client?.Close();
                client = null;
                return State.Wait;
        }
    }
}
