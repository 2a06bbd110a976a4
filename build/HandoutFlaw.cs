namespace Lab.Build;

/// <summary>What is wrong with a handout.</summary>
public abstract record HandoutFlaw
{
    private HandoutFlaw() { }

    /// <summary>A file holds lines of a solution.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Lines">The lines.</param>
    public sealed record HoldsSolution(string File, string Lines) : HandoutFlaw;

    /// <summary>The check of a starter does not say to begin with step 1.</summary>
    /// <param name="Exercise">The exercise.</param>
    /// <param name="Output">What the check printed.</param>
    public sealed record StarterNotAtStep1(Exercise Exercise, string Output) : HandoutFlaw;

    /// <summary>The check of a right program does not pass.</summary>
    /// <param name="Exercise">The exercise.</param>
    /// <param name="Output">What the check printed.</param>
    public sealed record RightProgramFails(Exercise Exercise, string Output) : HandoutFlaw;
}
