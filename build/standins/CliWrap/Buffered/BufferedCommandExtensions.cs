using System.Text;
using CliWrap.Exceptions;

namespace CliWrap.Buffered;

/// <summary>Runs commands and keeps what they print.</summary>
public static class BufferedCommandExtensions
{
    /// <summary>Starts the program and keeps what it prints, besides giving it to the command's own targets.</summary>
    /// <param name="command">The command.</param>
    /// <param name="standardOutputEncoding">How to read its standard output.</param>
    /// <param name="standardErrorEncoding">How to read its standard error.</param>
    /// <param name="forcefulCancellationToken">Kills the program and everything it started.</param>
    /// <param name="gracefulCancellationToken">Asks the program to end, as Ctrl+C does.</param>
    /// <returns>The running command.</returns>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken
    )
    {
        var output = new StringBuilder();
        var error = new StringBuilder();
        var outputTarget = PipeTarget.ToStringBuilder(output, standardOutputEncoding);
        var errorTarget = PipeTarget.ToStringBuilder(error, standardErrorEncoding);
        var running = command
            .WithStandardOutputPipe(PipeTarget.Merge(command.StandardOutputPipe, outputTarget))
            .WithStandardErrorPipe(PipeTarget.Merge(command.StandardErrorPipe, errorTarget))
            .ExecuteAsync(forcefulCancellationToken, gracefulCancellationToken);
        return new(BufferAsync(running, output, error), running.ProcessId);
    }

    /// <summary>Starts the program and keeps what it prints, besides giving it to the command's own targets.</summary>
    /// <param name="command">The command.</param>
    /// <param name="standardOutputEncoding">How to read its standard output.</param>
    /// <param name="standardErrorEncoding">How to read its standard error.</param>
    /// <param name="cancellationToken">Kills the program and everything it started.</param>
    /// <returns>The running command.</returns>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default
    ) =>
        command.ExecuteBufferedAsync(
            standardOutputEncoding,
            standardErrorEncoding,
            cancellationToken,
            CancellationToken.None
        );

    /// <summary>Starts the program and keeps what it prints, besides giving it to the command's own targets.</summary>
    /// <param name="command">The command.</param>
    /// <param name="encoding">How to read what it prints.</param>
    /// <param name="cancellationToken">Kills the program and everything it started.</param>
    /// <returns>The running command.</returns>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default
    ) => command.ExecuteBufferedAsync(encoding, encoding, cancellationToken);

    /// <summary>Starts the program and keeps what it prints, read in the default encoding.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Kills the program and everything it started.</param>
    /// <returns>The running command.</returns>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        CancellationToken cancellationToken = default
    ) => command.ExecuteBufferedAsync(Encoding.Default, cancellationToken);

    private static async Task<BufferedCommandResult> BufferAsync(
        CommandTask<CommandResult> running,
        StringBuilder output,
        StringBuilder error
    )
    {
        try
        {
            var result = await running.ConfigureAwait(false);
            var (start, end) = (result.StartTime, result.ExitTime);
            return new(result.ExitCode, start, end, output.ToString(), error.ToString());
        }
        catch (CommandExecutionException exception)
        {
            var message = $"{exception.Message}\n\nStandard error:\n{error.ToString().Trim()}";
            throw new CommandExecutionException(exception.Command, exception.ExitCode, message, exception);
        }
    }
}
