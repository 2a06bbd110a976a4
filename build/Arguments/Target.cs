namespace Lab.Build.Arguments;

/// <summary>
/// The names of the targets. The targets of the exercises have the ids of <see cref="Exercise"/> as their names.
/// </summary>
public static class Target
{
    /// <summary>Shows the student's progress.</summary>
    public const string Default = "Default";

    /// <summary>Checks all exercises at once, with the real timeout.</summary>
    public const string Full = "Full";

    /// <summary>Checks the program whenever it is saved.</summary>
    public const string Watch = "Watch";

    /// <summary>Gives the next hint.</summary>
    public const string Hint = "Hint";

    /// <summary>Runs the kit's own netcat.</summary>
    public const string Netcat = "Netcat";

    /// <summary>Plays the practical's own acceptance test live.</summary>
    public const string Demo = "Demo";

    /// <summary>Shows the result of an earlier check again, and writes it in other formats.</summary>
    public const string Report = "Report";

    /// <summary>Lays down a starter.</summary>
    public const string Starter = "Starter";

    /// <summary>Writes the kit as students get it.</summary>
    public const string Handout = "Handout";

    /// <summary>Notes what a class has committed so far.</summary>
    public const string Collect = "Collect";

    /// <summary>Grades a class.</summary>
    public const string Grade = "Grade";

    /// <summary>Puts parts of a graded class together.</summary>
    public const string Merge = "Merge";

    /// <summary>Runs the kit's own tests.</summary>
    public const string Test = "Test";

    /// <summary>The targets that students do not get.</summary>
    public static readonly IReadOnlyList<string> ForTeachers = [Handout, Collect, Grade, Merge, Test];

    /// <summary>All targets of this kit.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. Exercise.All.Select(exercise => exercise.Id),
        Full,
        Watch,
        Hint,
        Netcat,
        Demo,
        Report,
        Starter,
        .. KitFolder.IsHandout ? [] : ForTeachers,
        Default,
    ];
}
