using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CliWrap;

namespace Lab.Harness;

/// <summary>
/// One run of the program under test. Its standard input stays open; whatever it does, disposing it leaves no process
/// behind.
/// </summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly CancellationTokenSource _kill;
    private readonly string _key;
    private readonly string? _gate;
    private readonly WindowsJob? _job;
    private readonly CommandTask<CommandResult> _command;
    private readonly Task _watching;
    private readonly ProcessorTime _processor;
    private readonly HashSet<string> _connected = [];

    private RunningProgram(Subject subject, IReadOnlyList<string> arguments, Timeline timeline, Actor who, Watch watch)
    {
        subject.End.ThrowIfCancellationRequested();
        _kill = CancellationTokenSource.CreateLinkedTokenSource(subject.End);
        Timeline = timeline;
        Who = who;
        Arguments = arguments;
        Hook = new HookReports(subject.Hook is not null, timeline, who);
        _key = $"{subject.CheckKey}.{Guid.NewGuid():N}";
        var folder = ProgramEnvironment.FolderFor(subject, _key);
        _gate = watch.HasFlag(Watch.Exit) && Hook.IsThere ? ProgramEnvironment.MakeGate(folder, _key) : null;
        var reports = new ReportFilter(_key, Hook.Take);
        timeline.Add(who, Happening.Start, note: string.Join(' ', arguments.Select(Quote)));
        try
        {
            _command = Cli.Wrap(subject.FileName)
                .WithArguments(line => line.Add(subject.Arguments, false).Add(arguments))
                .WithWorkingDirectory(folder)
                .WithEnvironmentVariables(ProgramEnvironment.For(subject, _key, _gate, watch))
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
        _job = WindowsJob.Around(ProcessId);
        _processor = new ProcessorTime(ProcessId, () => HasEnded || IsHeld);
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
    public TimeSpan? OverAt => Hook.ExitAt < EndedAt || EndedAt is null ? Hook.ExitAt : EndedAt;

    /// <summary>Its exit code, where it ended by itself.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>What the startup hook tells from inside it.</summary>
    public HookReports Hook { get; }

    /// <summary>Whether it has got to its own code: it uses sockets, has printed something, or is over.</summary>
    public bool IsUp => Hook.UsesSockets || IsOver || Out.HasAny || Error.HasAny;

    /// <summary>Whether the process has ended.</summary>
    public bool HasEnded => EndedAt is not null;

    /// <summary>Whether it ended, or reached its end and is held there.</summary>
    public bool IsOver => HasEnded || Hook.IsAboutToExit;

    /// <summary>Whether .NET has printed what it prints before it ends a program; Windows may take seconds for that end.</summary>
    public bool SeemsToCrash => Hook.IsThere && CrashReport.Find(Error.Text) is not null;

    /// <summary>
    /// How long it can have waited: by its own clock, from its first line to its exit, where the hook tells; else the
    /// whole of its run, as seen from here. Null while it runs.
    /// </summary>
    /// <remarks>A program may start the clock of its timeout before it makes a socket.</remarks>
    public TimeSpan? LongestWait => Hook.Lifetime ?? OverAt - StartedAt;

    /// <summary>
    /// Whether it still holds a socket that <see cref="NoteConnections"/> has seen connected, and whose connection was reset
    /// since. Never outside Linux, where nobody knows.
    /// </summary>
    public bool HoldsLostClient => ProcessSockets.ByListing(ProcessId)[false].Any(_connected.Contains);

    /// <summary>How it stands now.</summary>
    public ProgramState State =>
        new(!IsOver, ExitCode, HasEnded && ExitCode != 0 ? CrashReport.Find(Error.Text) : null, LastLines());

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

    /// <summary>Notes which of its sockets are connected now.</summary>
    public void NoteConnections() => _connected.UnionWith(ProcessSockets.ByListing(ProcessId)[true]);

    /// <summary>Waits as <see cref="Timeline.Until"/> does, with a bound that is for this program.</summary>
    public Task<bool> Until(Func<bool> condition, TimeSpan bound) => Timeline.Until(condition, bound, _processor);

    /// <summary>Waits until it only waits itself: by then it has done whatever it does about what has reached it.</summary>
    public Task ComesToRest() => Until(() => IsOver, Bounds.Rest);

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

    // The processor time of a held program is used by the hook, which looks whether it may go on.
    private bool IsHeld => Hook.IsAboutToExit && File.Exists(_gate);

    private ValueList<string> LastLines() =>
        [
            .. $"{Out.Text}\n{Error.Text}"
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .TakeLast(5)
                .Select(CapturedOutput.Shortened),
        ];

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

    // A flood is not noted any further: it must not drive everything else off the timeline.
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
}
