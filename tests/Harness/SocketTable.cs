using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Lab.Harness;

/// <summary>A TCP socket that listens.</summary>
/// <param name="EndPoint">Its end point. An IPv4 address inside an IPv6 one is given as IPv4.</param>
/// <param name="Inode">
/// The number that identifies it in the process that owns it. 0 if the operating system does not tell.
/// </param>
internal sealed record ListeningSocket(IPEndPoint EndPoint, uint Inode);

/// <summary>The operating system's table of listening TCP sockets.</summary>
/// <remarks>
/// .NET reads all of /proc/net/tcp for this on Linux. This takes some 10 ms, and a check looks hundreds of times. The
/// kernel answers the same question by netlink in 0.2 ms (sock_diag(7)). On other systems, and if netlink is not
/// allowed, .NET's own way is used.
/// </remarks>
internal static partial class SocketTable
{
    private const int Netlink = 16;
    private const int RawCloseOnExec = 3 | 0x80000;
    private const int SocketDiagnostics = 4;
    private const int HeaderSize = 16;
    private const int RequestSize = 72;
    private const ushort ByFamily = 20;
    private const ushort DumpRequest = 0x301;
    private const ushort Error = 2;
    private const ushort Done = 3;
    private const int Tcp = 6;
    private const int StateListen = 10;
    private const byte IPv4 = 2;
    private const byte IPv6 = 10;

    // A dozen scenarios look at the same time, and one read is enough for all of them.
    private static readonly Recent<IReadOnlyList<ListeningSocket>> _listening = new(ReadListening, 10);
    private static readonly Recent<IReadOnlyList<IPEndPoint>> _udp = new(ReadUdp, 50);

    // The socket stays open, so that the next look cannot fail if the process may open few files.
    private static Socket? _kernel;

    /// <summary>The listening TCP sockets, at most 10 ms old.</summary>
    public static IReadOnlyList<ListeningSocket> Listening() => _listening.Value;

    /// <summary>The end points of UDP sockets, at most 50 ms old.</summary>
    public static IReadOnlyList<IPEndPoint> Udp() => _udp.Value;

    private static IPEndPoint[] ReadUdp() => IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners();

    private static IReadOnlyList<ListeningSocket> ReadListening()
    {
        if (OperatingSystem.IsLinux() && AskKernel(IPv4) is { } four && AskKernel(IPv6) is { } six)
            return [.. four, .. six];
        return
        [
            .. IPGlobalProperties
                .GetIPGlobalProperties()
                .GetActiveTcpListeners()
                .Select(listener => new ListeningSocket(EndPoints.Plain(listener), 0)),
        ];
    }

    private static List<ListeningSocket>? AskKernel(byte family)
    {
        try
        {
            _kernel ??= OpenKernel();
            _kernel?.Send(Request(family));
            return _kernel is null ? null : ReadAnswer(_kernel);
        }
        catch (SocketException)
        {
            _kernel?.Dispose();
            _kernel = null;
            return null;
        }
    }

    private static Socket? OpenKernel()
    {
        var descriptor = OpenSocket(Netlink, RawCloseOnExec, SocketDiagnostics);
        return descriptor < 0 ? null : new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
    }

    // The request is a struct nlmsghdr followed by a struct inet_diag_req_v2, in which only the protocol and the state
    // are set.
    private static byte[] Request(byte family)
    {
        var request = new byte[RequestSize];
        MemoryMarshal.Write(request, RequestSize);
        MemoryMarshal.Write(request.AsSpan(4), ByFamily);
        MemoryMarshal.Write(request.AsSpan(6), DumpRequest);
        request[HeaderSize] = family;
        request[HeaderSize + 1] = Tcp;
        MemoryMarshal.Write(request.AsSpan(HeaderSize + 4), 1u << StateListen);
        return request;
    }

    private static List<ListeningSocket>? ReadAnswer(Socket kernel)
    {
        var found = new List<ListeningSocket>();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var answer = buffer.AsSpan(0, kernel.Receive(buffer));
            while (answer.Length >= HeaderSize)
            {
                var type = MemoryMarshal.Read<ushort>(answer[4..]);
                if (type == Done)
                    return found;
                if (type == Error)
                    return null;
                var length = MemoryMarshal.Read<int>(answer);
                found.Add(Parse(answer[HeaderSize..length]));
                answer = answer[Math.Min(answer.Length, (length + 3) & ~3)..];
            }
        }
    }

    // The answer is a struct inet_diag_msg: family, ..., port (network order) at 4, address at 8, inode at 68.
    private static ListeningSocket Parse(ReadOnlySpan<byte> message)
    {
        var address = new IPAddress(message.Slice(8, message[0] == IPv4 ? 4 : 16));
        var port = BinaryPrimitives.ReadUInt16BigEndian(message[4..]);
        return new(EndPoints.Plain(new(address, port)), MemoryMarshal.Read<uint>(message[68..]));
    }

    [LibraryImport("libc", EntryPoint = "socket")]
    private static partial int OpenSocket(int domain, int type, int protocol);
}
