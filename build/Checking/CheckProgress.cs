namespace Lab.Build.Checking;

/// <summary>What a check is doing.</summary>
public enum CheckPhase
{
    /// <summary>It compiles the program.</summary>
    Compiling,

    /// <summary>It runs the scenarios.</summary>
    Running,
}

/// <summary>How far a check is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">The number of scenarios that have run.</param>
/// <param name="All">The number of scenarios there are.</param>
public sealed record CheckProgress(CheckPhase Phase, int Done, int All);
