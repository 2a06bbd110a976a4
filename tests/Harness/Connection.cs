using System.Net;
using System.Net.Sockets;

namespace Lab.Harness;

/// <summary>
/// The probe's end of one TCP connection, as netcat would hold it: it sends what it is told to, and notes whatever
/// comes back, when, and how the connection ends.
/// </summary>
public sealed class Connection : IAsyncDisposable
{
    private const int MostStored = 1 << 20;

    private readonly Socket _socket;
    private readonly CapturedBytes _received = new(MostStored);
    private readonly CapturedBytes _sent = new(MostStored);
    private readonly Stream? _copy;
    private Task _reading = Task.CompletedTask;
    private TimeSpan _sentAt;
    private bool _isClosing;

    internal Connection(int number, Socket socket, Timeline timeline, Actor who, Actor peer, Stream? copy = null)
    {
        _socket = socket;
        Number = number;
        _copy = copy;
        Timeline = timeline;
        Who = who;
        Peer = peer;
        OpenedAt = _sentAt = timeline.Now;
    }

    /// <summary>Where its events go.</summary>
    public Timeline Timeline { get; }

    /// <summary>Its number on the timeline, from 1.</summary>
    public int Number { get; }

    /// <summary>The probe's name on the timeline.</summary>
    public Actor Who { get; }

    /// <summary>The name of the program at the other end.</summary>
    public Actor Peer { get; }

    /// <summary>When it was opened, on the timeline's clock.</summary>
    public TimeSpan OpenedAt { get; }

    /// <summary>
    /// How much longer to wait for a reaction to what the probe last sent: several steps may look at one connection, one
    /// after the other, and the time runs only once.
    /// </summary>
    public TimeSpan TimeLeft
    {
        get
        {
            var left = _sentAt + Bounds.Reaction - Timeline.Now;
            return left > Bounds.Settle ? left : Bounds.Settle;
        }
    }

    /// <summary>How it stands.</summary>
    public ConnectionState State { get; private set; }

    /// <summary>When the peer closed it, on the timeline's clock; null while it is open, or was reset.</summary>
    public TimeSpan? ClosedAt { get; private set; }

    /// <summary>Whether the peer has said nothing about ending it.</summary>
    public bool IsOpen => State == ConnectionState.Open;

    /// <summary>Completes when nothing more can come: the peer has closed or reset it, or the probe has.</summary>
    public Task AllReceived => _reading;

    /// <summary>What has come, the first megabyte of it.</summary>
    public byte[] Received => _received.ToArray();

    /// <summary>What was sent.</summary>
    public byte[] Sent => _sent.ToArray();

    /// <summary>Opens a connection to a server.</summary>
    /// <param name="server">Where it listens.</param>
    /// <param name="timeline">Where the events go.</param>
    /// <param name="who">The probe's name there.</param>
    /// <param name="peer">The server's name there.</param>
    /// <param name="copy">Receives everything that comes, as it comes, instead of storing it.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<Connection> Open(
        IPEndPoint server,
        Timeline timeline,
        Actor who,
        Actor peer,
        Stream? copy = null
    )
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // Before it connects: the server may have taken it before anything else is done here.
        var number = timeline.NextConnection(who, peer);
        try
        {
            await socket.ConnectAsync(server);
        }
        catch
        {
            timeline.WasRefused(number);
            socket.Dispose();
            throw;
        }
        var connection = new Connection(number, socket, timeline, who, peer, copy);
        timeline.Add(who, Happening.Connect, link: connection.SeenBy(who));
        connection.Read();
        return connection;
    }

    /// <summary>Begins to read: only now, so that what comes stands behind the connection on the timeline.</summary>
    internal void Read() => _reading = ReadToEnd();

    /// <summary>The connection as one of its two sides sees it.</summary>
    internal Link SeenBy(Actor side) => new(Number, side == Who ? Peer : Who);

    /// <summary>Sends all of it. A peer that is gone shows in <see cref="State"/>, not as an exception.</summary>
    /// <returns>Whether it could be sent.</returns>
    public async Task<bool> Send(byte[] bytes)
    {
        _sent.Add(bytes);
        _sentAt = Timeline.Now;
        Timeline.Add(Who, Happening.Send, bytes, link: SeenBy(Who));
        try
        {
            await _socket.SendAsync(bytes);
            return true;
        }
        catch (SocketException)
        {
            // The reader notices it too, and says how the connection ended.
            return false;
        }
    }

    /// <summary>Sends a FIN and goes on receiving, as netcat -N does at the end of its input.</summary>
    public void HalfClose()
    {
        if (ShutDown(SocketShutdown.Send))
            Timeline.Add(Who, Happening.HalfClose, link: SeenBy(Who));
    }

    /// <summary>Closes it cleanly.</summary>
    /// <remarks>
    /// To dispose of a socket that still receives would reset the connection: .NET unblocks the receiving call that way
    /// on Unix. So the receiving ends first.
    /// </remarks>
    public async Task Close()
    {
        Timeline.Add(Who, Happening.Close, link: SeenBy(Who));
        _isClosing = true;
        ShutDown(SocketShutdown.Both);
        await _reading;
        _socket.Dispose();
    }

    /// <summary>Ends it with an RST, as a peer that was killed in the middle of a transfer does.</summary>
    public void Reset()
    {
        Timeline.Add(Who, Happening.Reset, link: SeenBy(Who));
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    /// <summary>Closes it and waits until nothing of it is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _reading;
    }

    private bool ShutDown(SocketShutdown direction)
    {
        try
        {
            _socket.Shutdown(direction);
            return true;
        }
        catch (SocketException)
        {
            // The peer reset it meanwhile.
            return false;
        }
    }

    private async Task ReadToEnd()
    {
        var buffer = new byte[1 << 14];
        try
        {
            int count;
            while ((count = await _socket.ReceiveAsync(buffer)) > 0)
            {
                if (_copy is not null)
                    await _copy.WriteAsync(buffer.AsMemory(0, count));
                else if (_received.Add(buffer.AsSpan(0, count)))
                    Timeline.Add(Peer, Happening.Send, buffer[..count], link: SeenBy(Peer));
                else
                    await Task.Delay(Bounds.Flood);
            }
            End(ConnectionState.Closed, Happening.Close);
        }
        catch (SocketException failure) when (failure.SocketErrorCode != SocketError.OperationAborted)
        {
            End(ConnectionState.Reset, Happening.Reset);
        }
        catch (Exception own) when (own is SocketException or ObjectDisposedException)
        {
            // The probe closed it itself.
        }
    }

    private void End(ConnectionState state, Happening what)
    {
        if (_isClosing)
            return;
        if (state == ConnectionState.Closed)
            ClosedAt = Timeline.Now;
        State = state;
        Timeline.Add(Peer, what, link: SeenBy(Peer));
    }
}
