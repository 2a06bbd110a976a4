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
        var projects = Directory.EnumerateFiles(folder, "*.csproj").Select(File.ReadAllText).ToList();
        var takesAll = projects.Count > 0 && !projects.Any(project => _choices.Any(project.Contains));
        return [whole, .. takesAll ? In(folder).Where(other => other != whole) : []];
    }

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
