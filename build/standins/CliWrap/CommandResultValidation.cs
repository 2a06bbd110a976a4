namespace CliWrap;

/// <summary>Which results of a command count as failures.</summary>
[Flags]
public enum CommandResultValidation
{
    /// <summary>None do.</summary>
    None = 0,

    /// <summary>Any exit code but zero does.</summary>
    ZeroExitCode = 1,
}
