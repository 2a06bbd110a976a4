using System.Text.Json.Serialization;
using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>The reason why a check could not be done. The program is not to blame for any of these.</summary>
[JsonDerivedType(typeof(CannotStart), "cannotStart")]
[JsonDerivedType(typeof(CompilerFailed), "compilerFailed")]
[JsonDerivedType(typeof(NoSdk), "noSdk")]
[JsonDerivedType(typeof(InKit), "inKit")]
[JsonDerivedType(typeof(SandboxFailed), "sandboxFailed")]
[JsonDerivedType(typeof(CheckerDied), "checkerDied")]
public abstract record Fault
{
    private Fault() { }

    /// <summary>The operating system cannot start the command.</summary>
    /// <param name="File">The command's executable.</param>
    public sealed record CannotStart(string File) : Fault;

    /// <summary>The compiler itself failed, without saying anything about the program.</summary>
    /// <param name="Output">The output of the compiler.</param>
    public sealed record CompilerFailed(string Output) : Fault;

    /// <summary>The .NET SDK is not in the runtime's folder.</summary>
    /// <param name="Folder">The missing folder.</param>
    public sealed record NoSdk(string Folder) : Fault;

    /// <summary>Something in the kit went wrong.</summary>
    /// <param name="Type">The exception's type.</param>
    /// <param name="Message">The exception's message.</param>
    public sealed record InKit(string Type, string Message) : Fault;

    /// <summary>The program could not be confined.</summary>
    /// <param name="Why">The message of the program that confines.</param>
    public sealed record SandboxFailed(string Why) : Fault;

    /// <summary>The process that checked the program has ended before the check did.</summary>
    /// <param name="Output">The last that it said.</param>
    public sealed record CheckerDied(string Output) : Fault;

    /// <summary>The fault that an exception stands for.</summary>
    public static Fault Of(Exception failure) =>
        failure switch
        {
            FaultException known => known.Fault,
            CannotStartException cannot => new CannotStart(cannot.FileName),
            _ => new InKit(failure.GetType().Name, failure.Message),
        };
}

/// <summary>A check cannot be done.</summary>
/// <param name="fault">The reason.</param>
public sealed class FaultException(Fault fault) : Exception($"{fault}")
{
    /// <summary>The reason.</summary>
    public Fault Fault { get; } = fault;
}
