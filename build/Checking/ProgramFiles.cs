namespace Lab.Build.Checking;

/// <summary>Which files make up a program.</summary>
public static class ProgramFiles
{
    private static readonly string[] _built = ["bin", "obj"];
    private static readonly string[] _choices = ["Compile", "StartupObject"];

    // Hidden files and those that cannot be read are left out.
    private static readonly EnumerationOptions _visible = new();

    /// <summary>
    /// The files of the program at <paramref name="path"/>: of a folder all, and of a file in a project's folder all as well,
    /// as <c>dotnet run</c> does, but for hidden ones. A project that says itself what to compile is not understood: then,
    /// as without any, it is the file alone.
    /// </summary>
    /// <exception cref="RefusedException">There is no program.</exception>
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

    // Not what a build leaves there, nor what an editor hides there.
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
