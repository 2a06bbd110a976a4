using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Lab.Build.Checking;

/// <summary>One scenario that has run.</summary>
/// <param name="Name">The name of its test.</param>
/// <param name="About">Its attribute.</param>
/// <param name="Failure">What it threw; null when it passed.</param>
public sealed record ScenarioResult(string Name, ScenarioAttribute About, Exception? Failure)
{
    /// <summary>What it threw the first time, where it was played once more.</summary>
    public Exception? AtFirst { get; init; }

    /// <summary>Whether it has run to its end.</summary>
    public bool IsPlayed { get; private init; } = true;

    /// <summary>One that has not run yet: nothing can be seen of its step so far.</summary>
    public static ScenarioResult Pending(string name, ScenarioAttribute about) =>
        new(name, about, new NotVisibleYetException(about.Id)) { IsPlayed = false };
}

/// <summary>Which scenarios to play, and how.</summary>
/// <param name="Exercise">Whose scenarios.</param>
public sealed record Selection(Exercise Exercise)
{
    // Scenarios wait far more than they work, so there is a thread for each.
    internal const int SideBySide = 40;

    /// <summary>Only these; null for all.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Whether those that wait out the default timeout count as well.</summary>
    public bool WithLong { get; init; }

    /// <summary>How many go on at once.</summary>
    public int Workers => Names is null ? SideBySide : 1;

    internal TestFilter Filter =>
        TestFilter.FromXml(
            Names is null
                ? $"<filter><and><cat>{Exercise.Id}</cat>{(WithLong ? "" : $"<not><cat>{ScenarioAttribute.LongCategory}</cat></not>")}</and></filter>"
                : $"<filter><or>{string.Concat(Names.Select(name => $"<test>{name}</test>"))}</or></filter>"
        );
}

/// <summary>Plays scenarios, once, with NUnit's own engine inside this process.</summary>
public sealed class ScenarioRun : ITestListener
{
    private readonly NUnitTestAssemblyRunner _runner = new(new DefaultTestAssemblyBuilder());
    private readonly TestFilter _filter;
    private readonly OrderedDictionary<string, ScenarioResult> _results = [];
    private Action<IReadOnlyList<ScenarioResult>> _progress = _ => { };

    /// <summary>Finds the scenarios, which takes its time as well.</summary>
    /// <param name="selection">Which, and how to play them.</param>
    public ScenarioRun(Selection selection)
    {
        _filter = selection.Filter;
        var settings = new Dictionary<string, object> { ["NumberOfTestWorkers"] = selection.Workers };
        _runner.Load(typeof(Scenario).Assembly, settings);
        var pending =
            from test in TestsIn(_runner.ExploreTests(_filter))
            let about = ScenarioAttribute.Of(test)
            where about is not null
            orderby about.Line
            select ScenarioResult.Pending(test.FullName, about);
        foreach (var scenario in pending)
            _results[scenario.Name] = scenario;
    }

    /// <summary>Plays them.</summary>
    /// <param name="progress">Is told whenever one has run: all of them, in order, the others still pending.</param>
    /// <param name="end">Stops the run: what runs is asked to end, and the rest never starts.</param>
    public IReadOnlyList<ScenarioResult> Play(Action<IReadOnlyList<ScenarioResult>> progress, CancellationToken end)
    {
        // NUnit's workers block while a scenario waits; its continuations must not queue up behind them.
        // On Windows each pipe of a program that runs takes a thread as well, and each program has two.
        var threads = OperatingSystem.IsWindows() ? 3 * Selection.SideBySide : Selection.SideBySide;
        ThreadPool.SetMinThreads(threads, Selection.SideBySide);
        _progress = progress;
        using var stop = end.Register(() => _runner.StopRun());
        _runner.Run(this, _filter);
        return [.. _results.Values];
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
            _results[result.Test.FullName] = new(result.Test.FullName, about, failure);
            _progress([.. _results.Values]);
        }
    }

    /// <inheritdoc />
    public void TestStarted(ITest test) { }

    /// <inheritdoc />
    public void TestOutput(TestOutput output) { }

    /// <inheritdoc />
    public void SendMessage(TestMessage message) { }

    private static IEnumerable<ITest> TestsIn(ITest test) => test.IsSuite ? test.Tests.SelectMany(TestsIn) : [test];
}
