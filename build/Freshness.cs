namespace Lab.Build;

/// <summary>
/// Checks whether the running host was built from the current sources. The scripts build the host again if not. So this
/// question is answered once, here, and not in two script languages.
/// </summary>
public static class Freshness
{
    /// <summary>The exit code with which the host asks to be built again.</summary>
    public const int StaleExitCode = 86;

    private static readonly string[] _folders = ["build", "tests/Harness", "tests/Hook", "tests/Scenarios"];
    private static readonly string[] _kinds = ["*.cs", "*.csproj", "*.targets", "*.props"];

    /// <summary>Whether a source below <paramref name="root"/> is newer than the host's assembly.</summary>
    /// <param name="root">The kit's top folder.</param>
    /// <param name="built">The time when the host was built, in UTC.</param>
    public static bool IsStale(string root, DateTime built) =>
        Sources(root).Any(source => File.GetLastWriteTimeUtc(source) > built);

    /// <summary>The time when the running host was built, in UTC.</summary>
    public static DateTime BuiltAt => File.GetLastWriteTimeUtc(Stamp);

    // Each build touches this file, even if it had nothing to do: see Build.csproj.
    private static string Stamp => Path.Combine(AppContext.BaseDirectory, "built.stamp");

    private static IEnumerable<string> Sources(string root)
    {
        var folders = _folders
            .Select(folder => Path.Combine(root, folder))
            .SelectMany(folder =>
                Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder)
            )
            .ToList();
        // A folder's time changes when a file in it is added or removed.
        return folders
            .SelectMany(folder => _kinds.SelectMany(kind => Directory.EnumerateFiles(folder, kind)))
            .Concat(folders)
            .Concat(Directory.EnumerateFiles(root, "Directory.*"))
            .Append(Path.Combine(root, "global.json"));
    }
}
