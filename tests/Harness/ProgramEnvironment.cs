namespace Lab.Harness;

/// <summary>
/// The surroundings of one run of a program under test: its variables, its folder, and the gate at its exit.
/// </summary>
public static class ProgramEnvironment
{
    /// <summary>
    /// The environment variable that holds the key of the hook's reports, or the path of a file that holds the key once.
    /// </summary>
    public const string HookKey = "LAB_HOOK";

    // 256 MiB for the objects of a .NET program, in the hexadecimal that the runtime reads. A check runs a dozen at once.
    private const string MostMemory = "10000000";

    /// <summary>The environment variables of one run.</summary>
    /// <param name="subject">The program to run.</param>
    /// <param name="key">Marks the processes of this run.</param>
    /// <param name="hookKey">Marks the reports of this run's hook.</param>
    /// <param name="gate">The file that holds the program at its exit. Null if it is not held.</param>
    /// <param name="watch">How closely the program is watched.</param>
    internal static Dictionary<string, string?> For(
        Subject subject,
        string key,
        string hookKey,
        string? gate,
        Watch watch
    ) =>
        new()
        {
            [Leftovers.Variable] = key,
            ["DOTNET_STARTUP_HOOKS"] = subject.Hook,
            [HookKey] = subject.Hook is null ? null : hookKey,
            ["LAB_HOOK_GATE"] = gate,
            ["LAB_HOOK_EVENTS"] =
                watch.HasFlag(Watch.Bytes) ? "bytes"
                : watch.HasFlag(Watch.Turns) ? "turns"
                : watch.HasFlag(Watch.Sockets) ? "calls"
                : null,
            // A program that leaks gets an OutOfMemoryException before the machine runs out of memory.
            ["DOTNET_GCHeapHardLimit"] = MostMemory,
            // Write-xor-execute protection costs a tenth of a short program's time.
            ["DOTNET_EnableWriteXorExecute"] = "0",
            // The runtime's diagnostics leave a socket in the temporary folder for each process that is killed.
            ["DOTNET_EnableDiagnostics"] = "0",
            // Python buffers its output if there is no terminal.
            ["PYTHONUNBUFFERED"] = "1",
            // Python prints, and reads its arguments, in the locale's encoding otherwise: on Windows this covers Latin
            // letters at best.
            ["PYTHONUTF8"] = "1",
        };

    /// <summary>
    /// The working folder of a run. Each run of a compiled program has a folder of its own, so that it can write a log
    /// file that no other run holds open at the same time. A command runs in the folder where it was given, because its
    /// files are there.
    /// </summary>
    internal static string FolderFor(Subject subject, string key) =>
        subject.Hook is not null
        && Try(() => Directory.CreateDirectory(Path.Combine(subject.WorkingDirectory, key)).FullName) is { } own
            ? own
            : subject.WorkingDirectory;

    /// <summary>
    /// The file that holds a program at its exit as long as the file exists. Null if it cannot be created.
    /// </summary>
    internal static string? MakeGate(string folder, string key) =>
        Try(() =>
        {
            var gate = Path.Combine(folder, $"gate-{key}");
            File.WriteAllBytes(gate, []);
            return gate;
        });

    // The disk may be full, and a run without its own folder or file is better than none.
    private static string? Try(Func<string> make)
    {
        try
        {
            return make();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
