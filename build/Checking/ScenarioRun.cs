using System.Reflection;
using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Lab.Build.Checking;

/// <summary>One scenario that has run.</summary>
/// <param name="About">The scenario.</param>
/// <param name="Observation">What was observed; null while it has not run.</param>
public sealed record ScenarioResult(Scenario About, Observation? Observation)
{
    /// <summary>Whether it was played once more, after only the clock had failed it.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Whether all that it says is that something did not come in time.</summary>
    public bool RestsOnClock =>
        Observation?.Failure is { } failure ? failure.IsAbsence : Observation is { IsHeld: false };
}

/// <summary>Which scenarios to play.</summary>
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
            Names is not null
                ? $"<filter><or>{string.Concat(Names.Select(name => $"<name>{name}</name>"))}</or></filter>"
            : WithLong ? "<filter />"
            : $"<filter><not><cat>{ScenarioAttribute.LongCategory}</cat></not></filter>"
        );
}

/// <summary>Plays scenarios, once, with NUnit's own engine inside this process.</summary>
public sealed class ScenarioRun : ITestListener, ITestAssemblyBuilder, IAsyncDisposable
{
    private readonly NUnitTestAssemblyRunner _runner;
    private readonly TestFilter _filter;
    private readonly OrderedDictionary<string, ScenarioResult> _results = [];
    private readonly TypeWrapper _fixture;
    private readonly Conversations _conversations;
    private Action<IReadOnlyList<ScenarioResult>> _progress = _ => { };
    private Exception? _fault;

    /// <summary>Finds the scenarios, which takes its time as well.</summary>
    /// <param name="selection">Which, and how to play them.</param>
    public ScenarioRun(Selection selection)
    {
        _fixture = new(ExerciseAttribute.FixtureOf(selection.Exercise.Id));
        _conversations = ExerciseAttribute.Of(_fixture.Type).Converse();
        _filter = selection.Filter;
        _runner = new(this);
        var settings = new Dictionary<string, object> { ["NumberOfTestWorkers"] = selection.Workers };
        _runner.Load(_fixture.Assembly, settings);
        var found = TestsIn(_runner.ExploreTests(_filter)).Select(ScenarioAttribute.Of).OfType<Scenario>();
        foreach (var scenario in found.OrderBy(scenario => scenario.Place))
            _results[scenario.Name] = new(scenario, null);
        // A step that nobody looks at would pass.
        if (selection.Names is null && selection.Exercise.StepIds.Except(Scenarios.Select(one => one.Id)).Any())
            throw new InvalidOperationException($"{_fixture.FullName} has no scenario for one of the steps.");
    }

    /// <summary>The scenarios, in order.</summary>
    public IEnumerable<Scenario> Scenarios => _results.Values.Select(result => result.About);

    /// <summary>The conversations that have begun.</summary>
    public IReadOnlyList<Conversation> Conversations => _conversations.Begun;

    /// <summary>Plays them.</summary>
    /// <param name="setup">What is checked.</param>
    /// <param name="progress">Receives all of them, in order, whenever one has run.</param>
    /// <param name="end">Stops the run: what runs is asked to end, and the rest never starts.</param>
    /// <exception cref="Exception">The kit itself failed: whatever it threw.</exception>
    public IReadOnlyList<ScenarioResult> Play(
        Setup setup,
        Action<IReadOnlyList<ScenarioResult>> progress,
        CancellationToken end
    )
    {
        // NUnit's workers block while a scenario waits; its continuations must not queue up behind them.
        // On Windows each pipe of a program that runs takes a thread as well, and each program has two.
        var threads = OperatingSystem.IsWindows() ? 3 * Selection.SideBySide : Selection.SideBySide;
        ThreadPool.SetMinThreads(threads, Selection.SideBySide);
        _progress = progress;
        using var stop = end.Register(() => _runner.StopRun());
        _conversations.Setup = setup;
        // Other conversations would hold up one that is played again, alone.
        if (!setup.IsAgain)
            _conversations.BeginInOrder();
        _runner.Run(this, _filter);
        return _fault is null ? [.. _results.Values] : throw _fault;
    }

    /// <summary>Waits until nothing of the conversations is left.</summary>
    public async ValueTask DisposeAsync() => await _conversations.AreOver();

    /// <inheritdoc />
    public void TestFinished(ITestResult result)
    {
        if (ScenarioAttribute.Of(result.Test) is not { } scenario)
            return;
        lock (_results)
        {
            if (ObservationOf(scenario, result) is { } observation)
                _results[scenario.Name] = new(scenario, observation);
            _progress([.. _results.Values]);
        }
    }

    private Observation? ObservationOf(Scenario scenario, ITestResult result)
    {
        try
        {
            return
                ScenarioAttribute.ObservationOf(result)
                    is { } observation
                        and not Observation.NotReached { Because: null }
                ? observation
                : throw new InvalidOperationException($"{scenario.Name} was not reached.");
        }
        catch (InvalidOperationException fault)
        {
            _fault ??= fault.InnerException ?? fault;
            return null;
        }
    }

    /// <inheritdoc />
    public ITest Build(Assembly assembly, IDictionary<string, object> options)
    {
        // The scenarios of the exercise alone, on the conversations of this check.
        var scenarios = new TestFixtureData(_conversations);
        var suite = new TestAssembly(assembly, _fixture.FullName);
        suite.Add(new NUnitTestFixtureBuilder().BuildFrom(_fixture, new AllMethods(), scenarios));
        return suite;
    }

    /// <inheritdoc />
    public ITest Build(string assembly, IDictionary<string, object> options) => Build(_fixture.Assembly, options);

    /// <inheritdoc />
    public void TestStarted(ITest test) { }

    /// <inheritdoc />
    public void TestOutput(TestOutput output) { }

    /// <inheritdoc />
    public void SendMessage(TestMessage message) { }

    private static IEnumerable<ITest> TestsIn(ITest test) => test.IsSuite ? test.Tests.SelectMany(TestsIn) : [test];

    private sealed class AllMethods : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, MethodInfo method) => true;
    }
}
