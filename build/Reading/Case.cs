using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Reading;

/// <summary>A step that has failed, and is to be explained.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The failed step.</param>
internal sealed record Case(Exercise Exercise, StepResult Step)
{
    /// <summary>The task of the step.</summary>
    public StepTask Task => Exercise.TaskOf(Step.Id);

    /// <summary>What was found.</summary>
    public Finding Finding => Step.Finding!;

    /// <summary>What was observed.</summary>
    public Symptom Observed => Step.Diagnosis!.Observed;

    /// <summary>The difference between the bytes. Null if there is none.</summary>
    public DifferenceKind? Difference => Step.Diagnosis!.Difference?.Kind;

    /// <summary>Whether the program is a server.</summary>
    public bool IsServer => Exercise.Role == Role.Server;

    /// <summary>The index of the argument with the timeout.</summary>
    public int TimeoutArgument => IsServer ? 2 : 3;

    /// <summary>Whether the step has one of these tasks.</summary>
    public bool IsAt(params ReadOnlySpan<StepTask> tasks) => tasks.Contains(Task);

    /// <summary>Whether the finding has one of these verdicts.</summary>
    public bool Is(params ReadOnlySpan<Verdict> verdicts) => verdicts.Contains(Finding.Verdict);

    /// <summary>Whether the scenario waited for one of these things.</summary>
    public bool Awaits(params ReadOnlySpan<Awaited> things) => things.Contains(Finding.Awaited);
}
