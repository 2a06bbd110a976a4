using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Checking;

/// <summary>
/// A folder for compiled programs, and a key that marks the processes started from it. At the end, the folder is
/// removed and the processes are ended.
/// </summary>
/// <param name="end">Ends all started programs, when the work is cancelled.</param>
public sealed class Workspace(CancellationToken end) : IAsyncDisposable
{
    private readonly HeldFolder _held = HeldFolder.Create();

    /// <summary>The key that marks every process that is started from here.</summary>
    public string Key { get; } = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>The sandbox in which compiled programs run. Null if there is none.</summary>
    public ISandbox? Sandbox { get; init; }

    /// <summary>Whether this process loads the compiler, which pays if it checks many programs.</summary>
    public bool LoadsCompiler { get; init; }

    /// <summary>The folder.</summary>
    public string Folder => _held.Path;

    /// <summary>Compiles a program into a folder of its own.</summary>
    /// <param name="sources">The program's files.</param>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="hook">The startup hook to run it with.</param>
    /// <returns>The program and no errors, or the errors.</returns>
    public async Task<(Subject? Program, IReadOnlyList<CompilerError> Errors)> Compile(
        IReadOnlyList<string> sources,
        string name,
        string? hook
    )
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        var (assembly, errors) = LoadsCompiler
            ? await LoadedCompiler.Compile(sources, name, folder, end)
            : await Compiler.Compile(sources, name, folder, end);
        return errors.Count > 0
            ? (null, errors)
            : (new Subject(Compiler.Dotnet, $"\"{assembly}\"", folder, hook, Key, end) { Sandbox = Sandbox }, []);
    }

    /// <summary>Ends all started processes, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Leftovers.Kill(Key);
        _held.Dispose();
    }
}
