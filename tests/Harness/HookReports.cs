using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Lab.Harness;

/// <summary>A socket that a program left open at its exit.</summary>
/// <param name="Type">Its type: <c>Stream</c> is TCP, <c>Dgram</c> is UDP.</param>
/// <param name="EndPoint">The end point that it is bound to. Null if it is not bound.</param>
public sealed record LeftOpen(string Type, IPEndPoint? EndPoint)
{
    /// <summary>Whether it is a TCP socket.</summary>
    public bool IsTcp => Type == "Stream";
}

/// <summary>A socket call of the program that threw.</summary>
/// <param name="Call">The method, such as <c>Accept</c>.</param>
/// <param name="Error">The socket's error code, such as <c>TimedOut</c>, or the exception's type.</param>
public sealed record FailedCall(string Call, string Error);

/// <summary>
/// The startup hook's reports from inside the program, about things that cannot be seen from outside.
/// </summary>
/// <param name="isThere">Whether the hook is in the program.</param>
/// <param name="timeline">The timeline that records the program's events.</param>
/// <param name="who">The program's name on the timeline.</param>
public sealed partial class HookReports(bool isThere, Timeline timeline, Actor who)
{
    private readonly Lock _lock = new();
    private readonly List<string> _tries = [];
    private readonly List<LeftOpen> _left = [];
    private readonly List<IPEndPoint> _binds = [];
    private readonly List<FailedCall> _failures = [];

    /// <summary>
    /// Whether the startup hook is in the program. Only then does the lack of a report about sockets mean something.
    /// </summary>
    public bool IsThere => isThere;

    /// <summary>Whether the program's own code has begun to run.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether the program reached code that can start other processes.</summary>
    public bool UsesProcesses { get; private set; }

    /// <summary>Whether the program reached code that uses sockets.</summary>
    public bool UsesSockets { get; private set; }

    /// <summary>
    /// Whether the program has reached its exit. Its sockets are still open then if it has not closed them.
    /// </summary>
    public bool IsAboutToExit { get; private set; }

    /// <summary>
    /// The time when it called <c>Console.ReadKey</c>, which throws if there is no console, on the timeline's clock. The
    /// sockets that were open then are in <see cref="LeftOpen"/>. Null if it did not.
    /// </summary>
    public TimeSpan? KeyAt { get; private set; }

    /// <summary>The time when it reached its exit, on the timeline's clock. Null before.</summary>
    public TimeSpan? ExitAt { get; private set; }

    /// <summary>The time from the program's first line to its exit, by its own clock. Null while it runs.</summary>
    public TimeSpan? Lifetime { get; private set; }

    /// <summary>
    /// The number of connections that it has taken from the backlog. Counted only with <see cref="Watch.Sockets"/>.
    /// </summary>
    public int Accepted { get; private set; }

    /// <summary>
    /// The number of bytes that it has received. Counted every 100 ms, and only with <see cref="Watch.Bytes"/>.
    /// </summary>
    public long BytesReceived { get; private set; }

    /// <summary>The end points that it tried to connect to. Known only with <see cref="Watch.Sockets"/>.</summary>
    public IReadOnlyList<string> Tries => Copy(_tries);

    /// <summary>The end points that it tried to bind a socket to. Known only with <see cref="Watch.Bytes"/>.</summary>
    public IReadOnlyList<IPEndPoint> Binds => Copy(_binds);

    /// <summary>Whether it has called Listen. Known only with <see cref="Watch.Bytes"/>.</summary>
    public bool HasCalledListen { get; private set; }

    /// <summary>The socket calls that threw, including those whose exception the program handled.</summary>
    public IReadOnlyList<FailedCall> Failures => Copy(_failures);

    /// <summary>The sockets that it left open at its exit. Never known on Windows.</summary>
    public IReadOnlyList<LeftOpen> LeftOpen => Copy(_left);

    /// <summary>Whether <see cref="LeftOpen"/> is known.</summary>
    public bool KnowsLeftOpen { get; private set; }

    /// <summary>Processes one report: a word and its details.</summary>
    internal void Take(string report)
    {
        var words = report.Split(' ', 2);
        switch (words[0])
        {
            case "begin":
                HasBegun = true;
                break;
            case "processes":
                UsesProcesses = true;
                break;
            case "sockets":
                UsesSockets = true;
                timeline.Move();
                break;
            case "exit":
                Exits(words[1].Split(' '));
                break;
            case "accept":
                Accepted++;
                timeline.Accepts(who, Accepted);
                break;
            case "received":
                BytesReceived = long.Parse(words[1], CultureInfo.InvariantCulture);
                timeline.Move();
                break;
            case "socket" when words[1].Split(' ') is [var type, var place]:
                Add(_left, new(type, Bound(place)));
                break;
            case "bind" when IPEndPoint.TryParse(words[1], out var bound):
                Add(_binds, EndPoints.Plain(bound));
                timeline.Move();
                break;
            case "listen":
                HasCalledListen = true;
                timeline.Move();
                break;
            case "key":
                KeyAt = timeline.Now;
                timeline.Move();
                break;
            case "list":
                lock (_lock)
                    _left.Clear();
                break;
            case "listed":
                KnowsLeftOpen = true;
                break;
            case "throws" when words[1].Split(' ') is [var call, var error]:
                Add(_failures, new(call, error));
                timeline.Add(who, Happening.Fail, note: $"{call}: {error}");
                break;
            case "connect" when ReadEndPoint(words[1]) is { } place:
                Add(_tries, place);
                timeline.Add(who, Happening.Try, note: place);
                break;
        }
    }

    private void Exits(string[] clocks)
    {
        ExitAt ??= timeline.Now;
        Lifetime = Milliseconds(clocks[1]) - Milliseconds(clocks[0]);
        IsAboutToExit = true;
        timeline.Add(who, Happening.ReachEnd);
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_lock)
            return [.. list];
    }

    private void Add<T>(List<T> list, T item)
    {
        lock (_lock)
            list.Add(item);
    }

    private static TimeSpan Milliseconds(string text) =>
        TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));

    private static IPEndPoint? Bound(string place) =>
        IPEndPoint.TryParse(place, out var at) && at.Port > 0 ? EndPoints.Plain(at) : null;

    // The telemetry prints a SocketAddress: family:size:{bytes after the family}, port first, in network order.
    private static string? ReadEndPoint(string text)
    {
        var match = SocketAddressText().Match(text);
        if (!match.Success)
            return null;
        var family =
            match.Groups["family"].Value == "InterNetwork" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
        byte[] bytes = [.. match.Groups["bytes"].Value.Split(',').Select(byte.Parse)];
        var address = new SocketAddress(family, bytes.Length + 2);
        for (var at = 0; at < bytes.Length; at++)
            address[at + 2] = bytes[at];
        var endPoint = (IPEndPoint)
            new IPEndPoint(family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0).Create(address);
        return EndPoints.Show(endPoint);
    }

    [GeneratedRegex(@"^(?<family>InterNetwork(V6)?):\d+:\{(?<bytes>[\d,]+)\}$")]
    private static partial Regex SocketAddressText();
}
