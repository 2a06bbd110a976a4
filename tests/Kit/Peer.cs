using System.Globalization;
using System.Net;
using CliWrap;
using Lab.Build.Checking;
using Lab.Harness;

namespace Lab.Kit.Tests;

/// <summary>A program that people use to talk to their own: the different netcats, and socat.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Command">The command that starts it.</param>
/// <param name="AsClient">
/// Gives its arguments as a client that calls this address and port, and half-closes at the end of its input.
/// </param>
/// <param name="AsServer">
/// Gives its arguments as a server that listens there, and half-closes at the end of its input.
/// </param>
public sealed record Peer(
    string Name,
    string Command,
    Func<string, string, string[]> AsClient,
    Func<string, string, string[]> AsServer
)
{
    private static readonly string[] _own = [Kit.Tests.Host.Assembly, "--target=Netcat"];

    /// <summary>
    /// All peers. OpenBSD's and the traditional netcat half-close only on request; the others always do. The seconds in
    /// their arguments only limit the wait for a program that never closes its side.
    /// </summary>
    public static IReadOnlyList<Peer> All { get; } =
    [
        new(
            "OpenBSD netcat",
            "nc.openbsd",
            (host, port) => ["-N", host, port],
            (host, port) => ["-N", "-l", host, port]
        ),
        new(
            "traditional netcat",
            "nc.traditional",
            (host, port) => ["-q", "60", host, port],
            (host, port) => ["-q", "60", "-l", "-s", host, "-p", port]
        ),
        new("ncat", "ncat", (host, port) => [host, port], (host, port) => ["-l", host, port]),
        new(
            "socat",
            "socat",
            (host, port) => ["-t", "60", "STDIO", $"TCP:{host}:{port}"],
            (host, port) => ["-t", "60", "STDIO", $"TCP-LISTEN:{port},bind={host}"]
        ),
        new(
            "busybox nc",
            "busybox",
            (host, port) => ["nc", host, port],
            (host, port) => ["nc", "-l", "-p", port, host]
        ),
        new(
            "the kit's own netcat",
            Compiler.Dotnet,
            (host, port) => [.. _own, $"--host={host}", $"--port={port}"],
            (host, port) => [.. _own, $"--host={host}", $"--port={port}", "--listen"]
        ),
    ];

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>One run of a peer. Disposing of it ends the peer in any case.</summary>
internal sealed class RunningPeer : IAsyncDisposable
{
    private readonly CancellationTokenSource _kill = new();
    private readonly MemoryStream _output = new();
    private readonly Lock _lock = new();
    private readonly Timeline _timeline;
    private readonly Task _ending;

    private RunningPeer(string file, string[] arguments, PipeSource input, string key, Timeline timeline)
    {
        _timeline = timeline;
        var command = Cli.Wrap(file)
            .WithArguments(arguments)
            .WithEnvironmentVariables(new Dictionary<string, string?> { [Leftovers.Variable] = $"{key}.peer" })
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(input)
            .WithStandardOutputPipe(PipeTarget.Create(Capture))
            .ExecuteAsync(_kill.Token, CancellationToken.None);
        _ending = WatchForEnd(command.Task);
    }

    /// <summary>The output so far.</summary>
    public byte[] Output
    {
        get
        {
            lock (_lock)
                return _output.ToArray();
        }
    }

    /// <summary>Whether the peer has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Starts the peer as a client of this server.</summary>
    public static RunningPeer Call(
        Peer peer,
        string file,
        IPEndPoint server,
        PipeSource input,
        string key,
        Timeline at
    ) => new(file, peer.AsClient(Host(server), Port(server)), input, key, at);

    /// <summary>Starts the peer as a server, and waits until it listens.</summary>
    public static async Task<RunningPeer> Listen(
        Peer peer,
        string file,
        IPEndPoint place,
        PipeSource input,
        string key,
        Timeline at
    )
    {
        var running = new RunningPeer(file, peer.AsServer(Host(place), Port(place)), input, key, at);
        await at.Until(() => running.HasEnded || EndPoints.Claims(place).Count > 0, Bounds.Start);
        return running;
    }

    /// <summary>An input that ends after these bytes.</summary>
    public static PipeSource Once(byte[] bytes) => PipeSource.FromBytes(bytes);

    /// <summary>An input that does not end after these bytes, like that of a person at a terminal.</summary>
    public static PipeSource AndStay(byte[] bytes) =>
        PipeSource.Create(
            async (stream, end) =>
            {
                await stream.WriteAsync(bytes, end);
                await stream.FlushAsync(end);
                await Task.Delay(-1, end);
            }
        );

    /// <summary>An input that repeats these bytes without end.</summary>
    public static PipeSource ForEver(byte[] bytes) =>
        PipeSource.Create(
            async (stream, end) =>
            {
                while (true)
                    await stream.WriteAsync(bytes, end);
            }
        );

    /// <summary>Kills the peer, as the operating system does.</summary>
    public async Task Kill()
    {
        await _kill.CancelAsync();
        await _ending;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _kill.Dispose();
    }

    private async Task Capture(Stream stream, CancellationToken end)
    {
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await stream.ReadAsync(buffer, end)) > 0)
        {
            lock (_lock)
                _output.Write(buffer, 0, count);
            _timeline.Move();
        }
    }

    private async Task WatchForEnd(Task command)
    {
        await command.ContinueWith(_ => { }, TaskScheduler.Default);
        HasEnded = true;
        _timeline.Move();
    }

    private static string Host(IPEndPoint place) => place.Address.ToString();

    private static string Port(IPEndPoint place) => place.Port.ToString(CultureInfo.InvariantCulture);
}
