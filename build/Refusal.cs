using Lab.Build.Arguments;

namespace Lab.Build;

/// <summary>Why there is no result: the arguments ask for what cannot be done. The language phrases it.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>No target knows this argument.</summary>
    public sealed record UnknownArgument(string Name) : Refusal;

    /// <summary>The target does not take this argument.</summary>
    /// <param name="Name">The argument as it was typed.</param>
    /// <param name="Argument">The argument.</param>
    /// <param name="Target">The target.</param>
    public sealed record Misplaced(string Name, Argument Argument, string Target) : Refusal;

    /// <summary>An argument lacks its value, or a switch has one.</summary>
    /// <param name="Name">The argument as it was typed.</param>
    /// <param name="Argument">The argument.</param>
    public sealed record Mistyped(string Name, Argument Argument) : Refusal;

    /// <summary>More than one of --program, --solution and --command was given.</summary>
    public sealed record SeveralPrograms : Refusal;

    /// <summary>No result can be written to a file of this kind.</summary>
    public sealed record UnknownOutput(string File) : Refusal;

    /// <summary>An exercise that there is not.</summary>
    public sealed record NoSuchExercise(string Text) : Refusal;

    /// <summary>A port that is none.</summary>
    public sealed record BadPort(string Text) : Refusal;

    /// <summary>A seed that is none.</summary>
    public sealed record BadSeed(string Text) : Refusal;

    /// <summary>There is nothing at this path.</summary>
    public sealed record NoSuchProgram(string Path) : Refusal;

    /// <summary>This file is no C# program.</summary>
    public sealed record NotCSharp(string Path) : Refusal;

    /// <summary>There is no C# file in this folder.</summary>
    public sealed record NoProgramIn(string Folder) : Refusal;

    /// <summary>A command without a word in it.</summary>
    public sealed record EmptyCommand : Refusal;

    /// <summary>A command with a quote that is not closed.</summary>
    public sealed record OpenQuote(string Command) : Refusal;

    /// <summary>An output file that cannot be written.</summary>
    /// <param name="File">The file, as it was given.</param>
    /// <param name="Why">What the operating system said.</param>
    public sealed record CannotWrite(string File, string Why) : Refusal;

    /// <summary>A step that the exercise does not have.</summary>
    public sealed record NoSuchStep(Exercise Exercise, string Id) : Refusal;

    /// <summary>Watch was started where nobody watches.</summary>
    public sealed record NoTerminal : Refusal;

    /// <summary>Netcat was given no port.</summary>
    public sealed record NoPort : Refusal;

    /// <summary>Netcat was given what cannot be the name of a host.</summary>
    public sealed record NoHostName(string Host) : Refusal;

    /// <summary>A program of the demonstration is missing.</summary>
    public sealed record NoProgramToShow(string Program) : Refusal;

    /// <summary>A program of the demonstration does not compile.</summary>
    public sealed record CannotCompile(Exercise Exercise) : Refusal;
}

/// <summary>There is no result, and the arguments are the reason.</summary>
/// <param name="refusal">Why.</param>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal}")
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;
}
