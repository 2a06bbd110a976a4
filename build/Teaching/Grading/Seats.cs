namespace Lab.Build.Teaching.Grading;

/// <summary>
/// Lets a number of checks run side by side. A check that must play alone on the machine leaves its seat and waits until
/// several such checks have come together, or nothing else is to be done. Then nobody else runs, and they play one after
/// the other.
/// </summary>
/// <param name="count">The number of checks side by side.</param>
public sealed class Seats(int count)
{
    // Waiting for the others to leave costs more than playing, so it is done for several at once.
    private const int Batch = 8;

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _entering = [];
    private readonly Queue<TaskCompletionSource> _alone = [];
    private int _taken;
    private bool _isClearing;
    private bool _isOneAlone;

    /// <summary>The number of checks that wait until they can play alone.</summary>
    public int WaitingAlone
    {
        get
        {
            lock (_lock)
                return _alone.Count;
        }
    }

    /// <summary>Takes a seat when one is free.</summary>
    /// <param name="end">Gives up.</param>
    public async Task<Seat> Enter(CancellationToken end)
    {
        await Wait(_entering, () => { }, end);
        return new(this);
    }

    private async Task Wait(Queue<TaskCompletionSource> queue, Action before, CancellationToken end)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var given = end.UnsafeRegister(_ => turn.TrySetCanceled(end), null);
        Change(() =>
        {
            before();
            queue.Enqueue(turn);
        });
        await turn.Task;
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            GoOn();
        }
    }

    private void GoOn()
    {
        _isClearing = _alone.Count > 0 && (_isClearing || _alone.Count >= Batch || _entering.Count == 0);
        if (_isOneAlone)
            return;
        if (_isClearing && _taken == 0)
            _isOneAlone = _isClearing = LetNext(_alone);
        while (!_isOneAlone && !_isClearing && _taken < count && LetNext(_entering))
            _taken++;
    }

    // Whoever has given up is passed over.
    private static bool LetNext(Queue<TaskCompletionSource> queue)
    {
        while (queue.TryDequeue(out var next))
            if (next.TrySetResult())
                return true;
        return false;
    }

    /// <summary>The place of a check among those that run side by side.</summary>
    public sealed class Seat(Seats all) : IDisposable
    {
        private bool _isLeft;

        /// <summary>Leaves the seat, and waits for the turn to be alone. The turn ends when the result is disposed of.</summary>
        /// <param name="end">Gives up.</param>
        public async Task<IDisposable> Alone(CancellationToken end)
        {
            await all.Wait(all._alone, Leave, end);
            return new Turn(all);
        }

        /// <summary>Leaves the seat.</summary>
        public void Dispose() => all.Change(Leave);

        private void Leave()
        {
            if (!_isLeft)
                all._taken--;
            _isLeft = true;
        }
    }

    private sealed class Turn(Seats all) : IDisposable
    {
        private bool _isOver;

        public void Dispose() =>
            all.Change(() =>
            {
                if (!_isOver)
                    all._isOneAlone = false;
                _isOver = true;
            });
    }
}
