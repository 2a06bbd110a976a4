namespace Lab.Build.Teaching.Confining;

/// <summary>The few things that programs ask their system for, and that must say nothing about this machine.</summary>
internal static class SmallFiles
{
    /// <summary>The files below /etc. Without them, "localhost" is not found, and the user has no name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
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

    /// <summary>Writes the files into a folder.</summary>
    public static void Write(string folder)
    {
        foreach (var (name, text) in All)
            File.WriteAllText(Path.Combine(folder, name), text);
    }
}
