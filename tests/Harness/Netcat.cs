namespace Lab.Harness;

/// <summary>The machine's own netcat.</summary>
public static class Netcat
{
    /// <summary>The command <c>nc</c>, which every netcat for Unix has; null where there is none.</summary>
    /// <param name="like">The program that is checked: netcat ends with the same check.</param>
    public static Subject? Find(Subject like)
    {
        var names = OperatingSystem.IsWindows() ? new[] { "nc.exe", "ncat.exe" } : ["nc"];
        var file = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return file is null ? null : like with { FileName = file, Arguments = "", Hook = null };
    }
}
