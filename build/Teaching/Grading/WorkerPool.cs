using System.Collections.Concurrent;

namespace Lab.Build.Teaching.Grading;

/// <summary>The workers that check a class. One is started when all others are busy, or when one has died.</summary>
/// <param name="isConfined">Whether they confine the programs.</param>
internal sealed class WorkerPool(bool isConfined) : IAsyncDisposable
{
    private readonly ConcurrentBag<WorkerProcess> _free = [];
    private readonly ConcurrentBag<WorkerProcess> _all = [];

    /// <summary>A worker that is free.</summary>
    public WorkerProcess Take()
    {
        while (_free.TryTake(out var worker))
            if (worker.IsAlive)
                return worker;
        var another = WorkerProcess.Start(isConfined);
        _all.Add(another);
        return another;
    }

    /// <summary>Gives a worker back.</summary>
    public void Return(WorkerProcess worker) => _free.Add(worker);

    /// <summary>Ends all workers.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_all.Select(worker => worker.DisposeAsync().AsTask()));
}
