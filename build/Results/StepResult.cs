using Lab.Build.Diagnosing;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Results;

/// <summary>How a step stands.</summary>
public enum StepStatus
{
    /// <summary>Every scenario of the step passes.</summary>
    Passed,

    /// <summary>A scenario of the step fails, and no other step explains it.</summary>
    Failed,

    /// <summary>It cannot be judged before another step is there.</summary>
    NotChecked,
}

/// <summary>What else there is to say about how a step was judged.</summary>
public enum StepNote
{
    /// <summary>Only the clock had failed it; played once more, alone, it passed.</summary>
    PassedAlone,

    /// <summary>Only the clock failed it, and did so again when it was played once more, alone.</summary>
    FailedTwice,

    /// <summary>Part of it shows only inside a .NET program; it was judged as far as the wire shows it.</summary>
    FromTheWire,
}

/// <summary>One step and what was found about it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">How it stands.</param>
public sealed record StepResult(string Id, StepStatus Status)
{
    /// <summary>When that was certain, since the check began; null where that is not known.</summary>
    public TimeSpan? CertainAt { get; init; }

    /// <summary>What happens in the scenario that failed.</summary>
    public Situation? Situation { get; init; }

    /// <summary>What that scenario found.</summary>
    public Finding? Finding { get; init; }

    /// <summary>What was decided about that finding.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>The step that it waits for, where it was not checked.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>What else there is to say about how it was judged.</summary>
    public ValueList<StepNote> Notes { get; init; } = [];

    /// <summary>Whether the check is not done with it: it waits for nothing but itself.</summary>
    public bool IsUnderWay => WaitsFor == Id;

    /// <summary>A step that is not checked before another one is there.</summary>
    public static StepResult WaitingFor(string? step, string id) => new(id, StepStatus.NotChecked) { WaitsFor = step };
}

/// <summary>One scenario beyond what is asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Situation">What happens in it.</param>
/// <param name="Status">How it stands.</param>
public sealed record FurtherResult(string Id, Situation Situation, StepStatus Status);
