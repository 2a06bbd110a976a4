using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Results;

/// <summary>The status of a step.</summary>
public enum StepStatus
{
    /// <summary>Every scenario of the step passes.</summary>
    Passed,

    /// <summary>A scenario of the step fails, and no other step explains it.</summary>
    Failed,

    /// <summary>The step cannot be judged before another step works.</summary>
    NotChecked,
}

/// <summary>A remark on a step: how it was judged, or what its author ought to know although it is right.</summary>
public enum StepNote
{
    /// <summary>The step had failed only because of time. It was played once more, alone, and passed.</summary>
    PassedAlone,

    /// <summary>The step failed only because of time, and failed again when it was played once more, alone.</summary>
    FailedTwice,

    /// <summary>
    /// A part of the step can be seen only inside a .NET program. The step was judged by what can be seen from outside.
    /// </summary>
    FromTheWire,

    /// <summary>The message about what went wrong is a whole exception with its stack trace.</summary>
    PrintsTrace,

    /// <summary>The program waited for a key at its end, after it had closed its sockets.</summary>
    AwaitsKey,
}

/// <summary>The result of a step.</summary>
/// <param name="Id">The step's id.</param>
/// <param name="Status">The step's status.</param>
public sealed record StepResult(string Id, StepStatus Status)
{
    /// <summary>The time since the check began after which the result was certain. Null if it is not known.</summary>
    public TimeSpan? CertainAt { get; init; }

    /// <summary>The situation of the scenario that failed.</summary>
    public Situation? Situation { get; init; }

    /// <summary>The finding of that scenario.</summary>
    public Finding? Finding { get; init; }

    /// <summary>
    /// The number of the conversation that led to the finding: its place in <see cref="ResultDocument.Conversations"/>,
    /// from 1. Null if the step has not failed, or while the check is still running.
    /// </summary>
    public int? Conversation { get; init; }

    /// <summary>The decisions about that finding.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>The passage of the program that explains the finding. Null if none certainly does.</summary>
    public Passage? Passage { get; init; }

    /// <summary>The step that this one waits for, if it was not checked.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Remarks on the step.</summary>
    public ValueList<StepNote> Notes { get; init; } = [];

    /// <summary>Whether the check has not finished this step: it waits for itself.</summary>
    public bool IsUnderWay => WaitsFor == Id;

    /// <summary>A step that cannot be checked before another one works.</summary>
    public static StepResult WaitingFor(string? step, string id) => new(id, StepStatus.NotChecked) { WaitsFor = step };

    /// <summary>The steps of an exercise, all of which wait for the same.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="step">What they wait for. Null if the check could not be done.</param>
    public static ValueList<StepResult> AllWaitingFor(Exercise exercise, string? step) =>
        [.. exercise.StepIds.Select(id => WaitingFor(step, id))];
}

/// <summary>The result of a scenario that goes beyond what the practical asks for.</summary>
/// <param name="Id">The scenario's id.</param>
/// <param name="Situation">What happens in the scenario.</param>
/// <param name="Status">Its status.</param>
public sealed record FurtherResult(string Id, Situation Situation, StepStatus Status);
