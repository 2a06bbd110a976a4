using System.Collections.Concurrent;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Lab.Harness;

/// <summary>Finds addresses and ports that no other scenario uses, and sockets that listen at an end point.</summary>
public static class EndPoints
{
    private static readonly bool _hasManyLoopbacks = CanBind(IPAddress.Parse("127.83.67.80"), 0);
    private static readonly ConcurrentDictionary<IPEndPoint, bool> _given = new();

    /// <summary>
    /// A loopback address of its own if the machine has all of 127.0.0.0/8 (RFC 1122, section 3.2.1.3; macOS has only
    /// 127.0.0.1), and a port that is free at this address and was not given out before.
    /// </summary>
    public static IPEndPoint Fresh() =>
        FreshAt(() => _hasManyLoopbacks ? new IPAddress([127, Part(2), Part(0), Part(2)]) : IPAddress.Loopback);

    /// <summary>A fresh port at 127.0.0.1, the address that has a name.</summary>
    public static IPEndPoint FreshAtLocalhost() => FreshAt(() => IPAddress.Loopback);

    /// <summary>Whether a TCP socket can be bound to this end point now, that is, nobody else holds it.</summary>
    public static bool CanBind(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Whether somebody listens at exactly this end point, by TCP.</summary>
    /// <remarks>
    /// The system's table of sockets is read in pieces, and a look may miss a socket while others come and go. So two looks
    /// must agree that nobody listens.
    /// </remarks>
    public static bool IsListening(IPEndPoint endPoint) =>
        Claims(endPoint).Contains(endPoint) || Claims(endPoint).Contains(endPoint);

    /// <summary>
    /// The TCP end points that a connection to this end point would reach: the end point itself, or any address with
    /// its port. Sockets at other addresses belong to other programs.
    /// </summary>
    public static IReadOnlyList<IPEndPoint> Claims(IPEndPoint endPoint) =>
        [.. SocketTable.Listening().Select(socket => socket.EndPoint).Where(place => Covers(place, endPoint))];

    /// <summary>Whether a UDP socket is bound that a datagram to this end point would reach.</summary>
    public static bool HasUdp(IPEndPoint endPoint) => SocketTable.Udp().Any(place => Covers(place, endPoint));

    /// <summary>Whether a client holds a connection to this end point.</summary>
    public static bool HasCaller(IPEndPoint endPoint) =>
        IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpConnections()
            .Any(connection => connection.State == TcpState.Established && connection.RemoteEndPoint.Equals(endPoint));

    /// <summary>The usual text of an end point.</summary>
    public static string Show(IPEndPoint endPoint) => Plain(endPoint).ToString();

    /// <summary>
    /// Converts an IPv4 address inside an IPv6 one. A dual-mode socket at ::ffff:127.0.0.1 is the same place as an IPv4
    /// socket at 127.0.0.1 (RFC 4291, section 2.5.5.2).
    /// </summary>
    internal static IPEndPoint Plain(IPEndPoint endPoint) =>
        endPoint.Address.IsIPv4MappedToIPv6 ? new(endPoint.Address.MapToIPv4(), endPoint.Port) : endPoint;

    private static IPEndPoint FreshAt(Func<IPAddress> address)
    {
        while (true)
        {
            // The port is below the range from which kernels take the ports of outgoing connections.
            var place = new IPEndPoint(address(), Random.Shared.Next(12_000, 30_000));
            if (_given.TryAdd(place, true) && CanBind(place.Address, place.Port) && !HasUdp(place))
                return place;
        }
    }

    private static bool Covers(IPEndPoint place, IPEndPoint endPoint) =>
        place.Port == endPoint.Port
        && (
            place.Address.Equals(endPoint.Address)
            || place.Address.Equals(IPAddress.Any)
            || place.Address.Equals(IPAddress.IPv6Any)
        );

    private static byte Part(int least) => (byte)Random.Shared.Next(least, 255);
}
