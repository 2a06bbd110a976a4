namespace Lab.Build;

/// <summary>Why there is no result: the arguments ask for what cannot be done. The language phrases it.</summary>
public abstract record Refusal
{
    private Refusal() { }

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
