namespace Lab.Build.Teaching.Confining;

/// <summary>
/// The few things that programs ask their system for. They say nothing about this machine but its time zone and where its
/// libraries are.
/// </summary>
internal static class SmallFiles
{
    // Without these, "localhost" is not found, and the user has no name.
    private static readonly Dictionary<string, string> _own = new()
    {
        ["hosts"] = "127.0.0.1 localhost\n::1 localhost ip6-localhost\n127.0.0.1 lab\n",
        ["passwd"] = "student:x:65534:65534:student:/tmp:/bin/sh\n",
        ["group"] = "student:x:65534:\n",
        ["nsswitch.conf"] = "passwd: files\ngroup: files\nhosts: files\n",
    };

    /// <summary>The environment variables of every program.</summary>
    public static IReadOnlyDictionary<string, string?> Variables { get; } =
        new Dictionary<string, string?>
        {
            ["PATH"] = SandboxTools.Path,
            ["HOME"] = "/tmp",
            ["TMPDIR"] = "/tmp",
            ["USER"] = "student",
            ["LANG"] = "C.UTF-8",
        };

    /// <summary>The environment variables that a program needs if the machine has them.</summary>
    public static IReadOnlyList<string> KeptVariables { get; } = ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "TZ"];

    /// <summary>The folder of links by which a system chooses between its programs.</summary>
    public const string Alternatives = "/etc/alternatives";

    private static readonly string[] _copied = ["ld.so.cache", "localtime", "ssl/openssl.cnf"];

    /// <summary>Writes what a sandbox has in /etc into a folder.</summary>
    public static void Write(string folder)
    {
        foreach (var (name, text) in _own)
            File.WriteAllText(Path.Combine(folder, name), text);
        foreach (var name in _copied)
            Copy(Path.Combine("/etc", name), Path.Combine(folder, name));
        Directory.CreateDirectory(Path.Combine(folder, Path.GetFileName(Alternatives)));
    }

    private static void Copy(string file, string copy)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        catch (Exception none)
            when (none is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            // Programs do without a file that the system lacks, or that this user may not read.
        }
    }
}
