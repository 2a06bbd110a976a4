using System.ComponentModel;
using System.Diagnostics;
using ThreadState = System.Diagnostics.ThreadState;

namespace Lab.Harness;

// Waiting for the program, and not for the machine.
public sealed partial class RunningProgram
{
    // What a program uses of the processor that waits for something is less.
    private const double LeastShare = 0.02;
    private const int MostRounds = 12;

    // More than any start takes; who has used that is busy for nothing.
    private static readonly TimeSpan _mostWork = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Waits until <paramref name="condition"/> holds. The bound is one for the program: while it is at work, or would be if
    /// the machine let it, and has had too little of the processor to get anywhere, it runs anew.
    /// </summary>
    /// <returns>False when it did not within <paramref name="bound"/>.</returns>
    public Task<bool> Until(Func<bool> condition, TimeSpan bound) => Fairly(() => Timeline.Until(condition, bound));

    /// <summary>As <see cref="Until"/>, for what only a look at the operating system's tables shows.</summary>
    public Task<bool> LookUntil(Func<bool> condition, TimeSpan bound) =>
        Fairly(() => EndPoints.LookUntil(condition, Timeline, bound));

    /// <summary>Waits until it only waits itself: by then it has done whatever it does about what has reached it.</summary>
    public Task ComesToRest() => Until(() => IsOver, Bounds.Rest);

    private async Task<bool> Fairly(Func<Task<bool>> wait)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var (begin, before) = (Timeline.Now, Work);
            if (await wait())
                return true;
            var work = Work;
            if (HasEnded || IsHeld || work > _mostWork)
                return false;
            if (work - before <= (Timeline.Now - begin) * LeastShare && !IsReady)
                return false;
        }
        return false;
    }

    // What it uses then is the hook's, which looks whether it may go on.
    private bool IsHeld => IsAboutToExit && File.Exists(_gate);

    // How long it has had the processor so far.
    private TimeSpan Work => Look(process => process.TotalProcessorTime);

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
            using var process = Process.GetProcessById(ProcessId);
            return look(process);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return default;
        }
    }
}
