using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Teaching.Confining;
using Lab.Harness;

namespace Lab.Build.Teaching.Grading;

/// <summary>A worker, as the process that coordinates a class sees it.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>The environment variable that makes the host a worker.</summary>
    public const string Variable = "LAB_CHECK_WORKER";

    /// <summary>The value of the variable for a worker that confines the programs.</summary>
    public const string Confined = "confined";

    private const string Unconfined = "unconfined";

    private static readonly Dictionary<string, string> _ofRuntime = new()
    {
        // A worker lives too briefly for these to pay.
        ["DOTNET_EnableWriteXorExecute"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        // Its threads mostly wait. Other programs need the processor on which they would look for work again and again.
        ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0",
    };

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, Running> _running = [];
    private readonly Task _listening;
    private readonly Task<string> _error;
    private readonly SemaphoreSlim _sending = new(1);
    private int _last;

    private WorkerProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
        _listening = Task.Run(Listen);
    }

    /// <summary>Whether the process still lives.</summary>
    public bool IsAlive => !_listening.IsCompleted && !_process.HasExited;

    /// <summary>The operating system's number of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Removes what makes this process a worker from its variables, so that what it starts does not get it.</summary>
    /// <returns>The value of <see cref="Variable"/>. Null if this process is no worker.</returns>
    internal static string? TakeVariables()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } confinement)
            return null;
        foreach (var name in _ofRuntime.Keys.Append(Variable))
            Environment.SetEnvironmentVariable(name, null);
        return confinement;
    }

    /// <summary>Starts a worker.</summary>
    /// <param name="isConfined">
    /// Whether it has a network of its own, and confines the programs. <see cref="SandboxTrial.Make"/> tells whether the
    /// machine can do that.
    /// </param>
    public static WorkerProcess Start(bool isConfined)
    {
        string[] host = [Compiler.Dotnet, typeof(WorkerProcess).Assembly.Location];
        string[] line = isConfined ? [.. OwnNetwork.Around(SandboxTools.Find()), .. host] : host;
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment[Variable] = isConfined ? Confined : Unconfined;
        foreach (var (name, value) in _ofRuntime)
            start.Environment[name] = value;
        return new(LastingThread.Do(() => Process.Start(start)!));
    }

    /// <summary>Lets the worker check a program.</summary>
    /// <param name="order">The check.</param>
    /// <param name="progress">Receives progress. Null if nobody looks.</param>
    /// <param name="alone">Waits for the turn to play alone on the machine. Null if there is nobody else.</param>
    /// <param name="end">Cancels the check.</param>
    /// <returns>The result. It has a fault if the worker has ended.</returns>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public async Task<ResultDocument> Check(
        CheckOrder order,
        IProgress<CheckProgress>? progress,
        Func<CancellationToken, Task<IDisposable>>? alone,
        CancellationToken end
    )
    {
        var id = Interlocked.Increment(ref _last);
        using var running = _running[id] = new(progress, alone, end);
        try
        {
            await Send(new ToWorker.Begin(id, order));
            if (_listening.IsCompleted)
                running.Done.TrySetResult(null);
            return await running.Done.Task.WaitAsync(end) switch
            {
                FromWorker.Result done => done.Document,
                FromWorker.Failed failed => CouldNotCheck(order, failed.Fault),
                _ => CouldNotCheck(order, new Fault.CheckerDied(await LastWords())),
            };
        }
        catch (OperationCanceledException)
        {
            await Send(new ToWorker.Cancel(id));
            throw;
        }
        finally
        {
            _running.TryRemove(id, out _);
            await running.End();
        }
    }

    /// <summary>Ends the worker, and everything that it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        CloseOrders();
        using var bound = new CancellationTokenSource(_patience);
        await _process.WaitForExitAsync(bound.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _listening;
        _process.Dispose();
    }

    private void CloseOrders()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The worker has ended already, and could not read the last order.
        }
    }

    private async Task Listen()
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                var message = WorkerMessages.Read<FromWorker>(line);
                if (_running.TryGetValue(message.Id, out var check))
                    Take(message, check);
            }
        }
        catch (JsonException)
        {
            // The worker has died in the middle of a message.
        }
        finally
        {
            foreach (var check in _running.Values)
                check.Done.TrySetResult(null);
        }
    }

    private void Take(FromWorker message, Running check)
    {
        switch (message)
        {
            case FromWorker.Progress now:
                check.Progress?.Report(new(now.Phase, now.Done, now.All));
                break;
            case FromWorker.WantsAlone:
                _ = GiveTurn(message.Id, check);
                break;
            case FromWorker.WasAlone:
                check.EndTurn();
                break;
            default:
                check.Done.TrySetResult(message);
                break;
        }
    }

    private async Task GiveTurn(int id, Running check)
    {
        try
        {
            await check.TakeTurn();
            await Send(new ToWorker.Alone(id));
        }
        catch (OperationCanceledException)
        {
            // The check is given up, and the worker is told so.
        }
    }

    private async Task Send(ToWorker message)
    {
        await _sending.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(WorkerMessages.ToLine(message));
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The worker has ended. Whoever listens to it notices.
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task<string> LastWords()
    {
        await Task.WhenAny(_error, Task.Delay(Bounds.Reaction));
        return _error.IsCompletedSuccessfully ? (await _error).Trim().Split('\n')[^1] : "";
    }

    private static ResultDocument CouldNotCheck(CheckOrder order, Fault fault) =>
        new(order.Exercise, order.Described, 0, order.Seed)
        {
            Fault = fault,
            Steps = StepResult.AllWaitingFor(order.Exercise, null),
        };

    private sealed class Running(
        IProgress<CheckProgress>? progress,
        Func<CancellationToken, Task<IDisposable>>? alone,
        CancellationToken end
    ) : IDisposable
    {
        private readonly CancellationTokenSource _over = CancellationTokenSource.CreateLinkedTokenSource(end);
        private IDisposable? _turn;

        public IProgress<CheckProgress>? Progress => progress;

        public TaskCompletionSource<FromWorker?> Done { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task TakeTurn()
        {
            _turn = alone is null ? null : await alone(_over.Token);
            // The turn may come in the moment in which the worker dies.
            if (_over.IsCancellationRequested)
                EndTurn();
        }

        public void EndTurn() => _turn?.Dispose();

        // A turn that nobody uses would let nobody else play.
        public async Task End()
        {
            await _over.CancelAsync();
            EndTurn();
        }

        public void Dispose() => _over.Dispose();
    }
}
