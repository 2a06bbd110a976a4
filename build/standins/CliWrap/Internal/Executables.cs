namespace CliWrap.Internal;

internal static class Executables
{
    private static readonly string[] Extensions = [".exe", ".cmd", ".bat"];

    // Windows itself completes a bare name with ".exe" only, so a batch file on the PATH would not be found.
    public static string Find(string file)
    {
        if (!OperatingSystem.IsWindows() || Path.IsPathFullyQualified(file) || Path.HasExtension(file))
        {
            return file;
        }

        var folders = new[] { Path.GetDirectoryName(Environment.ProcessPath), Directory.GetCurrentDirectory() }
            .Concat(Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [])
            .Where(Directory.Exists);
        return folders
                .SelectMany(folder => Extensions, (folder, end) => Path.Combine(folder!, file + end))
                .FirstOrDefault(File.Exists)
            ?? file;
    }
}
