using System.Runtime.CompilerServices;
using Lab.Harness;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Lab.Scenarios;

/// <summary>Ties a class of scenarios to its exercise.</summary>
/// <param name="id">The exercise's id, such as <c>Ex1</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExerciseAttribute(string id) : CategoryAttribute(id);

/// <summary>A scenario that a step must pass.</summary>
/// <param name="id">The step's id, such as <c>5d</c>.</param>
/// <param name="situation">What happens in it.</param>
/// <param name="line">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StepAttribute(string id, Situation situation, [CallerLineNumber] int line = 0)
    : ScenarioAttribute(id, situation, line)
{
    /// <summary>The steps without which it says nothing, separated by blanks.</summary>
    public string Needs { get; init; } = "";

    /// <inheritdoc />
    public override IReadOnlyList<string> NeededSteps => Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A scenario beyond what the practical asks for: never a failed step.</summary>
/// <param name="id">Its own id, such as <c>segments</c>.</param>
/// <param name="situation">What happens in it.</param>
/// <param name="line">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoingFurtherAttribute(string id, Situation situation, [CallerLineNumber] int line = 0)
    : ScenarioAttribute(id, situation, line)
{
    /// <inheritdoc />
    public override bool IsGoingFurther => true;
}

/// <summary>A test that drives the program under test and keeps what it found beside its result.</summary>
/// <param name="id">What it is tied to.</param>
/// <param name="situation">What happens in it.</param>
/// <param name="line">Where it stands in its file.</param>
public abstract class ScenarioAttribute(string id, Situation situation, int line)
    : TestAttribute,
        IApplyToTest,
        IWrapTestMethod
{
    /// <summary>The category of the scenarios that wait out the default timeout.</summary>
    public const string LongCategory = "Long";

    /// <summary>What it is tied to: a step's id, or its own.</summary>
    public string Id { get; } = id;

    /// <summary>What happens in it.</summary>
    public Situation Situation { get; } = situation;

    /// <summary>Where it stands in its file: of two that fail, the first one is explained.</summary>
    public int Line { get; } = line;

    /// <summary>Whether it waits out the default timeout: played only where somebody asks for that.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether only the startup hook can tell all of it: for other languages, the wire has to do.</summary>
    public bool NeedsHook { get; init; }

    /// <summary>Whether it is beyond what the practical asks for.</summary>
    public virtual bool IsGoingFurther => false;

    /// <summary>The steps without which it says nothing.</summary>
    public virtual IReadOnlyList<string> NeededSteps => [];

    void IApplyToTest.ApplyToTest(Test test)
    {
        base.ApplyToTest(test);
        test.Properties.Set(nameof(ScenarioAttribute), this);
        if (IsLong)
            test.Properties.Add(PropertyNames.Category, LongCategory);
    }

    TestCommand ICommandWrapper.Wrap(TestCommand command) => new KeepFinding(command);

    /// <summary>The attribute of a test that has run.</summary>
    public static ScenarioAttribute? Of(ITest test) =>
        test.Properties.Get(nameof(ScenarioAttribute)) as ScenarioAttribute;

    /// <summary>What a failed scenario threw: a finding, a step it waits for, or the kit's own fault.</summary>
    public static Exception? FailureOf(ITest test) => test.Properties.Get(nameof(KeepFinding)) as Exception;

    private sealed class KeepFinding(TestCommand inner) : DelegatingTestCommand(inner)
    {
        public override TestResult Execute(TestExecutionContext context)
        {
            try
            {
                return innerCommand.Execute(context);
            }
            catch (Exception wrapped)
            {
                var failure = wrapped is NUnitException { InnerException: { } inside } ? inside : wrapped;
                context.CurrentTest.Properties.Set(nameof(KeepFinding), failure);
                context.CurrentResult.SetResult(
                    failure is VerdictException or NotVisibleYetException ? ResultState.Failure : ResultState.Error,
                    failure.Message,
                    failure.StackTrace
                );
                return context.CurrentResult;
            }
        }
    }
}
