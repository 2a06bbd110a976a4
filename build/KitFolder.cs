namespace Lab.Build;

/// <summary>Finds the kit's files.</summary>
public static class KitFolder
{
    /// <summary>The kit's top folder: the one that holds <c>lab.sln</c>.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>
    /// The file, by its path in the kit, that only the kit for students has. It holds the code of its language.
    /// </summary>
    public const string HandoutFile = "build/handout";

    /// <summary>The language of the kit for students. Null if this is the whole kit.</summary>
    public static string? HandoutLanguage { get; } = ReadHandoutFile();

    /// <summary>Whether this is the kit as students get it: without solutions, and without what is for teachers.</summary>
    public static bool IsHandout => HandoutLanguage is not null;

    /// <summary>The folder of the solutions.</summary>
    public static string Solutions => Path.Combine(Root, "solutions");

    /// <summary>The assembly that is loaded into the programs under test.</summary>
    public static string Hook => Path.Combine(AppContext.BaseDirectory, "Lab.Hook.dll");

    /// <summary>The path of an exercise's program: the student's or the solution's.</summary>
    public static string ProgramOf(Exercise exercise, bool solution = false) =>
        Path.Combine(Root, solution ? "solutions" : "exercises", exercise.Folder, "Program.cs");

    /// <summary>The path of a solution with the comments and texts of a language, or of the English one.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="language">The code of the language.</param>
    public static string SolutionOf(Exercise exercise, string language)
    {
        var translated = Path.Combine(Solutions, language, exercise.Folder, "Program.cs");
        return File.Exists(translated) ? translated : ProgramOf(exercise, solution: true);
    }

    /// <summary>
    /// The shortest form of a path: relative to the top folder if it is below that, else the full path.
    /// </summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }

    private static string? ReadHandoutFile()
    {
        var file = Path.Combine(Root, HandoutFile);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "lab.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The folder that holds lab.sln was not found.");
    }
}
