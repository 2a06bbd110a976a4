namespace Lab.Harness;

/// <summary>The environment variables that a program under test gets.</summary>
internal static class ProgramEnvironment
{
    // 256 MiB for the objects of a .NET program, in the hexadecimal that the runtime reads. A check runs a dozen at once.
    private const string MostMemory = "10000000";

    /// <summary>The environment variables of one run.</summary>
    /// <param name="subject">The program to run.</param>
    /// <param name="key">Marks the processes of this run.</param>
    /// <param name="gate">The file that holds the program at its exit. Null if it is not held.</param>
    /// <param name="watch">How closely the program is watched.</param>
    public static Dictionary<string, string?> For(Subject subject, string key, string? gate, Watch watch) =>
        new()
        {
            [Leftovers.Variable] = key,
            ["DOTNET_STARTUP_HOOKS"] = subject.Hook,
            ["LAB_HOOK"] = subject.Hook is null ? null : key,
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
}
