namespace CliWrap;

/// <summary>Where commands start.</summary>
public static class Cli
{
    /// <summary>Creates a command with nothing set but its program.</summary>
    /// <param name="targetFilePath">An executable, batch file or script: a path, or a name to look up.</param>
    /// <returns>The command.</returns>
    public static Command Wrap(string targetFilePath) => new(targetFilePath);
}
