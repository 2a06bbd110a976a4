using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Checking;

/// <summary>A folder for what is compiled, and a key for what is started from it: both are gone in the end.</summary>
/// <param name="end">Ends all that was started, when the work is given up.</param>
public sealed class Workspace(CancellationToken end) : IAsyncDisposable
{
    private readonly HeldFolder _held = HeldFolder.Create();

    /// <summary>Marks every process that is started from here.</summary>
    public string Key { get; } = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>The folder.</summary>
    public string Folder => _held.Path;

    /// <summary>Compiles a program into a folder of its own.</summary>
    /// <param name="sources">Its files.</param>
    /// <param name="name">The name of its assembly.</param>
    /// <param name="hook">The startup hook that it is to run with.</param>
    /// <returns>The program and no errors, or the errors.</returns>
    public async Task<(Subject? Program, IReadOnlyList<CompilerError> Errors)> Compile(
        IReadOnlyList<string> sources,
        string name,
        string? hook
    )
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        var (assembly, errors) = await Compiler.Compile(sources, name, folder, end);
        return errors.Count > 0
            ? (null, errors)
            : (new Subject(Compiler.Dotnet, $"\"{assembly}\"", folder, hook, Key, end), []);
    }

    /// <summary>Ends whatever was started, and removes what was written.</summary>
    public async ValueTask DisposeAsync()
    {
        await Leftovers.Kill(Key);
        _held.Dispose();
    }
}
