using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Builders;

namespace Lab.Harness;

/// <summary>
/// One run of the program under test. Its standard input stays open until Enter is pressed. Disposing of the run ends
/// every process that it started.
/// </summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly CancellationTokenSource _kill;
    private readonly string _key;
    private readonly string? _gate;
    private readonly ReportFilter _reports;
    private readonly WindowsJob? _job;
    private readonly IConfinedRun? _confined;
    private readonly CommandTask<CommandResult> _command;
    private readonly Task _watching;
    private readonly ProcessorTime _processor;
    private readonly HashSet<string> _connected = [];
    private readonly TaskCompletionSource _enter = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _typed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isEnterPressed;

    private RunningProgram(Subject subject, IReadOnlyList<string> arguments, Timeline timeline, Actor who, Watch watch)
    {
        subject.End.ThrowIfCancellationRequested();
        _kill = CancellationTokenSource.CreateLinkedTokenSource(subject.End);
        Timeline = timeline;
        Who = who;
        Arguments = arguments;
        Hook = new HookReports(subject.Hook is not null, timeline, who);
        _key = $"{subject.CheckKey}.{Guid.NewGuid():N}";
        // The program can read the key of its run, and must not write reports with it.
        var hookKey = $"{Guid.NewGuid():N}";
        var folder = ProgramEnvironment.FolderFor(subject, _key);
        _gate = watch.HasFlag(Watch.Exit) && Hook.IsThere ? ProgramEnvironment.MakeGate(folder, _key) : null;
        _reports = new ReportFilter(hookKey, Hook.Take);
        var launch = new Launch(
            subject.FileName,
            new ArgumentsBuilder().Add(subject.Arguments, false).Add(arguments).Build(),
            folder,
            ProgramEnvironment.For(subject, _key, hookKey, _gate, watch)
        );
        _confined = subject.Sandbox?.Confine(subject, launch);
        timeline.Add(who, Happening.Start, note: string.Join(' ', arguments.Select(Quote)));
        try
        {
            _command = _confined is null ? Execute(launch) : LastingThread.Do(() => Execute(_confined.Launch));
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw new CannotStartException(subject.FileName, failure);
        }
        _confined?.Started(_command.ProcessId);
        _job = WindowsJob.Around(_command.ProcessId);
        _processor = new ProcessorTime(
            () => _confined is null ? ProcessId : _confined.ProgramId,
            () => HasEnded || IsHeld
        );
        _watching = WatchForEnd();
    }

    /// <summary>The timeline that records this run's events.</summary>
    public Timeline Timeline { get; }

    /// <summary>The actor's name on the timeline.</summary>
    public Actor Who { get; }

    /// <summary>Its arguments, without those that are part of the command.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The program's standard output.</summary>
    public CapturedOutput Out { get; } = new();

    /// <summary>The program's standard error.</summary>
    public CapturedOutput Error { get; } = new();

    /// <summary>
    /// The operating system's number of the process. While a sandbox is being made, it is the number of the process that
    /// makes it.
    /// </summary>
    public int ProcessId => _confined?.ProgramId ?? _command.ProcessId;

    /// <summary>Whether it has only one thread, and no process that could work for it.</summary>
    public bool HasSingleThread => _processor.Threads == 1 && !Leftovers.MayHaveChildren(ProcessId);

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorUsed => _processor.Used;

    /// <summary>The time when it was started, on the timeline's clock.</summary>
    public TimeSpan StartedAt { get; private set; }

    /// <summary>The time when it ended, on the timeline's clock. Null while it runs.</summary>
    public TimeSpan? EndedAt { get; private set; }

    /// <summary>The time when it ended or reached its exit, whichever was seen first. Null while it runs.</summary>
    public TimeSpan? OverAt => Hook.ExitAt < EndedAt || EndedAt is null ? Hook.ExitAt : EndedAt;

    /// <summary>Its exit code, if it ended by itself.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>The time when Enter was given to the program, on the timeline's clock. Null if it was not.</summary>
    public TimeSpan? EnterAt { get; private set; }

    /// <summary>Whether Enter was pressed.</summary>
    public bool IsEnterPressed => _enter.Task.IsCompleted;

    /// <summary>
    /// Whether the program waited for a key at its end: it ended as soon as Enter was pressed, or because there is no
    /// console whose keys it could read. Known once <see cref="ReactionToEnter"/> is.
    /// </summary>
    public bool HasAwaitedKey => FailedToReadKey || ReactionToEnter is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>
    /// Completes with whether the program ended as soon as Enter was pressed. A busy machine gives it more time.
    /// </summary>
    public Task<bool> ReactionToEnter { get; private set; } = Task.FromResult(false);

    /// <summary>Whether <c>Console.ReadKey</c> ended the program, which throws if there is no console.</summary>
    public bool FailedToReadKey =>
        Hook.KeyAt is not null
        && HasEnded
        && !Hook.IsAboutToExit
        && CrashReport.Find(Error.Text) is { Type: "System.InvalidOperationException" }
        && Error.Text.Contains(".ReadKey(", StringComparison.Ordinal);

    /// <summary>The startup hook's reports from inside the program.</summary>
    public HookReports Hook { get; }

    /// <summary>Whether it has reached its own code: it uses sockets, has printed something, or is over.</summary>
    public bool IsUp => Hook.UsesSockets || IsOver || Out.HasAny || Error.HasAny;

    /// <summary>Whether the process has ended.</summary>
    public bool HasEnded => EndedAt is not null;

    /// <summary>Whether it has ended, or has reached its exit and is held there.</summary>
    public bool IsOver => HasEnded || Hook.IsAboutToExit;

    /// <summary>
    /// Whether .NET has printed its report about an unhandled exception. Windows may need seconds to end the program
    /// after that.
    /// </summary>
    public bool SeemsToCrash => Hook.IsThere && CrashReport.Find(Error.Text) is not null;

    /// <summary>
    /// The longest time that the program can have waited. With the hook, it is the time from the program's first line
    /// to its exit, by its own clock. Without the hook, it is the whole time of the run as seen from outside. Null
    /// while the program runs.
    /// </summary>
    /// <remarks>A program may start the clock of its timeout before it makes a socket.</remarks>
    public TimeSpan? LongestWait => Hook.Lifetime ?? OverAt - StartedAt;

    /// <summary>
    /// Whether the program still holds a socket that was connected when <see cref="NoteConnections"/> was called and
    /// whose connection was reset since. Always false on systems other than Linux, where this cannot be seen.
    /// </summary>
    public bool HoldsLostClient => ProcessSockets.ByListing(ProcessId)[false].Any(_connected.Contains);

    /// <summary>The state of the program now.</summary>
    public ProgramState State =>
        new(
            !IsOver,
            ExitCode,
            HasEnded && ExitCode != 0 && !FailedToReadKey ? CrashReport.Find(Error.Text) : null,
            LastLines()
        );

    /// <summary>Starts the program.</summary>
    /// <param name="subject">The program to start.</param>
    /// <param name="arguments">The arguments of this run.</param>
    /// <param name="timeline">The timeline that records its events.</param>
    /// <param name="who">Its name on the timeline.</param>
    /// <param name="watch">How closely to watch the program.</param>
    /// <exception cref="CannotStartException">There is no such command.</exception>
    public static RunningProgram Start(
        Subject subject,
        IReadOnlyList<string> arguments,
        Timeline timeline,
        Actor who,
        Watch watch = Watch.Wire
    )
    {
        // The time is taken before the start, so that a slow start cannot make a program's waiting look shorter than it
        // was.
        var before = timeline.Now;
        return new(subject, arguments, timeline, who, watch) { StartedAt = before };
    }

    /// <summary>Records which of its sockets are connected now.</summary>
    public void NoteConnections() => _connected.UnionWith(ProcessSockets.ByListing(ProcessId)[true]);

    /// <summary>Waits like <see cref="Timeline.Until"/>, with a bound for this program.</summary>
    public Task<bool> Until(Func<bool> condition, TimeSpan bound) => Timeline.Until(condition, bound, _processor);

    /// <summary>
    /// Waits until the program itself only waits. By then it has reacted to everything that has reached it.
    /// </summary>
    public Task ComesToRest() => Until(() => IsOver, Bounds.Rest);

    /// <summary>
    /// Whether nothing more will come from the program by itself: it has reached its own code and only waits, no other
    /// process works for it, and everything that it has sent or printed has arrived here.
    /// </summary>
    public async Task<bool> IsSettled() =>
        !(Hook.IsThere ? Hook.UsesProcesses : Leftovers.MayHaveChildren(ProcessId))
        && await OnlyWaits()
        && await Loopback.IsDrained();

    /// <summary>Whether it has reached its own code, and only waits.</summary>
    public async Task<bool> OnlyWaits() =>
        (IsUp || Hook.HasBegun || IsOnNetwork) && !IsOver && await _processor.IsAtRest();

    /// <summary>
    /// Presses Enter: the program reads an empty line, and then the end of its standard input. Many programs wait for a
    /// key when they have done their work.
    /// </summary>
    public void PressEnter()
    {
        // Several expectations may press at the same time.
        if (Interlocked.Exchange(ref _isEnterPressed, true))
            return;
        Timeline.Add(Actor.Check, Happening.PressEnter);
        ReactionToEnter = EndsAtOnce();
        _enter.SetResult();
    }

    // On a busy machine the key reaches the program later than it is pressed. Only then does the program's time begin.
    private async Task<bool> EndsAtOnce()
    {
        await Task.WhenAny(_typed.Task, _watching);
        return EnterAt is not null && await Until(() => IsOver, Bounds.AtOnce);
    }

    private bool IsOnNetwork =>
        Timeline.Calls.Any(call => call.Caller == Who || call.Callee == Who)
        || ProcessSockets.ListeningOf(ProcessId).Count > 0;

    /// <summary>Lets a process that is held at its exit go on.</summary>
    public void LetExit()
    {
        if (_gate is not null)
            File.Delete(_gate);
    }

    /// <summary>Ends the process, its children, and everything else that it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        LetExit();
        _confined?.Dispose();
        // Killing the process tree finds only children whose parents still run, and the key finds only children that
        // inherited the environment. Killing the tree costs ten times as much, so it is done only if there may be
        // children.
        if (_job is null && Leftovers.MayHaveChildren(ProcessId))
            await Task.Run(_kill.GiveUp);
        _job?.Dispose();
        await Leftovers.Kill(_key);
        await Task.WhenAny(_watching, Task.Delay(Bounds.Settle));
        await Task.Run(_kill.GiveUp);
        await Task.WhenAny(_watching, Task.Delay(Bounds.Kill));
        _kill.Dispose();
    }

    private CommandTask<CommandResult> Execute(Launch launch) =>
        Cli.Wrap(launch.FileName)
            .WithArguments(launch.Arguments)
            .WithWorkingDirectory(launch.Folder)
            .WithEnvironmentVariables(launch.Variables)
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(PipeSource.Create(TypeEnter))
            .WithStandardOutputPipe(Capture(Out, Happening.Print, bytes => bytes))
            .WithStandardErrorPipe(Capture(Error, Happening.PrintError, _reports.Strip))
            .ExecuteAsync(_kill.Token, CancellationToken.None);

    // The command's task also waits for the end of the output, and a child that inherited the output may keep it open.
    // So the process itself is watched as well.
    private async Task WatchForEnd()
    {
        await Task.WhenAny(WaitForProcess(), Silently(_command.Task));
        // The last output may say that the program crashed.
        await Task.WhenAny(Silently(_command.Task), Task.Delay(Bounds.Reaction));
        if (_command.Task.IsCompletedSuccessfully)
            ExitCode = (await _command.Task).ExitCode;
        _confined?.Ended(ExitCode, Error.Text);
        EndedAt = Timeline.Now;
        Timeline.Add(Who, Happening.Exit, note: ExitCode?.ToString(CultureInfo.InvariantCulture));
    }

    private async Task WaitForProcess()
    {
        try
        {
            using var process = Process.GetProcessById(_command.ProcessId);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // The process has ended already.
        }
    }

    // A held program uses the processor only for the hook, which checks whether the program may go on.
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

    // The rest of a flood is not recorded, because it must not push everything else off the timeline.
    private bool Keep(CapturedOutput output, Happening what, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return true;
        if (!output.Add(bytes))
            return false;
        Timeline.Add(Who, what, bytes.ToArray());
        return true;
    }

    private async Task TypeEnter(Stream input, CancellationToken end)
    {
        await _enter.Task.WaitAsync(end);
        try
        {
            EnterAt = Timeline.Now;
            await input.WriteAsync(Encoding.ASCII.GetBytes(Environment.NewLine), end);
            await input.FlushAsync(end);
        }
        catch (IOException)
        {
            // The program has closed its standard input, or has ended.
        }
        finally
        {
            _typed.SetResult();
        }
    }

    private delegate ReadOnlySpan<byte> OwnBytes(ReadOnlySpan<byte> bytes);

    private static string Quote(string argument) => argument.Any(char.IsWhiteSpace) ? $"\"{argument}\"" : argument;
}
