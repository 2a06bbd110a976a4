using System.Diagnostics;
using Lab.Build.Results;

namespace Lab.Build.Checking;

/// <summary>Reports how far a run of scenarios is, and, where it waits for minutes, every second how long it still takes.</summary>
public sealed class Countdown : IDisposable
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    private readonly IProgress<CheckProgress> _progress;
    private readonly TimeSpan? _wait;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Timer? _timer;
    private CheckProgress _latest;

    /// <summary>Begins to count.</summary>
    /// <param name="progress">Receives how far it is.</param>
    /// <param name="phase">What is being done.</param>
    /// <param name="wait">About how long it takes, where that is worth a countdown.</param>
    public Countdown(IProgress<CheckProgress> progress, CheckPhase phase, TimeSpan? wait)
    {
        (_progress, _wait, _latest) = (progress, wait, new(phase, 0, 0));
        _timer = wait is null ? null : new Timer(_ => Show(), null, _tick, _tick);
    }

    /// <summary>Notes how many scenarios have run, of how many, and what they have shown.</summary>
    public void Report(int done, int all, ResultDocument? soFar)
    {
        _latest = _latest with { Done = done, All = all, SoFar = soFar };
        Show();
    }

    /// <summary>Ends the ticks.</summary>
    public void Dispose() => _timer?.Dispose();

    private void Show() => _progress.Report(_latest with { Left = Left });

    private TimeSpan? Left =>
        _wait is not { } wait ? null
        : wait > _clock.Elapsed ? wait - _clock.Elapsed
        : TimeSpan.Zero;
}
