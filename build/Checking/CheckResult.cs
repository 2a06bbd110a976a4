using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Checking;

/// <summary>How a check ended.</summary>
public enum Outcome
{
    /// <summary>Every step passes.</summary>
    Passed,

    /// <summary>Some step does not pass yet.</summary>
    NotYet,

    /// <summary>The check itself could not be done; nobody is to blame for the program.</summary>
    CouldNotCheck,
}

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
    /// <summary>What happens in the scenario that failed.</summary>
    public Situation? Situation { get; init; }

    /// <summary>What that scenario found.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The step that it waits for, where it was not checked.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>What else there is to say about how it was judged.</summary>
    public IReadOnlyList<StepNote> Notes { get; init; } = [];

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

/// <summary>A complaint of the compiler.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Code">The compiler's code, such as <c>CS1002</c>.</param>
/// <param name="Message">What it says.</param>
public sealed record CompilerError(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>As compilers write it; an error of the whole program has no place.</summary>
    public override string ToString() =>
        $"{KitFolder.Shown(File)}{(Line > 0 ? $"({Line},{Column})" : "")}: {Code}: {Message}";
}

/// <summary>Everything that one check found. Data: every view renders the same.</summary>
/// <param name="Exercise">What was checked against.</param>
/// <param name="Program">What was checked, as people would name it.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Seed">The seed of the words that were sent.</param>
public sealed record CheckResult(Exercise Exercise, string Program, double Seconds, int Seed)
{
    /// <summary>The value of <see cref="Next"/> for a program that does not compile.</summary>
    public const string Compile = "compile";

    /// <summary>Whether the program is a command of any language, and not a C# program.</summary>
    public bool IsCommand { get; init; }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>What goes beyond what is asked for.</summary>
    public IReadOnlyList<FurtherResult> GoingFurther { get; init; } = [];

    /// <summary>What the compiler says, where the program does not compile.</summary>
    public IReadOnlyList<CompilerError> CompilerErrors { get; init; } = [];

    /// <summary>Why the check could not be done, where it could not.</summary>
    public string? Fault { get; init; }

    /// <summary>How the check ended.</summary>
    public Outcome Outcome =>
        Fault is not null ? Outcome.CouldNotCheck
        : Next is null ? Outcome.Passed
        : Outcome.NotYet;

    /// <summary>
    /// The step to work on: the first, in order, that has not passed, but none that only waits for a later one.
    /// <c>compile</c> where the program does not compile; null when all pass.
    /// </summary>
    public string? Next =>
        CompilerErrors.Count > 0
            ? Compile
            : (
                Steps.FirstOrDefault(step => step.Status == StepStatus.Failed)
                ?? Steps.FirstOrDefault(step => step.Status == StepStatus.NotChecked)
            )?.Id;
}
