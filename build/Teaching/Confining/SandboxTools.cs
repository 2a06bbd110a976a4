namespace Lab.Build.Teaching.Confining;

/// <summary>The programs of this machine that confine others.</summary>
/// <param name="Bwrap">Bubblewrap.</param>
/// <param name="Prlimit">The program that sets bounds, of util-linux.</param>
/// <param name="Unshare">The program that makes namespaces, of util-linux.</param>
/// <param name="Shell">The system's shell.</param>
internal sealed record SandboxTools(string Bwrap, string Prlimit, string Unshare, string Shell)
{
    /// <summary>Where programs are looked for in a sandbox.</summary>
    public const string Path = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";

    /// <summary>Finds the programs.</summary>
    /// <exception cref="RefusedException">They are missing.</exception>
    public static SandboxTools Find() =>
        OperatingSystem.IsLinux()
            ? new(Need("bwrap", "bubblewrap"), Need("prlimit", "util-linux"), Need("unshare", "util-linux"), "/bin/sh")
            : throw new RefusedException(new SandboxRefusal.NoSandboxHere());

    /// <summary>Whether a sandbox would find this command.</summary>
    /// <param name="command">The name or the path of the command.</param>
    /// <param name="folder">The folder in which it is started.</param>
    public static bool CanStart(string command, string folder) =>
        command.Contains('/') ? IsProgram(System.IO.Path.Combine(folder, command)) : InPath(command) is not null;

    private static string Need(string command, string package) =>
        InPath(command) ?? throw new RefusedException(new SandboxRefusal.NoSandboxTool(command, package));

    private static string? InPath(string command) =>
        Path.Split(':').Select(folder => System.IO.Path.Combine(folder, command)).FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (
                File.GetUnixFileMode(path)
                & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)
            ) != 0
        );
}
