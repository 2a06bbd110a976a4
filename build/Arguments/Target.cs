namespace Lab.Build.Arguments;

/// <summary>The names of the targets, apart from those of the exercises: they go by the ids of <see cref="Exercise"/>.</summary>
public static class Target
{
    /// <summary>Where the student stands.</summary>
    public const string Default = "Default";

    /// <summary>All exercises at once, with the real timeout.</summary>
    public const string Full = "Full";

    /// <summary>A check on every save.</summary>
    public const string Watch = "Watch";

    /// <summary>The next hint.</summary>
    public const string Hint = "Hint";

    /// <summary>The kit's own netcat.</summary>
    public const string Netcat = "Netcat";

    /// <summary>The practical's acceptance, played live.</summary>
    public const string Demo = "Demo";

    /// <summary>The kit's own tests.</summary>
    public const string Test = "Test";
}
