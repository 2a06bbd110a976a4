namespace Lab.Build;

/// <summary>
/// Whether the host that runs was built from the sources as they are now. The scripts build it again when it says no:
/// so the question is answered once, here, and not in two script languages.
/// </summary>
public static class Freshness
{
    /// <summary>The exit code by which the host asks to be built again.</summary>
    public const int StaleExitCode = 86;

    private static readonly string[] _folders = ["build", "tests/Harness", "tests/Hook", "tests/Scenarios"];
    private static readonly string[] _kinds = ["*.cs", "*.csproj", "*.targets", "*.props"];

    /// <summary>Whether some source below <paramref name="root"/> is newer than the host's assembly.</summary>
    /// <param name="root">The kit's top folder.</param>
    /// <param name="built">When the host was built, in UTC.</param>
    public static bool IsStale(string root, DateTime built) =>
        Sources(root).Any(source => File.GetLastWriteTimeUtc(source) > built);

    /// <summary>When the host that runs was built, in UTC.</summary>
    public static DateTime BuiltAt => File.GetLastWriteTimeUtc(Stamp);

    // Touched by each build, also by one that had nothing to do: see Build.csproj.
    private static string Stamp => Path.Combine(AppContext.BaseDirectory, "built.stamp");

    private static IEnumerable<string> Sources(string root)
    {
        var folders = _folders
            .Select(folder => Path.Combine(root, folder))
            .SelectMany(folder =>
                Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder)
            )
            .ToList();
        // A folder changes when a file in it comes or goes.
        return folders
            .SelectMany(folder => _kinds.SelectMany(kind => Directory.EnumerateFiles(folder, kind)))
            .Concat(folders)
            .Concat(Directory.EnumerateFiles(root, "Directory.*"))
            .Append(Path.Combine(root, "global.json"));
    }
}
