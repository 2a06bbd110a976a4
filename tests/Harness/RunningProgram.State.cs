using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Lab.Harness;

// What is known about the program, from its exit, its output and the hook's reports.
public sealed partial class RunningProgram
{
    private readonly List<string> _tries = [];
    private TimeSpan? _lifetime;
    private readonly List<LeftOpen> _left = [];
    private readonly HashSet<string> _connected = [];
    private readonly List<(string Call, string Error)> _failures = [];

    /// <summary>Whether the startup hook is in it: only then does silence about sockets mean something.</summary>
    public bool HasHook { get; }

    /// <summary>Whether it reached code that uses sockets; known only with the hook.</summary>
    public bool UsesSockets { get; private set; }

    /// <summary>Whether it has got to its own code: it uses sockets, has printed something, or is over.</summary>
    public bool IsUp => UsesSockets || IsOver || Out.HasAny || Error.HasAny;

    /// <summary>Whether it reached its exit, with its sockets still as it left them; known only with the hook.</summary>
    public bool IsAboutToExit { get; private set; }

    /// <summary>How many connections it took from the backlog; counted only with <see cref="Watch.Sockets"/>.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many bytes it received; counted, every 100 ms, only with <see cref="Watch.Bytes"/>.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>Where it tried to connect to; known only with <see cref="Watch.Sockets"/>.</summary>
    public IReadOnlyList<string> Tries
    {
        get
        {
            lock (_tries)
                return [.. _tries];
        }
    }

    /// <summary>The socket calls that threw, and what, such as <c>Accept</c> and <c>TimedOut</c>; known only with the hook.</summary>
    public IReadOnlyList<(string Call, string Error)> Failures
    {
        get
        {
            lock (_failures)
                return [.. _failures];
        }
    }

    /// <summary>The sockets it left open at its exit; known only with the hook, and not on Windows.</summary>
    public IReadOnlyList<LeftOpen> LeftOpen
    {
        get
        {
            lock (_left)
                return [.. _left];
        }
    }

    /// <summary>Whether <see cref="LeftOpen"/> says anything.</summary>
    public bool KnowsLeftOpen { get; private set; }

    /// <summary>
    /// Whether it still holds a socket that <see cref="NoteConnections"/> has seen connected, and whose connection was reset
    /// since. Never outside Linux, where nobody knows.
    /// </summary>
    public bool HoldsLostClient => ProcessSockets.ByListing(ProcessId)[false].Any(_connected.Contains);

    /// <summary>Whether the process has ended.</summary>
    public bool HasEnded => EndedAt is not null;

    /// <summary>Whether .NET has printed what it prints before it ends a program; Windows may take seconds for that end.</summary>
    public bool SeemsToCrash => HasHook && FindCrash(Error.Text) is not null;

    /// <summary>Whether it ended, or reached its end and is held there.</summary>
    public bool IsOver => HasEnded || IsAboutToExit;

    /// <summary>
    /// How long it can have waited: by its own clock, from its first line to its exit, where the hook tells; else the
    /// whole of its run, as seen from here. Null while it runs.
    /// </summary>
    /// <remarks>A program may start the clock of its timeout before it makes a socket.</remarks>
    public TimeSpan? LongestWait => _lifetime ?? OverAt - StartedAt;

    /// <summary>How it stands now.</summary>
    public ProgramState State =>
        new(!IsOver, ExitCode, HasEnded && ExitCode != 0 ? FindCrash(Error.Text) : null, LastLines());

    /// <summary>Notes which of its sockets are connected now.</summary>
    public void NoteConnections() => _connected.UnionWith(ProcessSockets.ByListing(ProcessId)[true]);

    private void Report(string report)
    {
        var words = report.Split(' ', 2);
        switch (words[0])
        {
            case "sockets":
                UsesSockets = true;
                Timeline.Move();
                break;
            case "exit":
                OverAt ??= Timeline.Now;
                var clocks = words[1].Split(' ');
                _lifetime = Milliseconds(clocks[1]) - Milliseconds(clocks[0]);
                IsAboutToExit = true;
                Timeline.Add(Who, Happening.ReachEnd);
                break;
            case "accept":
                Accepted++;
                Timeline.Add(Who, Happening.Accept);
                break;
            case "received":
                BytesReceived = long.Parse(words[1], CultureInfo.InvariantCulture);
                Timeline.Move();
                break;
            case "socket" when words[1].Split(' ') is [var type, var place]:
                lock (_left)
                    _left.Add(
                        new(type, IPEndPoint.TryParse(place, out var at) && at.Port > 0 ? EndPoints.Plain(at) : null)
                    );
                break;
            case "listed":
                KnowsLeftOpen = true;
                break;
            case "throws":
                Fails(words[1].Split(' '));
                break;
            case "connect" when ReadEndPoint(words[1]) is { } place:
                lock (_tries)
                    _tries.Add(place);
                Timeline.Add(Who, Happening.Try, note: place);
                break;
        }
    }

    private static TimeSpan Milliseconds(string text) =>
        TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));

    private void Fails(string[] call)
    {
        lock (_failures)
            _failures.Add((call[0], call[1]));
        Timeline.Add(Who, Happening.Fail, note: $"{call[0]}: {call[1]}");
    }

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

    private static Crash? FindCrash(string error)
    {
        // Node names itself in the last line of all.
        var isNode = error.TrimEnd().Split('\n')[^1].StartsWith("Node.js v", StringComparison.Ordinal);
        var match = (isNode ? NodeText() : UnhandledText()).Match(error);
        if (!match.Success)
            return null;
        var place = PlaceText().Match(error, match.Index);
        return new(
            match.Groups["type"].Value,
            match.Groups["message"].Value.Trim(),
            place.Success ? $"{place.Groups["file"].Value}:{place.Groups["line"].Value}" : null
        );
    }

    private ValueList<string> LastLines() =>
        [
            .. $"{Out.Text}\n{Error.Text}"
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .TakeLast(5),
        ];

    [GeneratedRegex(@"^(?<family>InterNetwork(V6)?):\d+:\{(?<bytes>[\d,]+)\}$")]
    private static partial Regex SocketAddressText();

    // As .NET, Java and Python print it; Python names the exception in the last line of its traceback. No part of it looks
    // for its end in two ways: what a program prints must not keep the check busy.
    [GeneratedRegex(
        """
            ^(Unhandled\ exception\.\ (?<type>[\w.+`]+)(\ \([^)\n]*\))?
            |Exception\ in\ thread\ "[^"\n]*"\ (?<type>[\w.$]+)
            |Traceback\ \(most\ recent\ call\ last\):\r?\n(?>(\ [^\n]*\n)+)(?<type>[\w.]+)
            )(:\ (?<message>.*))?
            """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex UnhandledText();

    [GeneratedRegex(@"^(?<type>\w*Error)(: (?<message>.*))?", RegexOptions.Multiline)]
    private static partial Regex NodeText();

    [GeneratedRegex(@"(?<file>[^\\/\s]+\.cs):\D*(?<line>\d+)")]
    private static partial Regex PlaceText();
}
