using Lab.Build.Results;

namespace Lab.Build.Checking;

/// <summary>The phase of a check.</summary>
public enum CheckPhase
{
    /// <summary>The check compiles the program.</summary>
    Compiling,

    /// <summary>The check runs the scenarios.</summary>
    Running,

    /// <summary>
    /// The check plays scenarios once more, one after the other, that had failed only because of time.
    /// </summary>
    PlayingAgain,
}

/// <summary>The progress of a check.</summary>
/// <param name="Phase">The phase of the check.</param>
/// <param name="Done">The number of scenarios that have run.</param>
/// <param name="All">The number of all scenarios.</param>
public sealed record CheckProgress(CheckPhase Phase, int Done, int All)
{
    /// <summary>The remaining time of the default timeout, if the check waits for it.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>
    /// The part of the result that is certain already, once a step has failed. In it, a step that is still running
    /// waits for itself.
    /// </summary>
    public ResultDocument? SoFar { get; init; }
}

/// <summary>Reports the progress of several parallel checks as one.</summary>
/// <param name="whole">Receives the progress of all of them together.</param>
public sealed class TotalProgress(IProgress<CheckProgress> whole)
{
    private readonly List<CheckProgress> _parts = [];
    private readonly Lock _lock = new();

    /// <summary>Adds one more check.</summary>
    public IProgress<CheckProgress> Part()
    {
        lock (_lock)
        {
            _parts.Add(new(CheckPhase.Compiling, 0, 0));
            return new Member(this, _parts.Count - 1);
        }
    }

    private void Report(int part, CheckProgress value)
    {
        lock (_lock)
        {
            _parts[part] = value;
            whole.Report(
                new(Phase, _parts.Sum(one => one.Done), _parts.Sum(one => one.All))
                {
                    Left = _parts.Max(one => one.Left),
                }
            );
        }
    }

    // A program that does not compile gets no further, and must not hide the progress of the others.
    private CheckPhase Phase =>
        _parts.Select(one => one.Phase).Where(phase => phase != CheckPhase.Compiling).DefaultIfEmpty().Min();

    // Progress<T> would report later, from another thread, and out of order.
    private sealed class Member(TotalProgress total, int part) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => total.Report(part, value);
    }
}
