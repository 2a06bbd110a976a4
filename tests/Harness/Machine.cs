namespace Lab.Harness;

/// <summary>Finds programs that are installed on this machine.</summary>
public static class Machine
{
    /// <summary>The path of a command. Null if it is not installed.</summary>
    public static string? Find(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? command + ".exe" : command))
            .FirstOrDefault(File.Exists);

    /// <summary>
    /// The machine's netcat. Its command is <c>nc</c> for every netcat on Unix. Null if there is none.
    /// </summary>
    /// <param name="like">The program under test. Netcat belongs to the same check, and ends with it.</param>
    public static Subject? Netcat(Subject like)
    {
        var file = Find("nc") ?? (OperatingSystem.IsWindows() ? Find("ncat") : null);
        return file is null ? null : like with { FileName = file, Arguments = "", Hook = null };
    }
}
