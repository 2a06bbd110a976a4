using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Checking;

/// <summary>
/// Ends a check whose first wrong step is certain: at once if nothing more can be found, or else when the check has taken
/// long enough. What it could still find would not change where the student has to look next.
/// </summary>
/// <param name="wantsEveryStep">Whether the other steps count too, so that the check goes on until they are judged.</param>
internal sealed class Enough(bool wantsEveryStep) : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _reached = new();
    private readonly Lock _lock = new();
    private bool _isDue;

    /// <summary>Cancelled when the check has found enough.</summary>
    public CancellationToken Reached => _reached.Token;

    /// <summary>Looks at what is certain so far.</summary>
    /// <param name="judge">The judge of the results that are certain.</param>
    /// <param name="elapsed">The time since the check began.</param>
    public void Consider(Judge judge, TimeSpan elapsed)
    {
        if (wantsEveryStep)
            return;
        var open = judge.Open;
        var first = judge.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed || IsOpen(step, judge.Steps));
        if (first is not { Status: StepStatus.Failed } || open.Contains(first.Id))
            return;
        lock (_lock)
        {
            if (open.Count == 0)
                _reached.CancelAfter(TimeSpan.Zero);
            else if (!_isDue)
                _reached.CancelAfter(elapsed < _longest ? _longest - elapsed : TimeSpan.Zero);
            _isDue = true;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _reached.Dispose();

    // A step that waits for another one is open as long as that one is. Steps that wait for each other are open too.
    private static bool IsOpen(StepResult? step, ValueList<StepResult> steps)
    {
        for (var count = 0; step is { Status: StepStatus.NotChecked } && count <= steps.Count; count++)
        {
            if (step.IsUnderWay || count == steps.Count)
                return true;
            step = steps.FirstOrDefault(other => other.Id == step.WaitsFor);
        }
        return false;
    }
}
