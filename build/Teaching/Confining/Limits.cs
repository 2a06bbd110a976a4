using System.Globalization;

namespace Lab.Build.Teaching.Confining;

/// <summary>
/// The bounds of one run of a confined program. They are far above what a right program of this practical needs, in any
/// language, and far below what harms the machine.
/// </summary>
internal static class Limits
{
    /// <summary>The processes and threads of a run together.</summary>
    public const int Tasks = 200;

    /// <summary>The processes and threads of all runs of one sandbox together. A check has up to forty runs at once.</summary>
    public const int TasksOfAll = 1000;

    /// <summary>The memory that all processes of a run may hold together, in bytes.</summary>
    public const long Memory = 768L << 20;

    /// <summary>The memory that all runs of one sandbox may hold together, in bytes.</summary>
    public const long MemoryOfAll = 3L << 30;

    /// <summary>The size of each folder that a run may write to, in bytes.</summary>
    public const long Folder = 16L << 20;

    /// <summary>The command that sets the bounds which the kernel itself keeps for each process.</summary>
    /// <remarks>
    /// The bound for memory is one for what a process may write to: the runtime of .NET reserves 256 GB of addresses, so
    /// it cannot start with a bound for those. Threads count with their whole stacks.
    /// </remarks>
    public static IReadOnlyList<string> Command(string prlimit) =>
        [
            prlimit,
            // Older kernels count all processes of the user, and not only those in the sandbox.
            .. Environment.OSVersion.Version >= new Version(5, 14) ? new[] { $"--nproc={Tasks}" } : [],
            "--nofile=1024",
            "--cpu=60",
            "--core=0",
            string.Create(CultureInfo.InvariantCulture, $"--data={4L << 30}"),
        ];
}
