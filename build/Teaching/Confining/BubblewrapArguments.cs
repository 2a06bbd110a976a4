using System.Globalization;
using CliWrap.Builders;
using Lab.Harness;

namespace Lab.Build.Teaching.Confining;

/// <summary>The command line by which bubblewrap starts a program.</summary>
/// <param name="tools">The programs of this machine.</param>
internal sealed class BubblewrapArguments(SandboxTools tools)
{
    /// <summary>The file in the sandbox that holds the hook's secret until it is read.</summary>
    public const string SecretFile = "/dev/fd/7";

    // The shell opens the files that bubblewrap reads the filter from and writes its status to, and puts the hook's secret
    // into a pipe. It also makes the program the first to be ended if the machine runs out of memory. Then bubblewrap takes
    // its place.
    private const string Script = """
        exec 8<"$1" 9>"$2" 7<<END
        $3
        END
        shift 3
        { echo 1000 > /proc/self/oom_score_adj; } 2> /dev/null
        exec "$@"
        """;

    private static readonly string[] _systemFolders = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];

    private readonly List<string> _arguments =
    [
        "--unshare-user",
        "--unshare-ipc",
        "--unshare-pid",
        "--unshare-uts",
        "--unshare-cgroup-try",
        .. Words("--uid 65534 --gid 65534 --hostname lab"),
        .. Words("--new-session --die-with-parent --cap-drop ALL"),
        .. Words("--json-status-fd 9"),
        .. SystemCalls.Filter is null ? [] : Words("--seccomp 8"),
    ];

    /// <summary>Adds the system's programs, read-only.</summary>
    /// <param name="etc">The folder that becomes /etc.</param>
    public BubblewrapArguments System(string etc)
    {
        Add("--ro-bind", "/usr", "/usr");
        foreach (var folder in _systemFolders.Where(Directory.Exists))
            Bind(folder);
        // Each mount costs time at every start, so the folder also holds copies of the system's own files.
        Add("--ro-bind", etc, "/etc", "--ro-bind-try", SmallFiles.Alternatives, SmallFiles.Alternatives);
        Add("--proc", "/proc", "--dev", "/dev");
        Writable("/dev/shm");
        Writable("/tmp");
        return this;
    }

    /// <summary>Adds further folders, read-only.</summary>
    public BubblewrapArguments Readable(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Where(folder => !IsOfSystem(folder)))
            Bind(folder);
        return this;
    }

    /// <summary>
    /// Adds the program's own folder. The program may write new files beside its own ones, which are read-only.
    /// </summary>
    public BubblewrapArguments Own(Subject subject, Launch launch)
    {
        Writable(subject.WorkingDirectory);
        foreach (var entry in Directory.EnumerateFileSystemEntries(subject.WorkingDirectory).Order())
            if (subject.Hook is null || File.Exists(entry))
                Bind(entry);
        if (subject.Hook is not null && !IsOfSystem(subject.Hook))
            Bind(subject.Hook);
        // The gate is in a folder of this run.
        if (launch.Folder != subject.WorkingDirectory)
            Bind(launch.Folder);
        return this;
    }

    /// <summary>Adds a folder whose files the program may change for good, and takes the network away.</summary>
    public BubblewrapArguments ToBuildIn(string folder)
    {
        Add("--bind", folder, folder, "--unshare-net");
        return this;
    }

    /// <summary>Closes everything that is not to be written to.</summary>
    /// <param name="folder">The folder in which the program runs.</param>
    public BubblewrapArguments End(string folder)
    {
        // If root runs the kit, the program is root for the kernel's settings in /proc, although it has no rights.
        Add("--chdir", folder, "--remount-ro", "/proc", "--remount-ro", "/dev", "--remount-ro", "/");
        return this;
    }

    /// <summary>The arguments of the shell.</summary>
    /// <param name="files">The files of the filter and of the status.</param>
    /// <param name="secret">What the hook finds in <see cref="SecretFile"/>, once.</param>
    /// <param name="launch">The program to start.</param>
    public string Line(IReadOnlyList<string> files, string secret, Launch launch) =>
        new ArgumentsBuilder()
            .Add(["-c", Script, "sh", .. files, secret, tools.Bwrap, .. _arguments])
            .Add(Limits.Command(tools.Prlimit))
            .Add(launch.FileName)
            .Add(launch.Arguments, false)
            .Build();

    private void Writable(string folder) =>
        Add("--size", Limits.Folder.ToString(CultureInfo.InvariantCulture), "--tmpfs", folder);

    // A link stays a link: what it points to may lie outside.
    private void Bind(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
            Add("--symlink", target, path);
        else
            Add("--ro-bind", path, path);
    }

    private static bool IsOfSystem(string path) => path.StartsWith("/usr/", StringComparison.Ordinal);

    private static string[] Words(string text) => text.Split(' ');

    private void Add(params string[] arguments) => _arguments.AddRange(arguments);
}
