using System.Net;
using System.Net.Sockets;

namespace Lab.Harness;

/// <summary>
/// The probe as a server. Like <c>nc -l</c>, it waits for calls, but it takes every connection. It also has a UDP
/// socket on the same port, which tells a client that uses UDP from one that never called.
/// </summary>
public sealed class Listener : IAsyncDisposable
{
    // The limit is far more than any program needs. Further connections of a program that never stops calling wait in
    // the backlog.
    private const int MostConnections = 100;

    private readonly Socket _tcp;
    private readonly Socket _udp;
    private readonly Timeline _timeline;
    private readonly Actor _who;
    private readonly Actor _peer;
    private readonly Stream? _copy;
    private readonly List<Connection> _connections = [];
    private readonly Task _accepting;
    private readonly Task _listeningByUdp;
    private SocketException? _failure;
    private bool _isClosed;
    private readonly Lazy<Task> _catchingUp;
    private EndPoint? _lastCaller;
    private EndPoint? _lastSender;

    private Listener(IPEndPoint endPoint, Timeline timeline, Actor who, Actor peer, Stream? copy = null)
    {
        _copy = copy;
        _catchingUp = new(CallMyself);
        _timeline = timeline;
        _who = who;
        _peer = peer;
        EndPoint = endPoint;
        _tcp = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _udp = new Socket(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            // Another program could share the port on Windows otherwise.
            if (OperatingSystem.IsWindows())
                _tcp.ExclusiveAddressUse = true;
            _tcp.Bind(endPoint);
            _tcp.Listen();
            if (copy is null || !EndPoints.HasUdp(endPoint))
                _udp.Bind(endPoint);
        }
        catch
        {
            _tcp.Dispose();
            _udp.Dispose();
            throw;
        }
        timeline.Add(who, Happening.Listen, note: EndPoints.Show(endPoint));
        _accepting = Accept();
        _listeningByUdp = ListenByUdp();
    }

    /// <summary>The end point where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The first datagram that came by UDP. Null if none came.</summary>
    public byte[]? Datagram { get; private set; }

    /// <summary>The connections so far, in the order in which they came.</summary>
    /// <exception cref="IOException">
    /// The probe itself cannot take more connections, because it has too many open files.
    /// </exception>
    public IReadOnlyList<Connection> Connections
    {
        get
        {
            lock (_connections)
                return _failure is null ? [.. _connections] : throw new IOException(_failure.Message, _failure);
        }
    }

    /// <summary>Starts to listen at a fresh end point.</summary>
    /// <param name="timeline">The timeline that records its events.</param>
    /// <param name="who">Its name on the timeline.</param>
    /// <param name="peer">The name of the program that will call.</param>
    /// <param name="fresh">Gives the end point. Null for a loopback address of its own.</param>
    public static Listener Open(Timeline timeline, Actor who, Actor peer, Func<IPEndPoint>? fresh = null)
    {
        while (true)
        {
            try
            {
                return new Listener((fresh ?? EndPoints.Fresh)(), timeline, who, peer);
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another program has taken the port. The next try takes another one.
            }
        }
    }

    /// <summary>Starts to listen at this end point.</summary>
    /// <param name="endPoint">The end point.</param>
    /// <param name="timeline">The timeline that records its events.</param>
    /// <param name="who">Its name on the timeline.</param>
    /// <param name="peer">The name of the program that will call.</param>
    /// <param name="copy">Receives everything that comes, as it comes, instead of storing it.</param>
    /// <remarks>Datagrams are not noticed if another program holds the UDP port with this number.</remarks>
    /// <exception cref="SocketException">The end point is not available.</exception>
    public static Listener At(IPEndPoint endPoint, Timeline timeline, Actor who, Actor peer, Stream copy) =>
        new(endPoint, timeline, who, peer, copy);

    /// <summary>
    /// Waits until everything that a program sent before its end has been noticed. For this, the probe makes a
    /// connection and sends a datagram itself. They come after all others, because a backlog and a receive buffer are
    /// queues.
    /// </summary>
    public Task CatchUp() => _catchingUp.Value;

    /// <summary>Takes no more connections. Existing ones stay open.</summary>
    public void StopListening()
    {
        _isClosed = true;
        _tcp.Dispose();
        _udp.Dispose();
    }

    /// <summary>Closes everything that the listener has opened.</summary>
    public async ValueTask DisposeAsync()
    {
        StopListening();
        await _accepting;
        await _listeningByUdp;
        foreach (var connection in _connections)
            await connection.DisposeAsync();
    }

    private async Task CallMyself()
    {
        using var caller = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var sender = new Socket(EndPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        (_lastCaller, _lastSender) = (BindTo(caller), BindTo(sender));
        await caller.ConnectAsync(EndPoint);
        await sender.SendToAsync(Array.Empty<byte>(), EndPoint);
        await _timeline.Until(
            () => _failure is not null || _lastCaller is null && _lastSender is null,
            Bounds.Start * 6
        );
    }

    private EndPoint BindTo(Socket socket)
    {
        socket.Bind(new IPEndPoint(EndPoint.Address, 0));
        return socket.LocalEndPoint!;
    }

    private async Task Accept()
    {
        try
        {
            while (Connections.Count < MostConnections)
            {
                var socket = await _tcp.AcceptAsync();
                if (socket.RemoteEndPoint!.Equals(_lastCaller))
                {
                    _lastCaller = null;
                    socket.Dispose();
                    _timeline.Move();
                    continue;
                }
                var call = _timeline.NextConnection(_peer, _who);
                var connection = new Connection(call.Number, socket, _timeline, _who, _peer, _copy);
                _timeline.Connects(call);
                connection.Read();
                lock (_connections)
                    _connections.Add(connection);
                _timeline.Move();
            }
        }
        catch (Exception closed) when (_isClosed && closed is SocketException or ObjectDisposedException) { }
        catch (SocketException failure)
        {
            _failure = failure;
            _timeline.Move();
        }
    }

    private async Task ListenByUdp()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                var datagram = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(EndPoint.Address, 0));
                if (datagram.RemoteEndPoint.Equals(_lastSender))
                {
                    _lastSender = null;
                    _timeline.Move();
                    continue;
                }
                var bytes = buffer[..datagram.ReceivedBytes];
                Datagram ??= bytes;
                _timeline.Add(_peer, Happening.SendDatagram, bytes);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException) { }
    }
}
