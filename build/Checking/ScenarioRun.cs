using System.Reflection;
using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Lab.Build.Checking;

/// <summary>A scenario and its result.</summary>
/// <param name="About">The scenario.</param>
/// <param name="Observation">The observation. Null while the scenario has not run.</param>
public sealed record ScenarioResult(Scenario About, Observation? Observation)
{
    /// <summary>Whether the scenario was played once more, after it had failed only because of time.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Whether the scenario must be played once more before a step can fail because of it.</summary>
    public bool IsInDoubt => RestsOnClock && !IsSecond;

    /// <summary>
    /// Whether the scenario says only that something did not come in time, and it might have come later.
    /// </summary>
    public bool RestsOnClock =>
        Observation?.Failure is { } failure
            ? failure is { IsAbsence: true, IsSettled: false }
            : Observation?.Finding is { IsSettled: false };
}

/// <summary>The scenarios to play.</summary>
/// <param name="Exercise">The exercise that they belong to.</param>
public sealed record Selection(Exercise Exercise)
{
    // Scenarios wait far more than they work, so each has a thread.
    internal const int SideBySide = 40;

    /// <summary>The names of the scenarios. Null for all.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Whether scenarios that wait for the default timeout are included.</summary>
    public bool WithLong { get; init; }

    /// <summary>The number of scenarios that run at the same time.</summary>
    public int Workers => Names is null ? SideBySide : 1;

    internal TestFilter Filter =>
        TestFilter.FromXml(
            Names is not null
                ? $"<filter><or>{string.Concat(Names.Select(name => $"<name>{name}</name>"))}</or></filter>"
            : WithLong ? "<filter />"
            : $"<filter><not><cat>{ScenarioAttribute.LongCategory}</cat></not></filter>"
        );
}

/// <summary>Plays scenarios once, with NUnit's own engine inside this process.</summary>
public sealed class ScenarioRun : ITestListener, ITestAssemblyBuilder, IAsyncDisposable
{
    private readonly NUnitTestAssemblyRunner _runner;
    private readonly TestFilter _filter;
    private readonly OrderedDictionary<string, ScenarioResult> _results = [];
    private readonly TypeWrapper _fixture;
    private readonly Conversations _conversations;
    private Action<IReadOnlyList<ScenarioResult>> _progress = _ => { };
    private CancellationToken _enough;
    private Exception? _fault;

    /// <summary>Finds the scenarios. This alone takes time.</summary>
    /// <param name="selection">The scenarios to play.</param>
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
        // A step without a scenario would always pass.
        if (selection.Names is null && selection.Exercise.StepIds.Except(Scenarios.Select(one => one.Id)).Any())
            throw new InvalidOperationException($"{_fixture.FullName} has no scenario for one of the steps.");
    }

    /// <summary>The scenarios, in order.</summary>
    public IEnumerable<Scenario> Scenarios => _results.Values.Select(result => result.About);

    /// <summary>The conversations that have begun.</summary>
    public IReadOnlyList<Conversation> Conversations => _conversations.Begun;

    /// <summary>Plays the scenarios.</summary>
    /// <param name="setup">The program to check, and how to check it.</param>
    /// <param name="progress">Receives all results, in order, whenever a scenario has run.</param>
    /// <param name="end">Cancels the run: running scenarios are asked to end, and the others never start.</param>
    /// <exception cref="Exception">The kit itself failed. This is the exception that it threw.</exception>
    public IReadOnlyList<ScenarioResult> Play(
        Setup setup,
        Action<IReadOnlyList<ScenarioResult>> progress,
        CancellationToken end
    )
    {
        // NUnit's workers block while a scenario waits, and the scenario's continuations must not queue up behind them.
        // On Windows, each pipe of a running program also takes a thread, and each program has two pipes.
        var threads = OperatingSystem.IsWindows() ? 3 * Selection.SideBySide : Selection.SideBySide;
        ThreadPool.SetMinThreads(threads, Selection.SideBySide);
        _progress = progress;
        using var stop = end.Register(() => _runner.StopRun());
        _enough = setup.Enough;
        _conversations.Setup = setup;
        // A conversation that is played again must be alone, so the others are not started beside it.
        if (!setup.IsAgain)
            _conversations.BeginInOrder();
        _runner.Run(this, _filter);
        return _fault is null ? [.. _results.Values] : throw _fault;
    }

    /// <summary>Waits until all conversations are over and everything they started has ended.</summary>
    public async ValueTask DisposeAsync() => await _conversations.AreOver();

    /// <inheritdoc />
    public void TestFinished(ITestResult result)
    {
        // What scenarios find once nothing is waited for any more means nothing.
        if (ScenarioAttribute.Of(result.Test) is not { } scenario || _enough.IsCancellationRequested)
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
        // NUnit must load only the scenarios of this exercise, with the conversations of this check.
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
