namespace Lab.Harness;

/// <summary>
/// Lets only a few programs start at the same time. If all started at once, each start would take as long as all of
/// them together, and every measured time would include that.
/// </summary>
/// <param name="atOnce">The number of programs that may start at the same time.</param>
public sealed class StartGate(int atOnce)
{
    // The bound is for a program that gives no sign that it is up. Most programs are up by then.
    private static readonly TimeSpan _longestStart = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _free = atOnce;

    /// <summary>Starts a program when it is its turn, in the order of the calls.</summary>
    /// <param name="start">Starts the program.</param>
    public async Task<RunningProgram> Start(Func<RunningProgram> start)
    {
        await Enter();
        RunningProgram? program = null;
        try
        {
            program = start();
            return program;
        }
        finally
        {
            _ = LeaveWhenUp(program);
        }
    }

    private Task Enter()
    {
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return Task.CompletedTask;
            }
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return turn.Task;
        }
    }

    private async Task LeaveWhenUp(RunningProgram? program)
    {
        if (program is not null)
            await program.Timeline.Until(() => program.IsUp, _longestStart);
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var next))
                next.SetResult();
            else
                _free++;
        }
    }
}
