namespace CliWrap.Buffered;

/// <summary>How a command ended, and what it printed.</summary>
/// <param name="exitCode">The program's exit code.</param>
/// <param name="startTime">When it started.</param>
/// <param name="exitTime">When it ended.</param>
/// <param name="standardOutput">The text of its standard output.</param>
/// <param name="standardError">The text of its standard error.</param>
public class BufferedCommandResult(
    int exitCode,
    DateTimeOffset startTime,
    DateTimeOffset exitTime,
    string standardOutput,
    string standardError
) : CommandResult(exitCode, startTime, exitTime)
{
    /// <summary>Gets the text of the program's standard output.</summary>
    public string StandardOutput { get; } = standardOutput;

    /// <summary>Gets the text of the program's standard error.</summary>
    public string StandardError { get; } = standardError;
}
