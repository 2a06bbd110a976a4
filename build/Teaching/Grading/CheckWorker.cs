using System.Collections.Concurrent;
using System.Globalization;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Teaching.Confining;

namespace Lab.Build.Teaching.Grading;

/// <summary>
/// Checks programs that it is given as messages, and answers with messages. It has a network of its own, so that the checks
/// of several workers cannot meet.
/// </summary>
/// <param name="answers">Where its messages go.</param>
/// <param name="isConfined">Whether programs run in a sandbox.</param>
internal sealed class CheckWorker(TextWriter answers, bool isConfined) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, UnderWay> _checks = [];
    private readonly Lock _lock = new();

    /// <summary>Works until there are no more messages.</summary>
    /// <param name="orders">Where the messages come from.</param>
    public async Task Work(TextReader orders)
    {
        while (await orders.ReadLineAsync() is { } line)
            Take(WorkerMessages.Read<ToWorker>(line));
    }

    /// <summary>Gives up what is still under way: whoever has asked for it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var check in _checks.Values)
            await check.End.CancelAsync();
        await Task.WhenAll(_checks.Values.Select(check => check.Done));
    }

    private void Take(ToWorker message)
    {
        switch (message)
        {
            case ToWorker.Begin begin:
                var check = _checks[begin.Id] = new();
                check.Done = Task.Run(() => Do(begin.Id, begin.Order, check));
                break;
            case ToWorker.Alone when _checks.TryGetValue(message.Id, out var waiting):
                waiting.Turn.TrySetResult();
                break;
            case ToWorker.Cancel when _checks.TryGetValue(message.Id, out var cancelled):
                cancelled.End.Cancel();
                break;
        }
    }

    private async Task Do(int id, CheckOrder order, UnderWay check)
    {
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(order.Language);
            using var sandbox = isConfined ? new Bubblewrap() : null;
            var request = new CheckRequest(order.Exercise, order.Source, order.Seed)
            {
                WantsEveryStep = true,
                LoadsCompiler = !order.IsSecondTry,
                Sandbox = sandbox,
                Alone = _ => AloneFor(id, check),
            };
            var result = await Check.Run(request, new Reporter(this, id), check.End.Token);
            Answer(new FromWorker.Result(id, result));
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the result.
        }
        catch (Exception failure)
        {
            Answer(new FromWorker.Failed(id, Fault.Of(failure)));
        }
        finally
        {
            _checks.TryRemove(id, out _);
        }
    }

    private async Task<IDisposable> AloneFor(int id, UnderWay check)
    {
        Answer(new FromWorker.WantsAlone(id));
        await check.Turn.Task.WaitAsync(check.End.Token);
        return new Turn(() => Answer(new FromWorker.WasAlone(id)));
    }

    private void Answer(FromWorker message)
    {
        lock (_lock)
            answers.WriteLine(WorkerMessages.ToLine(message));
    }

    private sealed class UnderWay
    {
        public CancellationTokenSource End { get; } = new();

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done { get; set; } = Task.CompletedTask;
    }

    private sealed class Turn(Action over) : IDisposable
    {
        public void Dispose() => over();
    }

    // Progress<T> would report later, from another thread, and out of order.
    private sealed class Reporter(CheckWorker worker, int id) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) =>
            worker.Answer(new FromWorker.Progress(id, value.Phase, value.Done, value.All));
    }
}
