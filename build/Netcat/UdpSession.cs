using System.Net;
using System.Net.Sockets;
using Lab.Build.Texts;

namespace Lab.Build.Netcat;

/// <summary>Netcat over UDP. Each piece of the input is a datagram, and the peer's end cannot be seen.</summary>
/// <param name="output">Receives the bytes that the peer sends.</param>
/// <param name="texts">The language.</param>
/// <param name="say">Receives a sentence about every other event.</param>
public sealed class UdpSession(Stream output, Catalogue texts, Action<string> say)
{
    private const int LargestDatagram = 1 << 16;

    private readonly byte[] _buffer = new byte[LargestDatagram];

    /// <summary>Sends to this end point, and shows the answers.</summary>
    /// <exception cref="SocketException">
    /// Nobody is there. This can be seen only after something was sent (RFC 1122, 4.1.3.3).
    /// </exception>
    public async Task Call(IPEndPoint server)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server);
        await Talk(socket);
    }

    /// <summary>Waits for the first datagram, and exchanges data with its sender.</summary>
    /// <exception cref="SocketException">The end point is not available.</exception>
    public async Task Answer(IPEndPoint endPoint)
    {
        using var socket = new Socket(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(endPoint);
        say(texts.NetcatListens(endPoint));
        var first = await socket.ReceiveFromAsync(_buffer, new IPEndPoint(endPoint.Address, 0));
        await output.WriteAsync(_buffer.AsMemory(0, first.ReceivedBytes));
        await socket.ConnectAsync(first.RemoteEndPoint);
        await Talk(socket);
    }

    private async Task Talk(Socket socket)
    {
        var sending = SendInput(socket);
        var receiving = Receive(socket);
        // A failure ends the session at once; the end of the input does not.
        await await Task.WhenAny(sending, receiving);
        await receiving;
    }

    private async Task Receive(Socket socket)
    {
        while (true)
        {
            var count = await socket.ReceiveAsync(_buffer);
            await output.WriteAsync(_buffer.AsMemory(0, count));
        }
    }

    private static async Task SendInput(Socket socket)
    {
        await foreach (var piece in NetcatInput.Pieces())
            await socket.SendAsync(piece);
    }
}
