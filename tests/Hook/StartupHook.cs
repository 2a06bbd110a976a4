using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using System.Text;
using Microsoft.Win32.SafeHandles;

/// <summary>
/// Runs inside the program under test, before its Main, and reports to the harness what the wire cannot show.
/// </summary>
/// <remarks>
/// The runtime looks for exactly this name in the global namespace, and calls <c>Initialize</c>
/// (docs/design/features/host-startup-hook.md of dotnet/runtime). Reports go to standard error. Each stands between two
/// control characters, with a key that only this run knows, so that the harness can take it out again.
/// </remarks>
[SuppressMessage("Design", "CA1050", Justification = "The runtime wants it in the global namespace.")]
internal static class StartupHook
{
    // The hold is long enough for a busy machine to look at the sockets. It is bounded, so that the process ends even
    // if nobody looks.
    private static readonly TimeSpan _longestHold = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(5);

    private static string? _key;
    private static string? _startedAt;
    private static Stream? _error;
    private static SocketEvents? _events;
    private static bool _usesSockets;

    public static void Initialize()
    {
        _key = Read(Take("LAB_HOOK"));
        var gate = Take("LAB_HOOK_GATE");
        var watch = Take("LAB_HOOK_EVENTS");
        // The program's own children are not under test, so they get no hook.
        _ = Take("DOTNET_STARTUP_HOOKS");
        if (_key is null)
            return;
        _startedAt = Clock;
        _error = OpenError();

        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            if (IsLoaded(loaded, "System.Net.Sockets"))
            {
                _usesSockets = true;
                Report("sockets");
            }
            if (IsLoaded(loaded, "System.Diagnostics.Process"))
                Report("processes");
        };
        AppDomain.CurrentDomain.FirstChanceException += NoticeFailure;
        // This handler is added late, at Unloading, so that it runs after all of the program's own ProcessExit
        // handlers, which may still close sockets.
        AssemblyLoadContext.Default.Unloading += _ =>
            AppDomain.CurrentDomain.ProcessExit += (_, _) => AnnounceExit(gate);
        if (watch is not null)
            _events = new SocketEvents(Report, countBytes: watch == "bytes");
        if (watch == "turns")
            Console.SetOut(new SlowConsole());
        Report("begin");
    }

    private static bool IsLoaded(AssemblyLoadEventArgs loaded, string assembly) =>
        loaded.LoadedAssembly.FullName!.StartsWith(assembly + ",", StringComparison.Ordinal);

    private static void NoticeFailure(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        SocketFailures.Notice(thrown.Exception, Report);
        // Nothing more of the program's code may run after this exception, so its sockets are listed now.
        if (thrown.Exception is InvalidOperationException { TargetSite.Name: nameof(Console.ReadKey) })
        {
            ListSockets();
            Report("key");
        }
    }

    // The program's own clock is used, so that a late reading by the harness on a busy machine does not count.
    private static string Clock =>
        Stopwatch.GetElapsedTime(0).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    private static string? Take(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, null);
        return value;
    }

    // A sandbox gives the key in a pipe, which is empty afterwards, so that the program cannot find the key among its
    // variables.
    private static string? Read(string? key)
    {
        const string Descriptor = "/dev/fd/";
        if (key?.StartsWith(Descriptor, StringComparison.Ordinal) != true)
            return key;
        var number = int.Parse(key[Descriptor.Length..], CultureInfo.InvariantCulture);
        using var pipe = new FileStream(new SafeFileHandle(number, ownsHandle: true), FileAccess.Read);
        return new StreamReader(pipe).ReadToEnd().Trim();
    }

    // The gate is a file that the harness removes once it has looked at the sockets.
    private static void AnnounceExit(string? gate)
    {
        AppDomain.CurrentDomain.FirstChanceException -= NoticeFailure;
        ListSockets();
        Report("exit " + _startedAt + " " + Clock);
        // A stopwatch is used, because the time of day may be changed meanwhile.
        var begin = Stopwatch.GetTimestamp();
        while (gate is not null && File.Exists(gate) && Stopwatch.GetElapsedTime(begin) < _longestHold)
            Thread.Sleep(_look);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong here must not end the program.")]
    private static void ListSockets()
    {
        try
        {
            if (_usesSockets)
                OpenSockets.Report(Report);
        }
        catch (Exception)
        {
            // The observations from outside must be enough then.
        }
    }

    // The hook has a descriptor of its own. Otherwise, if the program closes its standard error, one of its sockets may
    // get the same number.
    private static Stream OpenError()
    {
        const string Copied = "/dev/fd/2";
        try
        {
            if (!OperatingSystem.IsWindows())
                return new FileStream(Copied, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The folder does not exist or is not accessible: the hook shares the program's standard error then.
        }
        return Console.OpenStandardError();
    }

    private static void Report(string text)
    {
        try
        {
            lock (_error!)
                _error.Write(Encoding.ASCII.GetBytes("\u001e" + _key + " " + text + "\u001f"));
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // Nobody reads the reports any more: the observations from outside must be enough then.
        }
    }
}
