using System.Diagnostics;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Teaching.Grading;

/// <summary>A step that programs of the class have failed so far.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The step that comes next in these programs, or <c>compile</c>.</param>
/// <param name="Programs">The number of programs.</param>
public sealed record FailedStep(Exercise Exercise, string Step, int Programs);

/// <summary>How far the checks of a class are.</summary>
/// <param name="Done">The number of checks that are done.</param>
/// <param name="Running">The number of checks that run.</param>
/// <param name="WaitingAlone">The number of checks that wait until they can play alone on the machine.</param>
/// <param name="Waiting">The number of checks that have not begun.</param>
public sealed record ClassProgress(int Done, int Running, int WaitingAlone, int Waiting)
{
    /// <summary>The time that the rest will take, as far as it is known. Null at the beginning.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>The steps that fail most often, the commonest first.</summary>
    public ValueList<FailedStep> Failing { get; init; } = [];
}

/// <summary>Follows the checks of a class.</summary>
/// <param name="all">The number of all checks.</param>
/// <param name="seats">Where the checks run.</param>
/// <param name="progress">Receives progress.</param>
internal sealed class ClassTally(int all, Seats seats, IProgress<ClassProgress> progress)
{
    private const int MostSteps = 3;

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<(Exercise Exercise, string Step), int> _failing = [];
    private int _begun;
    private int _done;

    /// <summary>A check begins.</summary>
    public void Begin() => Change(() => _begun++);

    /// <summary>A check is done.</summary>
    public void End(ResultDocument result) =>
        Change(() =>
        {
            _done++;
            if (result is { Fault: null, Next: { } step })
                _failing[(result.Exercise, step)] = _failing.GetValueOrDefault((result.Exercise, step)) + 1;
        });

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            var waitingAlone = seats.WaitingAlone;
            progress.Report(
                new(_done, Math.Max(0, _begun - _done - waitingAlone), waitingAlone, all - _begun)
                {
                    Left = _done == 0 ? null : _clock.Elapsed / _done * (all - _done),
                    Failing = [.. Failing.Take(MostSteps)],
                }
            );
        }
    }

    private IEnumerable<FailedStep> Failing =>
        _failing
            .Select(one => new FailedStep(one.Key.Exercise, one.Key.Step, one.Value))
            .OrderByDescending(one => one.Programs)
            .ThenBy(one => one.Exercise.Id, StringComparer.Ordinal)
            .ThenBy(one => one.Step, StringComparer.Ordinal);
}
