namespace CliWrap.Exceptions;

/// <summary>A command ended with an exit code that its validation refuses.</summary>
/// <param name="command">The command.</param>
/// <param name="exitCode">The program's exit code.</param>
/// <param name="message">What happened.</param>
/// <param name="innerException">What led to it.</param>
public class CommandExecutionException(
    ICommandConfiguration command,
    int exitCode,
    string message,
    Exception? innerException = null
) : CliWrapException(message, innerException)
{
    /// <summary>Gets the command.</summary>
    public ICommandConfiguration Command { get; } = command;

    /// <summary>Gets the program's exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
