using System.ComponentModel;
using System.Diagnostics;
using ThreadState = System.Diagnostics.ThreadState;

namespace Lab.Harness;

/// <summary>
/// How much of the processor a program gets: who waits for a program must not give it up because the machine had no time
/// for it.
/// </summary>
/// <param name="processId">The program's process.</param>
/// <param name="isDone">Whether the program has ended, or is held at its exit: then it needs no more time.</param>
public sealed class ProcessorTime(int processId, Func<bool> isDone)
{
    // A program that waits for something uses less than this share of the processor.
    private const double LeastShare = 0.02;

    // More than any start takes; a program that has used that is busy for nothing.
    private static readonly TimeSpan _mostWork = TimeSpan.FromSeconds(3);

    /// <summary>How long the program has had the processor so far.</summary>
    public TimeSpan Used => Look(process => process.TotalProcessorTime);

    /// <summary>
    /// Whether the program could have used more than it got: it is at work, or would be if the machine let it, and has not
    /// had enough of the processor to get anywhere.
    /// </summary>
    /// <param name="before">What <see cref="Used"/> was before.</param>
    /// <param name="time">How long ago that was.</param>
    public bool IsShort(TimeSpan before, TimeSpan time)
    {
        var used = Used;
        return !isDone() && used <= _mostWork && (used - before > time * LeastShare || IsReady);
    }

    // Whether it could use the processor now. A look at every thread, and so only where the answer counts.
    private bool IsReady =>
        Look(process =>
            process
                .Threads.Cast<ProcessThread>()
                .Any(thread => thread.ThreadState is ThreadState.Running or ThreadState.Ready or ThreadState.Standby)
        );

    private T? Look<T>(Func<Process, T> look)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return look(process);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return default;
        }
    }
}
