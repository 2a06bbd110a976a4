namespace Lab.Harness;

/// <summary>The program to check, as a command that the harness can start as often as it likes.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">The start of its command line, quoted already; each run appends its own.</param>
/// <param name="WorkingDirectory">The folder in which it runs.</param>
/// <param name="Hook">The startup hook's assembly, or null for a program that is not .NET.</param>
/// <param name="CheckKey">Marks every process of one check, so that none of them can outlive the check.</param>
/// <param name="End">Cancelled when the check is given up: all runs end at once.</param>
public sealed record Subject(
    string FileName,
    string Arguments,
    string WorkingDirectory,
    string? Hook,
    string CheckKey,
    CancellationToken End
)
{
    /// <summary>The sandbox in which it runs. Null if it runs with the rights of the user who checks it.</summary>
    public ISandbox? Sandbox { get; init; }
}

/// <summary>The command of a <see cref="Subject"/> cannot be started.</summary>
/// <param name="fileName">The executable that was asked for.</param>
/// <param name="reason">The operating system's message.</param>
public sealed class CannotStartException(string fileName, Exception reason) : Exception(fileName, reason)
{
    /// <summary>The executable that was asked for.</summary>
    public string FileName { get; } = fileName;
}
