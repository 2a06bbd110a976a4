using System.Text.Json.Serialization;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Teaching.Grading;

/// <summary>A check that a worker is to do.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Seed">The seed for the words that the probes send.</param>
/// <param name="Program">The path of the program's main file or folder. For a command, the folder in which it is started.</param>
public sealed record CheckOrder(Exercise Exercise, int Seed, string Program)
{
    /// <summary>The program's files, the main one first. Empty for those that are found at the path.</summary>
    public ValueList<string> Files { get; init; } = [];

    /// <summary>The command that starts a program in another language. Null for C#.</summary>
    public string? Command { get; init; }

    /// <summary>
    /// Whether the check could not be done the first time. The program may have ended the worker with its compiler, so it
    /// is compiled in a process of its own.
    /// </summary>
    public bool IsSecondTry { get; init; }

    /// <summary>The language of the compiler's messages.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The program as the check takes it.</summary>
    [JsonIgnore]
    public Source Source =>
        Command is null
            ? new Source.CSharp(Program) { Files = Files.Count > 0 ? Files : null }
            : new Source.Command(Command) { Folder = Program };

    /// <summary>The description of the program.</summary>
    [JsonIgnore]
    public CheckedProgram Described =>
        Command is not null ? CheckedProgram.OfCommand(Command)
        : Files.Count > 0 ? CheckedProgram.Read(Program, Files)
        : CheckedProgram.Read(Program, ProgramFiles.Of(Program));
}
