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
/// <param name="Id">What it is tied to: a step's id, or its own where it goes further.</param>
/// <param name="Situation">What happens in it.</param>
public sealed record Scenario(string Name, string Id, Situation Situation)
{
    /// <summary>The steps without which it says nothing.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Whether it is beyond what the practical asks for.</summary>
    public bool IsGoingFurther { get; init; }

    /// <summary>Whether only the startup hook can tell all of it: for other languages, the wire has to do.</summary>
    public bool NeedsHook { get; init; }

    /// <summary>Whether it waits out the default timeout: played only where somebody asks for that.</summary>
    public bool IsLong { get; init; }

    /// <summary>Its place: of two of the same step that fail, the first one is explained.</summary>
    public (bool IsOwn, int Line) Place { get; init; }
}

/// <summary>A scenario that a step must pass.</summary>
/// <param name="id">The step's id, such as <c>5a</c>, or its role where exercises give it different ids.</param>
/// <param name="situation">What happens in it.</param>
/// <param name="line">Filled in by the compiler.</param>
public sealed class StepAttribute(string id, Situation situation, [CallerLineNumber] int line = 0)
    : ScenarioAttribute(id, situation, line)
{
    /// <summary>The steps without which it says nothing, ids or roles, separated by blanks.</summary>
    public string Needs { get; init; } = "";

    /// <inheritdoc />
    protected override Scenario About(Scenario scenario, ExerciseAttribute exercise) =>
        scenario with
        {
            Id = exercise.StepId(scenario.Id),
            Needs = [.. Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(exercise.StepId)],
        };
}

/// <summary>A scenario beyond what the practical asks for: never a failed step.</summary>
/// <param name="id">Its own id, such as <c>segments</c>.</param>
/// <param name="situation">What happens in it.</param>
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
/// <param name="id">What it is tied to.</param>
/// <param name="situation">What happens in it.</param>
/// <param name="line">Where it stands in its file.</param>
[AttributeUsage(AttributeTargets.Method)]
public abstract class ScenarioAttribute(string id, Situation situation, int line)
    : NUnitAttribute,
        ITestBuilder,
        IWrapTestMethod
{
    /// <summary>The category of the scenarios that wait out the default timeout.</summary>
    public const string LongCategory = "Long";

    private const string Outcome = nameof(Outcome);

    /// <summary>Whether it waits out the default timeout: played only where somebody asks for that.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether only the startup hook can tell all of it: for other languages, the wire has to do.</summary>
    public bool NeedsHook { get; init; }

    /// <summary>The scenario that a test stands for.</summary>
    public static Scenario? Of(ITest test) => test.Properties.Get(nameof(Scenario)) as Scenario;

    /// <summary>What a test that has run has observed.</summary>
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

    /// <summary>Adds what only this kind of scenario knows.</summary>
    protected abstract Scenario About(Scenario scenario, ExerciseAttribute exercise);

    // NUnit would only compare the observation with the expected one; here it is kept.
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
