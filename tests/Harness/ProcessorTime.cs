using System.ComponentModel;
using System.Diagnostics;
using ThreadState = System.Diagnostics.ThreadState;

namespace Lab.Harness;

/// <summary>
/// Measures how much of the processor a program gets. A bound for a program must not end because the machine had no
/// time for it.
/// </summary>
/// <param name="processId">The program's process. Null while a sandbox is being made for it.</param>
/// <param name="isDone">Whether the program has ended, or is held at its exit. It needs no more time then.</param>
public sealed class ProcessorTime(Func<int?> processId, Func<bool> isDone)
{
    // A program that waits for something uses less than this share of the processor.
    private const double LeastShare = 0.02;

    // A thread may be between two waits at one look, and another thread at the next one.
    private const int Looks = 3;

    // No start takes this much. A program that has used more is in an endless loop.
    private static readonly TimeSpan _mostWork = TimeSpan.FromSeconds(3);

    /// <summary>The processor time that the program has used so far.</summary>
    public TimeSpan Used => Look(process => process.TotalProcessorTime);

    /// <summary>The number of its threads. 0 if it has ended.</summary>
    public int Threads => Look(process => process.Threads.Count);

    /// <summary>
    /// Whether the program could have used more time than it got: it is working, or would be if the machine let it, and
    /// has not had enough of the processor to make progress.
    /// </summary>
    /// <param name="before">The earlier value of <see cref="Used"/>.</param>
    /// <param name="time">The time since then.</param>
    public async Task<bool> IsShort(TimeSpan before, TimeSpan time)
    {
        var used = Used;
        var mayWork = used <= _mostWork && (used - before > time * LeastShare || IsReady);
        return mayWork && !isDone() && !await IsAtRest();
    }

    /// <summary>
    /// Whether the program only waits: it has used no processor time for a while, and none of its threads could use the
    /// processor now. It has then reacted to everything that has reached it, however busy the machine is.
    /// </summary>
    public async Task<bool> IsAtRest()
    {
        var before = Used;
        for (var look = 0; look < Looks; look++)
        {
            if (IsReady)
                return false;
            await Task.Delay(Bounds.Rest / Looks);
        }
        return Used == before && !isDone();
    }

    // Whether the program could use the processor now. This reads the state of every thread, so it is called only if
    // the answer matters. A program that has not begun has had no time at all.
    private bool IsReady =>
        processId() is null
        || Look(process =>
            process
                .Threads.Cast<ProcessThread>()
                .Any(thread => thread.ThreadState is ThreadState.Running or ThreadState.Ready or ThreadState.Standby)
        );

    private T? Look<T>(Func<Process, T> look)
    {
        try
        {
            if (processId() is not { } id)
                return default;
            using var process = Process.GetProcessById(id);
            return look(process);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return default;
        }
    }
}
