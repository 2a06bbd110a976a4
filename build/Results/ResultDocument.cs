using System.Reflection;
using System.Text.Json.Serialization;
using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Build.Results;

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

/// <summary>What kept the program from harming the machine.</summary>
public enum Confinement
{
    /// <summary>Nothing: it ran with the rights of whoever checked it.</summary>
    None,
}

/// <summary>
/// What one check found: codes and their arguments, and no sentence. Every view in every language is made from it, and it is
/// written and read back without loss; see <see cref="DocumentFormat"/>.
/// </summary>
/// <param name="Exercise">What was checked against.</param>
/// <param name="Program">What was checked.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Seed">The seed of the words that were sent.</param>
public sealed record ResultDocument(Exercise Exercise, CheckedProgram Program, double Seconds, int Seed)
{
    /// <summary>The name and the version of this set of records.</summary>
    public const string CurrentSchema = "lab/result/v1";

    /// <summary>The value of <see cref="Next"/> for a program that does not compile.</summary>
    public const string Compile = "compile";

    /// <summary>The name and the version of the records that it was made of.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The version of the kit that checked.</summary>
    public string Kit { get; init; } = VersionOfKit();

    /// <summary>What kept the program from harming the machine.</summary>
    public Confinement Confinement { get; init; }

    /// <summary>Whether the check was still under way: then a step may wait for nothing but itself.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The steps, in order.</summary>
    public ValueList<StepResult> Steps { get; init; } = [];

    /// <summary>What goes beyond what is asked for.</summary>
    public ValueList<FurtherResult> GoingFurther { get; init; } = [];

    /// <summary>The runs of the program.</summary>
    public ValueList<ConversationRecord> Conversations { get; init; } = [];

    /// <summary>What the compiler says, where the program does not compile.</summary>
    public ValueList<CompilerError> CompilerErrors { get; init; } = [];

    /// <summary>Why the check could not be done, where it could not.</summary>
    public Fault? Fault { get; init; }

    /// <summary>How the check ended.</summary>
    public Outcome Outcome =>
        Fault is not null ? Outcome.CouldNotCheck
        : Next is null ? Outcome.Passed
        : Outcome.NotYet;

    /// <summary>
    /// The step to work on: the first, in order, that has failed, else the first that has not passed, but none that only waits
    /// for a later one. <c>compile</c> where the program does not compile; null when all pass.
    /// </summary>
    public string? Next =>
        CompilerErrors.Count > 0
            ? Compile
            : (
                Steps.FirstOrDefault(step => step.Status == StepStatus.Failed)
                ?? Steps.FirstOrDefault(step => step.Status == StepStatus.NotChecked)
            )?.Id;

    private static string VersionOfKit() =>
        typeof(ResultDocument)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
}
