using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CliWrap;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>A packet that went over the loopback interface.</summary>
/// <param name="At">The time, in seconds.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The receiver.</param>
/// <param name="Stream">The number of the TCP connection in the capture. Null for UDP.</param>
/// <param name="Flags">The flags of TCP (RFC 9293, section 3.1).</param>
/// <param name="Sequence">The sequence number of the first byte, from the beginning of the connection.</param>
/// <param name="Bytes">The payload.</param>
internal sealed record Packet(
    double At,
    IPEndPoint From,
    IPEndPoint To,
    int? Stream,
    int Flags,
    int Sequence,
    byte[] Bytes
)
{
    public bool IsFin => (Flags & 1) != 0;

    public bool IsSyn => (Flags & 2) != 0;

    public bool IsReset => (Flags & 4) != 0;
}

/// <summary>Captures what goes over the loopback interface meanwhile, with tshark.</summary>
internal sealed class Capture : IAsyncDisposable
{
    private const int Fields = 9;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _kill = new();
    private readonly CancellationTokenSource _interrupt = new();
    private readonly Timeline _timeline = new();
    private readonly List<Packet> _packets = [];
    private readonly List<string> _errors = [];
    private readonly Task _ending;
    private bool _hasEnded;

    private Capture(string tshark)
    {
        var command = Cli.Wrap(tshark)
            .WithArguments(
                "-i lo -n -l -B 64 -f tcp||udp -T fields -e frame.time_epoch -e ip.src -e ip.dst "
                    + "-e tcp.srcport -e tcp.dstport -e tcp.stream -e tcp.flags -e tcp.seq -e tcp.payload "
                    + "-e udp.srcport -e udp.dstport -e udp.payload"
            )
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(Take))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(_errors.Add))
            .ExecuteAsync(_kill.Token, _interrupt.Token);
        _ending = WatchForEnd(command.Task);
    }

    /// <summary>Starts to capture. The test is skipped where this cannot be done.</summary>
    public static async Task<Capture> Start()
    {
        if (Machine.Find("tshark") is not { } tshark)
            throw new IgnoreException("tshark is not installed");
        var capture = new Capture(tshark);
        if (await capture.Sees(Guid.NewGuid()))
            return capture;
        await capture.DisposeAsync();
        throw new IgnoreException($"tshark may not capture here: {string.Join(' ', capture._errors)}");
    }

    /// <summary>Ends the capture.</summary>
    /// <returns>The packets so far, in order.</returns>
    public async Task<IReadOnlyList<Packet>> End()
    {
        Assert.That(await Sees(Guid.NewGuid()), "the capture is complete");
        await DisposeAsync();
        return _packets;
    }

    public async ValueTask DisposeAsync()
    {
        await _interrupt.CancelAsync();
        await Task.WhenAny(_ending, Task.Delay(Bounds.Kill));
        _kill.GiveUp();
        await _ending;
    }

    // A datagram with a mark shows that the capture works, and that everything before it was captured.
    private async Task<bool> Sees(Guid mark)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        bool IsSeen()
        {
            socket.SendTo(mark.ToByteArray(), socket.LocalEndPoint!);
            lock (_packets)
                return _hasEnded || _packets.Any(packet => packet.Bytes.AsSpan().SequenceEqual(mark.ToByteArray()));
        }
        return await _timeline.Until(IsSeen, _longest) && !_hasEnded;
    }

    private void Take(string line)
    {
        var fields = line.Split('\t');
        if (fields[1].Length == 0)
            return;
        var isTcp = fields[3].Length > 0;
        int Number(int at) => int.Parse(fields[at], CultureInfo.InvariantCulture);
        IPEndPoint Place(int address, int tcp, int udp) =>
            new(IPAddress.Parse(fields[address]), Number(isTcp ? tcp : udp));
        var packet = new Packet(
            double.Parse(fields[0], CultureInfo.InvariantCulture),
            Place(1, 3, Fields),
            Place(2, 4, Fields + 1),
            isTcp ? Number(5) : null,
            isTcp ? Convert.ToInt32(fields[6], 16) : 0,
            isTcp ? Number(7) : 0,
            Convert.FromHexString(isTcp ? fields[8] : fields[Fields + 2])
        );
        lock (_packets)
            _packets.Add(packet);
        _timeline.Move();
    }

    private async Task WatchForEnd(Task command)
    {
        await command.ContinueWith(_ => { }, TaskScheduler.Default);
        _hasEnded = true;
        _timeline.Move();
    }
}
