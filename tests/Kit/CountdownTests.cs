using System.Threading.Channels;
using Lab.Build.Checking;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>A run that waits for minutes shows a countdown meanwhile.</summary>
public sealed class CountdownTests
{
    private readonly Reports _reports = new();

    [Test]
    public async Task It_tells_how_long_it_still_takes_though_nothing_happens()
    {
        using var countdown = new Countdown(_reports, CheckPhase.Running, TimeSpan.FromMinutes(5));

        var (first, second) = (await _reports.Next(), await _reports.Next());

        Assert.That(first, Is.InRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5)));
        Assert.That(second, Is.InRange(TimeSpan.FromMinutes(4), first!));
    }

    [Test]
    public async Task What_takes_seconds_is_not_counted()
    {
        using var countdown = new Countdown(_reports, CheckPhase.Running, wait: null);

        countdown.Report(1, 2, null);

        Assert.That(await _reports.Next(), Is.Null);
    }

    private sealed class Reports : IProgress<CheckProgress>
    {
        private readonly Channel<CheckProgress> _all = Channel.CreateUnbounded<CheckProgress>();

        public void Report(CheckProgress value) => _all.Writer.TryWrite(value);

        public async Task<TimeSpan?> Next() =>
            (await _all.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30))).Left;
    }
}
