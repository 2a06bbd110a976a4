using System.Collections.Concurrent;

namespace Lab.Harness;

/// <summary>
/// A thread that lasts as long as this process. A process that asks to end with its parent ends already with the thread
/// that has started it (prctl(2), PR_SET_PDEATHSIG), and other threads come and go.
/// </summary>
public static class LastingThread
{
    private static readonly BlockingCollection<Task> _work = [];

    static LastingThread() => new Thread(Work) { IsBackground = true, Name = nameof(LastingThread) }.Start();

    /// <summary>Does some short work on that thread.</summary>
    public static T Do<T>(Func<T> work)
    {
        var task = new Task<T>(work);
        _work.Add(task);
        return task.GetAwaiter().GetResult();
    }

    private static void Work()
    {
        foreach (var task in _work.GetConsumingEnumerable())
            task.RunSynchronously(TaskScheduler.Default);
    }
}
