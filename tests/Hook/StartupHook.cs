using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;

/// <summary>
/// Runs inside the program under test, before its Main, and reports to the harness what the wire cannot show.
/// </summary>
/// <remarks>
/// The runtime looks for exactly this name in the global namespace, and calls <c>Initialize</c>
/// (docs/design/features/host-startup-hook.md of dotnet/runtime). Reports go to standard error between two control
/// characters that carry a key only this run knows, so the harness can take them out again.
/// </remarks>
[SuppressMessage("Design", "CA1050", Justification = "The runtime wants it in the global namespace.")]
internal static class StartupHook
{
    // Long enough for a loaded machine to look at the sockets, short enough to end by itself if nobody does.
    private static readonly TimeSpan _longestHold = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(5);

    private static string? _key;
    private static SocketEvents? _events;
    private static bool _usesSockets;

    public static void Initialize()
    {
        _key = Take("LAB_HOOK");
        var gate = Take("LAB_HOOK_GATE");
        var watch = Take("LAB_HOOK_EVENTS");
        // The program's own children are not under test.
        _ = Take("DOTNET_STARTUP_HOOKS");
        if (_key is null)
            return;

        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            if (loaded.LoadedAssembly.FullName!.StartsWith("System.Net.Sockets,", StringComparison.Ordinal))
            {
                _usesSockets = true;
                Report("sockets " + Clock);
            }
        };
        AppDomain.CurrentDomain.FirstChanceException += NoticeFailure;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => AnnounceExit(gate);
        if (watch is not null)
            _events = new SocketEvents(Report, countBytes: watch == "bytes");
    }

    private static void NoticeFailure(object? sender, FirstChanceExceptionEventArgs thrown) =>
        SocketFailures.Notice(thrown.Exception, Report);

    // The program's own clock: how late the harness reads this on a busy machine must not count.
    private static string Clock =>
        Stopwatch.GetElapsedTime(0).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    private static string? Take(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, null);
        return value;
    }

    // The gate is a file that the harness removes once it has looked at the sockets.
    private static void AnnounceExit(string? gate)
    {
        AppDomain.CurrentDomain.FirstChanceException -= NoticeFailure;
        if (_usesSockets)
            OpenSockets.Report(Report);
        Report("exit " + Clock);
        var end = DateTime.UtcNow + _longestHold;
        while (gate is not null && File.Exists(gate) && DateTime.UtcNow < end)
            Thread.Sleep(_look);
    }

    private static void Report(string text)
    {
        try
        {
            using var error = Console.OpenStandardError();
            error.Write(Encoding.ASCII.GetBytes("\u001e" + _key + " " + text + "\u001f"));
        }
        catch (IOException)
        {
            // The program closed its standard error: then the wire has to do.
        }
    }
}
