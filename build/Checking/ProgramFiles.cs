namespace Lab.Build.Checking;

/// <summary>Finds the files of a program.</summary>
public static class ProgramFiles
{
    private static readonly string[] _built = ["bin", "obj"];
    private static readonly string[] _choices = ["Compile", "StartupObject"];

    // Hidden files and those that cannot be read are left out.
    private static readonly EnumerationOptions _visible = new();

    /// <summary>
    /// The files of the program at <paramref name="path"/>. For a folder, they are all its C# files except hidden ones.
    /// For a file in a folder with a project, they are all files of that folder, as with <c>dotnet run</c>. If there is
    /// no project, or the project itself lists what to compile, the file alone is the program.
    /// </summary>
    /// <exception cref="RefusedException">There is no program at this path.</exception>
    public static IReadOnlyList<string> Of(string path)
    {
        if (File.Exists(path))
            return Path.GetExtension(path) == ".cs"
                ? OfFile(path)
                : throw new RefusedException(new Refusal.NotCSharp(path));
        if (!Directory.Exists(path))
            throw new RefusedException(new Refusal.NoSuchProgram(path));
        string[] sources = [.. In(path)];
        return sources.Length > 0 ? sources : throw new RefusedException(new Refusal.NoProgramIn(path));
    }

    private static string[] OfFile(string file)
    {
        var whole = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(whole)!;
        var projects = Directory.EnumerateFiles(folder, "*.csproj").Select(File.ReadAllText);
        return [whole, .. TakesAll(projects) ? In(folder).Where(other => other != whole) : []];
    }

    /// <summary>Whether the projects of a folder take all of its C# files, and do not choose some.</summary>
    /// <param name="projects">The texts of the projects.</param>
    internal static bool TakesAll(IEnumerable<string> projects)
    {
        var texts = projects.ToList();
        return texts.Count > 0 && !texts.Any(project => _choices.Any(project.Contains));
    }

    /// <summary>Whether a file is a source of the program in a folder above it: no hidden file, and no build output.</summary>
    /// <param name="path">Its path below the folder, with slashes.</param>
    internal static bool IsSource(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && path.Split('/') is var names
        && names.All(IsShown)
        && !names.SkipLast(1).Any(_built.Contains);

    // Build output and editors' hidden files are not part of the program.
    private static IEnumerable<string> In(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", _visible)
            .Where(IsShown)
            .Order(StringComparer.Ordinal)
            .Concat(
                Directory
                    .EnumerateDirectories(folder, "*", _visible)
                    .Where(inner => IsShown(inner) && !_built.Contains(Path.GetFileName(inner)))
                    .Order(StringComparer.Ordinal)
                    .SelectMany(In)
            );

    private static bool IsShown(string path) => !Path.GetFileName(path).StartsWith('.');
}
