using Lab.Build.Results;

namespace Lab.Build.Checking;

/// <summary>What a check is doing.</summary>
public enum CheckPhase
{
    /// <summary>It compiles the program.</summary>
    Compiling,

    /// <summary>It runs the scenarios.</summary>
    Running,

    /// <summary>It plays scenarios once more, each alone, that only the clock had failed.</summary>
    PlayingAgain,
}

/// <summary>How far a check is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">The number of scenarios that have run.</param>
/// <param name="All">The number of scenarios there are.</param>
public sealed record CheckProgress(CheckPhase Phase, int Done, int All)
{
    /// <summary>How long the default timeout still takes, where it is waited out.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>What is certain already, once a step has failed; the steps that still run wait for themselves.</summary>
    public ResultDocument? SoFar { get; init; }
}

/// <summary>Several checks that go on side by side, reported as one.</summary>
/// <param name="whole">Receives the progress of all of them together.</param>
public sealed class TotalProgress(IProgress<CheckProgress> whole)
{
    private readonly List<CheckProgress> _parts = [];
    private readonly Lock _lock = new();

    /// <summary>One more check.</summary>
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

    // Not Progress<T>: that one reports later, from another thread, and out of order.
    private sealed class Member(TotalProgress total, int part) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => total.Report(part, value);
    }
}
