namespace Lab.Harness;

/// <summary>
/// Lets a few programs start at a time. All at once, each would take as long to start as all of them together, and every
/// time that is measured would hold that.
/// </summary>
/// <param name="atOnce">How many.</param>
public sealed class StartGate(int atOnce)
{
    // For a program that does not say when it is up; most are by then.
    private static readonly TimeSpan _longestStart = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _free = atOnce;

    /// <summary>Starts a program when it is its turn: whoever asks first goes first.</summary>
    /// <param name="start">Starts it.</param>
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
