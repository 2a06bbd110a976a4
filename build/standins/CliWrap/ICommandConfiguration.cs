namespace CliWrap;

/// <summary>What a command will run, and how.</summary>
public interface ICommandConfiguration
{
    /// <summary>Gets the program.</summary>
    string TargetFilePath { get; }

    /// <summary>Gets the arguments, as one line with its quotes.</summary>
    string Arguments { get; }

    /// <summary>Gets the directory that the program starts in.</summary>
    string WorkingDirPath { get; }

    /// <summary>Gets the variables to set, or to remove (null), in the environment that the program inherits.</summary>
    IReadOnlyDictionary<string, string?> EnvironmentVariables { get; }

    /// <summary>Gets which results count as failures.</summary>
    CommandResultValidation Validation { get; }

    /// <summary>Gets what feeds the program's standard input.</summary>
    PipeSource StandardInputPipe { get; }

    /// <summary>Gets what takes the program's standard output.</summary>
    PipeTarget StandardOutputPipe { get; }

    /// <summary>Gets what takes the program's standard error.</summary>
    PipeTarget StandardErrorPipe { get; }
}
