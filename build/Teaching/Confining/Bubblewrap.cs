using System.Collections;
using Lab.Build.Checking;
using Lab.Harness;

namespace Lab.Build.Teaching.Confining;

/// <summary>
/// Runs programs in namespaces of their own, made by bubblewrap: they see the system's programs, their own files, and
/// nothing else; they write into small folders that vanish with them; and they share the network of whoever starts them.
/// </summary>
/// <remarks>Everything that a program sees has the path that it has outside.</remarks>
public sealed class Bubblewrap : ISandbox, IDisposable
{
    private readonly HeldFolder _held = HeldFolder.Create();
    private readonly SandboxTools _tools = SandboxTools.Find();
    private readonly Watchdog _watchdog = new();

    /// <summary>Makes a sandbox.</summary>
    /// <exception cref="RefusedException">A program that confines others is missing.</exception>
    public Bubblewrap()
    {
        SmallFiles.Write(Directory.CreateDirectory(Etc).FullName);
        File.WriteAllBytes(FilterFile, SystemCalls.Filter ?? []);
    }

    /// <inheritdoc />
    public string? Failure { get; private set; }

    /// <summary>The folder of the sandbox itself, which no program sees.</summary>
    public string Folder => _held.Path;

    /// <summary>The folders whose files programs may read, besides those of the system.</summary>
    public IReadOnlyList<string> Readable { get; init; } = [Path.GetDirectoryName(Compiler.Dotnet)!];

    /// <inheritdoc />
    public IConfinedRun Confine(Subject subject, Launch launch) =>
        Confine(subject, launch, arguments => arguments.Own(subject, launch));

    /// <summary>Prepares a run that may change the files of the program's folder for good, and has no network.</summary>
    /// <param name="subject">The command that builds the program.</param>
    internal IConfinedRun ConfineBuild(Subject subject) =>
        Confine(
            subject,
            new(subject.FileName, subject.Arguments, subject.WorkingDirectory, new Dictionary<string, string?>()),
            arguments => arguments.ToBuildIn(subject.WorkingDirectory)
        );

    private ConfinedRun Confine(
        Subject subject,
        Launch launch,
        Func<BubblewrapArguments, BubblewrapArguments> addFolder
    )
    {
        if (!SandboxTools.CanStart(launch.FileName, subject.WorkingDirectory))
            throw new CannotStartException(launch.FileName, new FileNotFoundException(launch.FileName));
        var status = Path.Combine(Folder, $"status-{Guid.NewGuid():N}");
        var secret = launch.Variables.GetValueOrDefault(ProgramEnvironment.HookKey) ?? "";
        var arguments = addFolder(new BubblewrapArguments(_tools).System(Etc).Readable(Readable))
            .End(subject.WorkingDirectory);
        return new ConfinedRun(this, _watchdog, status)
        {
            Launch = launch with
            {
                FileName = _tools.Shell,
                Arguments = arguments.Line([FilterFile, status], secret, launch),
                Variables = Variables(launch.Variables),
            },
        };
    }

    /// <summary>Ends all runs, and removes the folder.</summary>
    public void Dispose()
    {
        _watchdog.Dispose();
        _held.Dispose();
    }

    /// <summary>Notes what went wrong with the sandbox itself.</summary>
    internal void Note(string failure) => Failure ??= failure;

    private string Etc => Path.Combine(Folder, "etc");

    private string FilterFile => Path.Combine(Folder, "filter");

    // A process of the sandbox shows the variables that it was started with to the program, so it gets no others.
    private static Dictionary<string, string?> Variables(IReadOnlyDictionary<string, string?> own)
    {
        var all = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(one => (string)one.Key, one => (string?)null);
        foreach (var name in SmallFiles.KeptVariables)
            all[name] = Environment.GetEnvironmentVariable(name);
        foreach (var (name, value) in SmallFiles.Variables.Concat(own))
            all[name] = value;
        // The program could read a variable even after the hook has removed it.
        if (own.GetValueOrDefault(ProgramEnvironment.HookKey) is not null)
            all[ProgramEnvironment.HookKey] = BubblewrapArguments.SecretFile;
        return all;
    }
}
