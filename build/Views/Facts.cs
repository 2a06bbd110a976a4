using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>A finding with what is needed to talk about it.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Difference">How the bytes differ.</param>
public sealed record Facts(Exercise Exercise, string Step, Finding Finding, Difference? Difference)
{
    /// <summary>The facts of a failed step.</summary>
    public static Facts Of(ResultDocument result, StepResult step) =>
        new(result.Exercise, step.Id, step.Finding!, Difference.Between(step.Finding!))
        {
            IsCommand = result.Program.Language == ProgramLanguage.Other,
        };

    /// <summary>Whether the program is a command of any language: then nothing is to be said about .NET.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether the program under test is the client.</summary>
    public bool IsClient => Exercise == Exercise.Client;
}
