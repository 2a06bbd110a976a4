using System.Net;
using System.Net.Sockets;

namespace Lab.Harness;

/// <summary>
/// The probe's end of one TCP connection. Like netcat, it sends what it is given. It records the bytes that come back,
/// their time, and how the connection ends.
/// </summary>
public sealed partial class Connection : IAsyncDisposable
{
    private const int MostStored = 1 << 18;

    private readonly Socket _socket;
    private readonly CapturedBytes _received = new(MostStored);
    private readonly CapturedBytes _sent = new(MostStored);
    private readonly Stream? _copy;
    private readonly CancellationTokenSource _closing = new();
    private Task _reading = Task.CompletedTask;
    private Task _ending = Task.CompletedTask;
    private TimeSpan _sentAt;
    private bool _hasSentFin;
    private (IPEndPoint Server, IPEndPoint Caller)? _route;

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

    /// <summary>The timeline that records its events.</summary>
    public Timeline Timeline { get; }

    /// <summary>Its number on the timeline, from 1.</summary>
    public int Number { get; }

    /// <summary>The probe's name on the timeline.</summary>
    public Actor Who { get; }

    /// <summary>The name of the program at the other end.</summary>
    public Actor Peer { get; }

    /// <summary>The time when it was opened, on the timeline's clock.</summary>
    public TimeSpan OpenedAt { get; }

    /// <summary>
    /// How much longer to wait for a reaction to the last bytes that the probe has sent. Several steps may look at one
    /// connection, one after the other; they share this time.
    /// </summary>
    public TimeSpan TimeLeft
    {
        get
        {
            var remaining = _sentAt + Bounds.Reaction - Timeline.Now;
            return remaining > Bounds.Settle ? remaining : Bounds.Settle;
        }
    }

    /// <summary>The state of the connection.</summary>
    public ConnectionState State { get; private set; }

    /// <summary>
    /// The time when the peer closed it, on the timeline's clock. Null while it is open, or if it was reset.
    /// </summary>
    public TimeSpan? ClosedAt { get; private set; }

    /// <summary>Whether the peer has closed it after the probe had sent something.</summary>
    public bool IsClosedAfterSending => ClosedAt > _sentAt;

    /// <summary>
    /// Whether a process has accepted this connection, which the probe has opened. Null if the system does not show it.
    /// </summary>
    public bool? IsAccepted =>
        IsOpen && _route is var (server, caller) ? ProcessSockets.HasAccepted(server, caller) : null;

    /// <summary>
    /// Whether bytes that the probe has sent are still unread by the process that has accepted this connection. Null if
    /// the system does not show it.
    /// </summary>
    public bool? IsUnread => IsOpen && _route is var (server, caller) ? ProcessSockets.HasUnread(server, caller) : null;

    /// <summary>Whether the peer has neither closed nor reset it.</summary>
    public bool IsOpen => State == ConnectionState.Open;

    /// <summary>Completes when nothing more can come: the peer has closed or reset it, or the probe has.</summary>
    public Task AllReceived => _reading;

    /// <summary>The first 256 KiB of the bytes that have come.</summary>
    public byte[] Received => _received.ToArray();

    /// <summary>The number of bytes in <see cref="Received"/>.</summary>
    public int ReceivedCount => _received.Count;

    /// <summary>The bytes that the probe has sent.</summary>
    public byte[] Sent => _sent.ToArray();

    /// <summary>Opens a connection to a server.</summary>
    /// <param name="server">The end point where the server listens.</param>
    /// <param name="timeline">The timeline that records the events.</param>
    /// <param name="who">The probe's name on the timeline.</param>
    /// <param name="peer">The server's name on the timeline.</param>
    /// <param name="copy">Receives everything that comes, as it comes, instead of storing it.</param>
    /// <param name="end">Gives up connecting.</param>
    /// <exception cref="SocketException">Nobody listens at this end point.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static async Task<Connection> Open(
        IPEndPoint server,
        Timeline timeline,
        Actor who,
        Actor peer,
        Stream? copy = null,
        CancellationToken end = default
    )
    {
        var (call, socket) = await Dial(server, timeline, who, peer, end);
        // A socket whose connection was reset does not tell its ends any more.
        var connection = new Connection(call.Number, socket, timeline, who, peer, copy)
        {
            _route = (server, (IPEndPoint)socket.LocalEndPoint!),
        };
        connection.Read();
        return connection;
    }

    /// <summary>Connects a socket to a server, and records it.</summary>
    internal static async Task<(ConnectionEnds Call, Socket Socket)> Dial(
        IPEndPoint server,
        Timeline timeline,
        Actor who,
        Actor peer,
        CancellationToken end
    )
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // The number is taken before connecting, because the server may accept the connection before this code goes on.
        var call = timeline.NextConnection(who, peer);
        try
        {
            await socket.ConnectAsync(server, end);
            timeline.Connects(call);
            return (call, socket);
        }
        catch (Exception failure)
        {
            timeline.WasRefused(call);
            timeline.Add(who, Happening.Try, note: EndPoints.Show(server));
            if (failure is SocketException { SocketErrorCode: var error })
                timeline.Add(who, Happening.Fail, note: $"Connect: {error}", link: new(call.Number, peer));
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Starts to read. The connection is on the timeline before this call, so that its bytes come after it.
    /// </summary>
    internal void Read() => _reading = ReadToEnd();

    /// <summary>The connection as one of its two sides sees it.</summary>
    internal Link SeenBy(Actor side) => new(Number, side == Who ? Peer : Who);

    /// <summary>
    /// Sends all of these bytes. If the peer has gone, <see cref="State"/> shows it, and no exception is thrown.
    /// </summary>
    /// <returns>Whether the bytes could be sent.</returns>
    public async Task<bool> Send(byte[] bytes)
    {
        _sent.Add(bytes);
        _sentAt = Timeline.Now;
        var sending = Task.FromResult(0);
        bool Begin() => !IsGone && !(sending = _socket.SendAsync(new ArraySegment<byte>(bytes))).IsFaulted;
        var isSending = Timeline.Do(Begin, Who, Happening.Send, SeenBy(Who), bytes);
        try
        {
            await sending;
            return isSending;
        }
        catch (SocketException)
        {
            // The reader notices the failure too, and records how the connection ended.
            return false;
        }
    }

    /// <summary>Sends a FIN and goes on receiving, as netcat -N does at the end of its input.</summary>
    public void HalfClose() => SendFin(Happening.HalfClose);

    /// <summary>
    /// Closes the connection cleanly. What the peer does afterwards is recorded, but changes none of the other members.
    /// </summary>
    public async Task Close()
    {
        await _closing.CancelAsync();
        await _reading;
        SendFin(Happening.Close);
        _ending = SeeEnd();
    }

    /// <summary>Ends the connection with an RST, like a peer that is killed during a transfer.</summary>
    public void Reset()
    {
        if (State != ConnectionState.Reset)
            Timeline.Add(Who, Happening.Reset, link: SeenBy(Who));
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    /// <summary>Closes the connection and waits until everything of it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _reading;
        await _ending;
        _closing.Dispose();
    }

    // A FIN is sent once (RFC 9293, section 3.6).
    private void SendFin(Happening what) => _hasSentFin = _hasSentFin || Timeline.Do(ShutDown, Who, what, SeenBy(Who));

    // A reset that the reader has not noticed yet. To send would take the error away from the reader.
    private bool IsGone => State == ConnectionState.Reset || _socket.Poll(0, SelectMode.SelectError);

    private bool ShutDown()
    {
        if (IsGone)
            return false;
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            return true;
        }
        catch (SocketException)
        {
            // The peer has reset the connection meanwhile.
            return false;
        }
    }
}
