using System.Net;
using System.Net.Sockets;

namespace Lab.Harness;

/// <summary>
/// Stands between a program that calls and the server, and records what goes over the wire. The program calls the tap,
/// and for each call the tap calls the server. Bytes, FINs and RSTs are passed on in both directions as they come. A
/// caller whose server refuses the connection is reset.
/// </summary>
public sealed class Tap : IAsyncDisposable
{
    private static readonly SocketError[] _refusals =
    [
        SocketError.ConnectionRefused,
        SocketError.ConnectionReset,
        SocketError.TimedOut,
    ];

    private readonly Socket _listening = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _end = new();
    private readonly IPEndPoint _place;
    private readonly Timeline _timeline;
    private readonly Actor _caller;
    private readonly Actor _server;
    private readonly Task _accepting;

    /// <summary>Starts to wait for calls.</summary>
    /// <param name="place">The end point where the server listens.</param>
    /// <param name="timeline">The timeline that records the events.</param>
    /// <param name="caller">The name of the calling program on the timeline.</param>
    /// <param name="server">The server's name on the timeline.</param>
    public Tap(IPEndPoint place, Timeline timeline, Actor caller, Actor server)
    {
        (_place, _timeline, _caller, _server) = (place, timeline, caller, server);
        _listening.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listening.Listen();
        EndPoint = (IPEndPoint)_listening.LocalEndPoint!;
        timeline.NameInstead(EndPoint, place);
        _accepting = Accept();
    }

    /// <summary>The end point that the program has to call.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Ends everything that the tap has opened.</summary>
    /// <exception cref="SocketException">The tap itself had too few files or ports.</exception>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        using var listening = _listening;
        var passing = new List<Task>();
        try
        {
            while (true)
                passing.Add(Pass(await listening.AcceptAsync(_end.Token)));
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested) { }
        await Task.WhenAll(passing);
    }

    private async Task Pass(Socket caller)
    {
        using var from = caller;
        try
        {
            var (call, socket) = await Connection.Dial(_place, _timeline, _caller, _server, _end.Token);
            using var to = socket;
            await Task.WhenAll(
                Pass(from, to, _caller, new Link(call.Number, _server)),
                Pass(to, from, _server, new Link(call.Number, _caller))
            );
        }
        catch (SocketException failure) when (_refusals.Contains(failure.SocketErrorCode))
        {
            Reset(from);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested) { }
    }

    // An event is recorded before it is passed on, because the other side may react at once.
    private async Task Pass(Socket from, Socket to, Actor who, Link link)
    {
        var buffer = new byte[1 << 14];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, _end.Token)) > 0)
            {
                _timeline.Add(who, Happening.Send, buffer[..count], link: link);
                if (!await Send(to, buffer.AsMemory(0, count)))
                    Reset(from);
            }
            _timeline.Add(who, Happening.Close, link: link);
            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            _timeline.Add(who, Happening.Reset, link: link);
            Reset(to);
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The other side has reset the connection.
        }
    }

    private async Task<bool> Send(Socket to, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await to.SendAsync(bytes, _end.Token);
            return true;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // It was reset before.
        }
    }
}
