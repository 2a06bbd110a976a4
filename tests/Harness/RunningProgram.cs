using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CliWrap;

namespace Lab.Harness;

/// <summary>How a run is to be watched, where the wire is not enough.</summary>
[Flags]
public enum Watch
{
    /// <summary>The wire, the output and the exit.</summary>
    Wire = 0,

    /// <summary>Also the runtime's socket telemetry: connects and accepts. Costs some 20 ms.</summary>
    Sockets = 1,

    /// <summary>As <see cref="Sockets"/>, and also how many bytes were received, counted every 100 ms.</summary>
    Bytes = 4,

    /// <summary>
    /// As <see cref="Sockets"/>, and its threads give each other a turn whenever they print. Not together with
    /// <see cref="Bytes"/>.
    /// </summary>
    Turns = 8,

    /// <summary>
    /// Also hold the process at its exit, until <see cref="RunningProgram.LetExit"/>, so that an explicit close and
    /// the kernel's can be told apart.
    /// </summary>
    Exit = 2,
}

/// <summary>
/// One run of the program under test. Its standard input stays open; whatever it does, disposing it leaves no process
/// behind.
/// </summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    // 256 MiB for the objects of a .NET program, in the hexadecimal that the runtime reads. A check runs a dozen at once.
    private const string MostMemory = "10000000";

    private readonly CancellationTokenSource _kill;
    private readonly string _key;
    private readonly string? _gate;
    private readonly WindowsJob? _job;
    private readonly CommandTask<CommandResult> _command;
    private readonly Task _watching;

    private RunningProgram(Subject subject, IReadOnlyList<string> arguments, Timeline timeline, Actor who, Watch watch)
    {
        subject.End.ThrowIfCancellationRequested();
        _kill = CancellationTokenSource.CreateLinkedTokenSource(subject.End);
        Timeline = timeline;
        Who = who;
        Arguments = arguments;
        HasHook = subject.Hook is not null;
        _key = $"{subject.CheckKey}.{Guid.NewGuid():N}";
        var folder = MakeFolder(subject);
        _gate = watch.HasFlag(Watch.Exit) && HasHook ? MakeGate(folder) : null;
        var reports = new HookReports(_key, Report);
        timeline.Add(who, Happening.Start, note: string.Join(' ', arguments.Select(Quote)));
        try
        {
            _command = Cli.Wrap(subject.FileName)
                .WithArguments(line => line.Add(subject.Arguments, false).Add(arguments))
                .WithWorkingDirectory(folder)
                .WithEnvironmentVariables(EnvironmentFor(subject, watch))
                .WithValidation(CommandResultValidation.None)
                .WithStandardInputPipe(PipeSource.Create((_, end) => Task.Delay(-1, end)))
                .WithStandardOutputPipe(Capture(Out, Happening.Print, bytes => bytes))
                .WithStandardErrorPipe(Capture(Error, Happening.PrintError, reports.Strip))
                .ExecuteAsync(_kill.Token, CancellationToken.None);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw new CannotStartException(subject.FileName, failure);
        }
        _job = WindowsJob.Around(_command.ProcessId);
        _watching = WatchForEnd();
    }

    /// <summary>Where this run's events go.</summary>
    public Timeline Timeline { get; }

    /// <summary>The actor's name on the timeline.</summary>
    public Actor Who { get; }

    /// <summary>Its arguments, without those that are part of the command.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>What it printed.</summary>
    public CapturedOutput Out { get; } = new();

    /// <summary>What it printed to standard error.</summary>
    public CapturedOutput Error { get; } = new();

    /// <summary>The operating system's number of the process.</summary>
    public int ProcessId => _command.ProcessId;

    /// <summary>When it was started, on the timeline's clock.</summary>
    public TimeSpan StartedAt { get; private set; }

    /// <summary>When it ended, on the timeline's clock; null while it runs.</summary>
    public TimeSpan? EndedAt { get; private set; }

    /// <summary>When it ended or reached its end, whichever was seen first; null while it runs.</summary>
    public TimeSpan? OverAt { get; private set; }

    /// <summary>Its exit code, where it ended by itself.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Starts the program.</summary>
    /// <param name="subject">What to start.</param>
    /// <param name="arguments">The arguments of this run.</param>
    /// <param name="timeline">Where its events go.</param>
    /// <param name="who">Its name there.</param>
    /// <param name="watch">How closely to watch it.</param>
    /// <exception cref="CannotStartException">There is no such command.</exception>
    public static RunningProgram Start(
        Subject subject,
        IReadOnlyList<string> arguments,
        Timeline timeline,
        Actor who,
        Watch watch = Watch.Wire
    )
    {
        // Taken before the start: a lower bound of time must never be cut short by a slow launch.
        var before = timeline.Now;
        return new(subject, arguments, timeline, who, watch) { StartedAt = before };
    }

    /// <summary>Lets a process go on that is held at its exit.</summary>
    public void LetExit()
    {
        if (_gate is not null)
            File.Delete(_gate);
    }

    /// <summary>Ends the process, its children, and whatever else it left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        LetExit();
        // A tree is found only from its root, and the key not where a child has an environment of its own. But to ask for
        // a tree costs ten times as much.
        if (_job is null && Leftovers.MayHaveChildren(ProcessId))
            await Task.Run(_kill.GiveUp);
        _job?.Dispose();
        await Leftovers.Kill(_key);
        await Task.WhenAny(_watching, Task.Delay(Bounds.Settle));
        await Task.Run(_kill.GiveUp);
        await Task.WhenAny(_watching, Task.Delay(Bounds.Kill));
        _kill.Dispose();
    }

    // The command's task also waits for the end of the output, which a child that inherited it may hold open: so the
    // process is watched as well.
    private async Task WatchForEnd()
    {
        await Task.WhenAny(WaitForProcess(), Silently(_command.Task));
        // Its last words may say that it crashed.
        await Task.WhenAny(Silently(_command.Task), Task.Delay(Bounds.Reaction));
        if (_command.Task.IsCompletedSuccessfully)
            ExitCode = (await _command.Task).ExitCode;
        OverAt ??= Timeline.Now;
        EndedAt = Timeline.Now;
        Timeline.Add(Who, Happening.Exit, note: ExitCode?.ToString(CultureInfo.InvariantCulture));
    }

    private async Task WaitForProcess()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    private static Task Silently(Task task) => task.ContinueWith(_ => { }, TaskScheduler.Default);

    private PipeTarget Capture(CapturedOutput output, Happening what, OwnBytes own) =>
        PipeTarget.Create(
            async (stream, end) =>
            {
                var buffer = new byte[1 << 16];
                int count;
                while ((count = await stream.ReadAsync(buffer, end)) > 0)
                {
                    if (!Keep(output, what, own(buffer.AsSpan(0, count))))
                        await Task.Delay(Bounds.Flood, end);
                }
            }
        );

    // Of a flood nothing more is looked at: it must not drive everything else off the timeline.
    private bool Keep(CapturedOutput output, Happening what, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return true;
        if (!output.Add(bytes))
            return false;
        Timeline.Add(Who, what, bytes.ToArray());
        return true;
    }

    private delegate ReadOnlySpan<byte> OwnBytes(ReadOnlySpan<byte> bytes);

    private static string Quote(string argument) => argument.Any(char.IsWhiteSpace) ? $"\"{argument}\"" : argument;

    // A program may keep a log: its other runs, at the same time, must not hold that file. A command has its files where
    // it was given.
    private string MakeFolder(Subject subject) =>
        HasHook
        && Try(() => Directory.CreateDirectory(Path.Combine(subject.WorkingDirectory, _key)).FullName) is { } own
            ? own
            : subject.WorkingDirectory;

    private string? MakeGate(string folder) =>
        Try(() =>
        {
            var gate = Path.Combine(folder, $"gate-{_key}");
            File.WriteAllBytes(gate, []);
            return gate;
        });

    // The disk may be full.
    private static string? Try(Func<string> make)
    {
        try
        {
            return make();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Dictionary<string, string?> EnvironmentFor(Subject subject, Watch watch) =>
        new()
        {
            [Leftovers.Variable] = _key,
            ["DOTNET_STARTUP_HOOKS"] = subject.Hook,
            ["LAB_HOOK"] = subject.Hook is null ? null : _key,
            ["LAB_HOOK_GATE"] = _gate,
            ["LAB_HOOK_EVENTS"] =
                watch.HasFlag(Watch.Bytes) ? "bytes"
                : watch.HasFlag(Watch.Turns) ? "turns"
                : watch.HasFlag(Watch.Sockets) ? "calls"
                : null,
            // What eats memory without end gets an exception of its own, long before the machine has none left.
            ["DOTNET_GCHeapHardLimit"] = MostMemory,
            // Memory that is never writable and executable at once costs a tenth of a short program's time.
            ["DOTNET_EnableWriteXorExecute"] = "0",
            // The runtime's diagnostics leave a socket in the temporary folder for each process that is killed.
            ["DOTNET_EnableDiagnostics"] = "0",
            // Python keeps its output back when nobody sits at a terminal.
            ["PYTHONUNBUFFERED"] = "1",
            // And it then prints, and reads its arguments, in the locale's encoding: on Windows, Latin letters at best.
            ["PYTHONUTF8"] = "1",
        };
}
