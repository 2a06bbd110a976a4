namespace Lab.Harness;

/// <summary>A command line that starts a program, and its surroundings.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">The rest of the command line, quoted already.</param>
/// <param name="Folder">The folder in which it runs.</param>
/// <param name="Variables">Its environment variables. Those that are null are not set.</param>
public sealed record Launch(
    string FileName,
    string Arguments,
    string Folder,
    IReadOnlyDictionary<string, string?> Variables
);

/// <summary>Keeps the runs of a program away from everything else on the machine.</summary>
public interface ISandbox
{
    /// <summary>What went wrong with the sandbox itself. The program is not to blame for it. Null if nothing did.</summary>
    string? Failure { get; }

    /// <summary>Prepares a run of the program.</summary>
    /// <param name="subject">The program.</param>
    /// <param name="launch">How it would be started without a sandbox.</param>
    /// <exception cref="CannotStartException">There is no such command in the sandbox.</exception>
    IConfinedRun Confine(Subject subject, Launch launch);
}

/// <summary>One run of a program in a sandbox. Disposing of it ends the program and all its children.</summary>
public interface IConfinedRun : IDisposable
{
    /// <summary>The command that starts the program in the sandbox.</summary>
    Launch Launch { get; }

    /// <summary>The operating system's number of the program's own process. Null while it is not known.</summary>
    int? ProgramId { get; }

    /// <summary>Notes that the run has begun.</summary>
    /// <param name="processId">The process that <see cref="Launch"/> has started.</param>
    void Started(int processId);

    /// <summary>Notes that the run is over.</summary>
    /// <param name="exitCode">The exit code. Null if the process did not end by itself.</param>
    /// <param name="standardError">Its standard error.</param>
    void Ended(int? exitCode, string standardError);
}
