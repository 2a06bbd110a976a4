namespace Lab.Harness;

/// <summary>What is installed here besides the kit.</summary>
public static class Machine
{
    /// <summary>The path of a command; null where it is not installed.</summary>
    public static string? Find(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? command + ".exe" : command))
            .FirstOrDefault(File.Exists);

    /// <summary>The machine's netcat: <c>nc</c>, which every netcat for Unix has as its command; null where there is none.</summary>
    /// <param name="like">The program that is checked: netcat ends with the same check.</param>
    public static Subject? Netcat(Subject like)
    {
        var file = Find("nc") ?? (OperatingSystem.IsWindows() ? Find("ncat") : null);
        return file is null ? null : like with { FileName = file, Arguments = "", Hook = null };
    }
}
