using System.Diagnostics;
using Lab.Build.Results;

namespace Lab.Build.Checking;

/// <summary>
/// Reports the progress of a run of scenarios. If the run waits for minutes, it reports the remaining time every
/// second.
/// </summary>
public sealed class Countdown : IDisposable
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    private readonly IProgress<CheckProgress> _progress;
    private readonly TimeSpan? _wait;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Timer? _timer;
    private CheckProgress _latest;

    /// <summary>Starts the countdown.</summary>
    /// <param name="progress">Receives progress.</param>
    /// <param name="phase">The phase of the check.</param>
    /// <param name="wait">About how long the run takes. Null if it is too short for a countdown.</param>
    public Countdown(IProgress<CheckProgress> progress, CheckPhase phase, TimeSpan? wait)
    {
        (_progress, _wait, _latest) = (progress, wait, new(phase, 0, 0));
        _timer = wait is null ? null : new Timer(_ => Show(), null, _tick, _tick);
    }

    /// <summary>Sets how many scenarios have run, how many there are, and what they have shown.</summary>
    public void Report(int done, int all, ResultDocument? soFar)
    {
        _latest = _latest with { Done = done, All = all, SoFar = soFar };
        Show();
    }

    /// <summary>Stops the countdown.</summary>
    public void Dispose() => _timer?.Dispose();

    private void Show() => _progress.Report(_latest with { Left = Left });

    private TimeSpan? Left =>
        _wait is not { } wait ? null
        : wait > _clock.Elapsed ? wait - _clock.Elapsed
        : TimeSpan.Zero;
}
