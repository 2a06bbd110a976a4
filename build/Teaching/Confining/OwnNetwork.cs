namespace Lab.Build.Teaching.Confining;

/// <summary>
/// A network with nothing but a loopback of its own, and a set of processes that end together, whatever happens. What runs
/// in it shares the files with the machine, and can observe the processes that it starts.
/// </summary>
internal static class OwnNetwork
{
    /// <summary>The start of the command line of whatever is to run there.</summary>
    /// <param name="tools">The programs of this machine.</param>
    /// <remarks>
    /// Bubblewrap makes the network. It does not make the set of processes, because it covers parts of /proc, and the kernel
    /// then lets no sandbox inside have a /proc. The shell comes first in the set, and takes care of processes whose parent
    /// has ended.
    /// </remarks>
    public static IReadOnlyList<string> Around(SandboxTools tools) =>
        [
            tools.Bwrap,
            .. "--unshare-user --unshare-net --dev-bind / / --die-with-parent --".Split(' '),
            tools.Unshare,
            .. "--user --map-current-user --pid --mount --fork --kill-child --mount-proc --".Split(' '),
            tools.Shell,
            "-c",
            "\"$@\"; exit $?",
            "sh",
        ];
}
