namespace Lab.Build;

/// <summary>Finds the kit's files.</summary>
public static class KitFolder
{
    /// <summary>The kit's top folder: the one that holds <c>lab.sln</c>.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>Whether this is the kit as students get it: without solutions, and without what is for teachers.</summary>
    public static bool IsHandout { get; } = !Directory.Exists(Path.Combine(Root, "solutions"));

    /// <summary>The assembly that is loaded into the programs under test.</summary>
    public static string Hook => Path.Combine(AppContext.BaseDirectory, "Lab.Hook.dll");

    /// <summary>The path of an exercise's program: the student's or the solution's.</summary>
    public static string ProgramOf(Exercise exercise, bool solution = false) =>
        Path.Combine(Root, solution ? "solutions" : "exercises", exercise.Folder, "Program.cs");

    /// <summary>
    /// The shortest form of a path: relative to the top folder if it is below that, else the full path.
    /// </summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "lab.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The folder that holds lab.sln was not found.");
    }
}
