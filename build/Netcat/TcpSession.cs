using System.Net;
using System.Net.Sockets;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Netcat;

/// <summary>Netcat over TCP. It uses the scenarios' own probe and connects it to a person or a pipe.</summary>
/// <param name="output">Receives the bytes that the peer sends.</param>
/// <param name="texts">The language.</param>
/// <param name="say">Receives a sentence about every other event.</param>
public sealed class TcpSession(Stream output, Catalogue texts, Action<string> say)
{
    private static readonly Actor _me = Actor.Netcat;
    private static readonly Actor _peer = Actor.Client;

    // Netcat waits for its user without a limit.
    private static readonly TimeSpan _forEver = TimeSpan.FromDays(7);

    private readonly Timeline _timeline = new();

    /// <summary>Opens a connection to the first of these end points that accepts it, and exchanges data.</summary>
    /// <returns>Whether the connection ended in order.</returns>
    /// <exception cref="SocketException">None of them accepts it.</exception>
    public async Task<bool> Call(IReadOnlyList<IPEndPoint> servers)
    {
        foreach (var server in servers.SkipLast(1))
        {
            try
            {
                return await Talk(await Open(server));
            }
            catch (SocketException)
            {
                // A name may have several addresses, and the server may listen at only one of them.
            }
        }
        return await Talk(await Open(servers[^1]));
    }

    /// <summary>Waits for one connection, and exchanges data.</summary>
    /// <returns>Whether the connection ended in order.</returns>
    /// <exception cref="SocketException">The end point is not available.</exception>
    public async Task<bool> Answer(IPEndPoint endPoint)
    {
        await using var listener = Listener.At(endPoint, _timeline, _me, _peer, output);
        say(texts.NetcatListens(endPoint));
        if (!await _timeline.Until(() => listener.Connections.Count > 0 || listener.Datagram is not null, _forEver))
            return false;
        if (listener.Datagram is { } datagram)
            say(texts.NetcatGotDatagram(datagram.Length));
        if (!await _timeline.Until(() => listener.Connections.Count > 0, _forEver))
            return false;
        // Netcat takes one caller, and the next one is refused.
        listener.StopListening();
        return await Talk(listener.Connections[0]);
    }

    private Task<Connection> Open(IPEndPoint server) => Connection.Open(server, _timeline, _me, _peer, output);

    private async Task<bool> Talk(Connection connection)
    {
        await using var _ = connection;
        var sending = SendInput(connection);
        await connection.AllReceived;
        await output.FlushAsync();
        if (connection.State == ConnectionState.Reset)
        {
            say(texts.NetcatReset);
            return false;
        }
        say(texts.NetcatClosed);
        // The peer has closed only its own direction. A pipe's bytes may still be sent, but a person has no reason to
        // type any more.
        return !Console.IsInputRedirected || await sending;
    }

    private static async Task<bool> SendInput(Connection connection)
    {
        await foreach (var piece in NetcatInput.Pieces())
        {
            if (!await connection.Send(piece))
                return false;
        }
        connection.HalfClose();
        return true;
    }
}
