using System.Runtime.CompilerServices;
using Lab.Harness;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using NUnit.Framework.Internal.Commands;

namespace Lab.Scenarios;

/// <summary>A scenario of an exercise.</summary>
/// <param name="Name">The name of its method.</param>
/// <param name="Id">The id of its step, or an id of its own if it goes beyond the practical.</param>
/// <param name="Situation">What happens in the scenario.</param>
public sealed record Scenario(string Name, string Id, Situation Situation)
{
    /// <summary>The steps that must work before this scenario says anything.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Whether the scenario goes beyond what the practical asks for.</summary>
    public bool IsGoingFurther { get; init; }

    /// <summary>
    /// Whether only the startup hook can show all of it. For other languages, the observations from outside must be
    /// enough.
    /// </summary>
    public bool NeedsHook { get; init; }

    /// <summary>
    /// Whether the scenario waits until the default timeout is over. Such a scenario is played only on request.
    /// </summary>
    public bool IsLong { get; init; }

    /// <summary>The scenario's position. If two scenarios of one step fail, the first one is explained.</summary>
    public (bool IsOwn, int Line) Place { get; init; }
}

/// <summary>Marks a scenario that a step must pass.</summary>
/// <param name="id">The step's id, such as <c>5a</c>, or its role if the exercises give the step different ids.</param>
/// <param name="situation">What happens in the scenario.</param>
/// <param name="line">Filled in by the compiler.</param>
public sealed class StepAttribute(string id, Situation situation, [CallerLineNumber] int line = 0)
    : ScenarioAttribute(id, situation, line)
{
    /// <summary>
    /// The steps that must work before this scenario says anything: ids or roles, separated by blanks.
    /// </summary>
    public string Needs { get; init; } = "";

    /// <inheritdoc />
    protected override Scenario About(Scenario scenario, ExerciseAttribute exercise) =>
        scenario with
        {
            Id = exercise.StepId(scenario.Id),
            Needs = [.. Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(exercise.StepId)],
        };
}

/// <summary>Marks a scenario that goes beyond what the practical asks for. It never makes a step fail.</summary>
/// <param name="id">The scenario's own id, such as <c>segments</c>.</param>
/// <param name="situation">What happens in the scenario.</param>
/// <param name="line">Filled in by the compiler.</param>
public sealed class GoingFurtherAttribute(string id, Situation situation, [CallerLineNumber] int line = 0)
    : ScenarioAttribute(id, situation, line)
{
    /// <inheritdoc />
    protected override Scenario About(Scenario scenario, ExerciseAttribute exercise) =>
        scenario with
        {
            IsGoingFurther = true,
        };
}

/// <summary>Makes a method a scenario: an NUnit test whose result is the observation that the method returns.</summary>
/// <param name="id">The id of the step, or the scenario's own.</param>
/// <param name="situation">What happens in the scenario.</param>
/// <param name="line">The line of the attribute in its file.</param>
[AttributeUsage(AttributeTargets.Method)]
public abstract class ScenarioAttribute(string id, Situation situation, int line)
    : NUnitAttribute,
        ITestBuilder,
        IWrapTestMethod
{
    /// <summary>The category of the scenarios that wait out the default timeout.</summary>
    public const string LongCategory = "Long";

    private const string Outcome = nameof(Outcome);

    /// <summary>
    /// Whether the scenario waits until the default timeout is over. Such a scenario is played only on request.
    /// </summary>
    public bool IsLong { get; init; }

    /// <summary>
    /// Whether only the startup hook can show all of it. For other languages, the observations from outside must be
    /// enough.
    /// </summary>
    public bool NeedsHook { get; init; }

    /// <summary>The scenario of a test.</summary>
    public static Scenario? Of(ITest test) => test.Properties.Get(nameof(Scenario)) as Scenario;

    /// <summary>The observation of a test that has run.</summary>
    /// <exception cref="InvalidOperationException">The kit itself failed; the inner exception says how.</exception>
    public static Observation ObservationOf(ITestResult result) =>
        result.Test.Properties.Get(Outcome) switch
        {
            Observation observation => observation,
            var fault => throw new InvalidOperationException(result.Message, fault as Exception),
        };

    /// <inheritdoc />
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var fixture = suite!.TypeInfo!.Type;
        var result = new TestCaseParameters { ExpectedResult = Observation.Holds };
        var test = new NUnitTestCaseBuilder().BuildTestMethod(method, suite, result);
        var scenario = new Scenario(test.Name, id, situation)
        {
            IsLong = IsLong,
            NeedsHook = NeedsHook,
            Place = (method.MethodInfo.DeclaringType == fixture, line),
        };
        test.Properties.Set(nameof(Scenario), About(scenario, ExerciseAttribute.Of(fixture)));
        if (IsLong)
            test.Properties.Add(PropertyNames.Category, LongCategory);
        yield return test;
    }

    TestCommand ICommandWrapper.Wrap(TestCommand command) => new Observe(command);

    /// <summary>Adds what is special to this kind of scenario.</summary>
    protected abstract Scenario About(Scenario scenario, ExerciseAttribute exercise);

    // NUnit would only compare the returned observation with the expected one. This command keeps it.
    private sealed class Observe(TestCommand inner) : DelegatingTestCommand(inner)
    {
        public override TestResult Execute(TestExecutionContext context)
        {
            var (test, result) = (context.CurrentTest, context.CurrentResult);
            try
            {
                var observing = (Task<Observation>)test.Method!.Invoke(context.TestObject, [])!;
                var observation = observing.GetAwaiter().GetResult();
                test.Properties.Set(Outcome, observation);
                result.SetResult(observation.IsHeld ? ResultState.Success : ResultState.Failure, $"{observation}");
            }
            catch (Exception fault)
            {
                test.Properties.Set(Outcome, fault);
                result.SetResult(ResultState.Error, fault.Message, fault.StackTrace);
            }
            return result;
        }
    }
}
