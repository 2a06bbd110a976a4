using System.Reflection;
using System.Text.Json.Serialization;
using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Build.Results;

/// <summary>The outcome of a check.</summary>
public enum Outcome
{
    /// <summary>Every step passes.</summary>
    Passed,

    /// <summary>A step does not pass yet.</summary>
    NotYet,

    /// <summary>The check itself could not be done. This says nothing about the program.</summary>
    CouldNotCheck,
}

/// <summary>The protection of the machine from the program.</summary>
public enum Confinement
{
    /// <summary>No protection: the program ran with the rights of the user who checked it.</summary>
    None,

    /// <summary>
    /// The program ran in namespaces of its own, made by bubblewrap: without other people's files and processes, without a
    /// network beyond its check, and within bounds.
    /// </summary>
    Bubblewrap,
}

/// <summary>
/// The result of one check: codes and their arguments, without any sentence. Every view in every language is made from
/// it. It is written and read back without loss: see <see cref="DocumentFormat"/>.
/// </summary>
/// <param name="Exercise">The exercise whose steps were checked.</param>
/// <param name="Program">The program that was checked.</param>
/// <param name="Seconds">The duration of the check.</param>
/// <param name="Seed">The seed for the words that the probes sent.</param>
public sealed record ResultDocument(Exercise Exercise, CheckedProgram Program, double Seconds, int Seed)
{
    /// <summary>The name and the version of this set of records.</summary>
    public const string CurrentSchema = "lab/result/v1";

    /// <summary>The value of <see cref="Next"/> for a program that does not compile.</summary>
    public const string Compile = "compile";

    /// <summary>The name and the version of the records in this document.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The version of the kit that did the check.</summary>
    public string Kit { get; init; } = CurrentKit;

    /// <summary>The protection of the machine from the program.</summary>
    public Confinement Confinement { get; init; }

    /// <summary>Whether the check was still running. A step may wait for itself only then.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The steps, in order.</summary>
    public ValueList<StepResult> Steps { get; init; } = [];

    /// <summary>The results that go beyond what the practical asks for.</summary>
    public ValueList<FurtherResult> GoingFurther { get; init; } = [];

    /// <summary>The runs of the program.</summary>
    public ValueList<ConversationRecord> Conversations { get; init; } = [];

    /// <summary>The compiler's errors, if the program does not compile.</summary>
    public ValueList<CompilerError> CompilerErrors { get; init; } = [];

    /// <summary>The reason why the check could not be done. Null if it was done.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The outcome of the check.</summary>
    public Outcome Outcome =>
        Fault is not null ? Outcome.CouldNotCheck
        : Next is null ? Outcome.Passed
        : Outcome.NotYet;

    /// <summary>
    /// The step to work on. It is the first step that has failed, or else the first that has not passed and does not
    /// wait for a later one. It is <c>compile</c> if the program does not compile, and null if all steps pass.
    /// </summary>
    public string? Next =>
        CompilerErrors.Count > 0
            ? Compile
            : (
                Steps.FirstOrDefault(step => step.Status == StepStatus.Failed)
                ?? Steps.FirstOrDefault(step => step.Status == StepStatus.NotChecked)
            )?.Id;

    /// <summary>The version of this kit.</summary>
    public static string CurrentKit { get; } =
        typeof(ResultDocument)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

    /// <summary>The same result with other names for the program and its files.</summary>
    /// <param name="program">The name of the program.</param>
    /// <param name="nameOf">The name of a file, by its present one.</param>
    public ResultDocument Renamed(string program, Func<string, string> nameOf) =>
        this with
        {
            Program = Program with
            {
                Name = program,
                Files = [.. Program.Files.Select(file => file with { Name = nameOf(file.Name) })],
            },
            CompilerErrors = [.. CompilerErrors.Select(error => error with { File = nameOf(error.File) })],
            Steps =
            [
                .. Steps.Select(step =>
                    step.Passage is { } passage
                        ? step with
                        {
                            Passage = passage with { File = nameOf(passage.File) },
                        }
                        : step
                ),
            ],
        };
}
