using Lab.Scenarios;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Lab.Build.Checking;

/// <summary>Runs the scenarios of an exercise, side by side, with NUnit's own engine inside this process.</summary>
public sealed class ScenarioRun : ITestListener
{
    // Scenarios wait far more than they work, so there is a thread for each.
    private const int Workers = 40;

    private readonly List<ScenarioResult> _results = [];
    private readonly Action<int, int> _progress;
    private int _count;

    private ScenarioRun(Action<int, int> progress) => _progress = progress;

    /// <summary>Runs them.</summary>
    /// <param name="exercise">Whose scenarios.</param>
    /// <param name="progress">Is told how many have run, and of how many.</param>
    /// <param name="end">Stops the run: what runs is asked to end, and the rest never starts.</param>
    public static IReadOnlyList<ScenarioResult> Of(Exercise exercise, Action<int, int> progress, CancellationToken end)
    {
        // NUnit's workers block while a scenario waits; its continuations must not queue up behind them.
        ThreadPool.SetMinThreads(Workers, Workers);
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(typeof(Scenario).Assembly, new Dictionary<string, object> { ["NumberOfTestWorkers"] = Workers });
        var filter = TestFilter.FromXml($"<filter><cat>{exercise.Id}</cat></filter>");
        var run = new ScenarioRun(progress) { _count = runner.CountTestCases(filter) };
        using var stop = end.Register(() => runner.StopRun());
        runner.Run(run, filter);
        return [.. run._results.OrderBy(result => result.About.Line)];
    }

    /// <inheritdoc />
    public void TestFinished(ITestResult result)
    {
        if (ScenarioAttribute.Of(result.Test) is not { } about)
            return;
        var failure =
            ScenarioAttribute.FailureOf(result.Test)
            ?? (result.ResultState.Status == TestStatus.Failed ? new InvalidOperationException(result.Message) : null);
        lock (_results)
        {
            _results.Add(new(about, failure));
            _progress(_results.Count, _count);
        }
    }

    /// <inheritdoc />
    public void TestStarted(ITest test) { }

    /// <inheritdoc />
    public void TestOutput(TestOutput output) { }

    /// <inheritdoc />
    public void SendMessage(TestMessage message) { }
}
