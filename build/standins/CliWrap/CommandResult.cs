namespace CliWrap;

/// <summary>How a command ended.</summary>
/// <param name="exitCode">The program's exit code.</param>
/// <param name="startTime">When it started.</param>
/// <param name="exitTime">When it ended.</param>
public class CommandResult(int exitCode, DateTimeOffset startTime, DateTimeOffset exitTime)
{
    /// <summary>Gets the program's exit code.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>Gets whether the exit code is zero.</summary>
    public bool IsSuccess => ExitCode == 0;

    /// <summary>Gets when the program started.</summary>
    public DateTimeOffset StartTime { get; } = startTime;

    /// <summary>Gets when the program ended.</summary>
    public DateTimeOffset ExitTime { get; } = exitTime;

    /// <summary>Gets how long the program ran.</summary>
    public TimeSpan RunTime => ExitTime - StartTime;
}
