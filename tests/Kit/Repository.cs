using CliWrap;

namespace Lab.Kit.Tests;

/// <summary>A git repository in a temporary folder.</summary>
internal sealed class Repository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Repository() { }

    public string Path => _folder.Path;

    public static async Task<Repository> Create()
    {
        var repository = new Repository();
        await repository.Git("init", "-q");
        return repository;
    }

    public void Write(string path, string text) => _folder.Write(path, text);

    /// <summary>Commits everything as it is now.</summary>
    public async Task Commit()
    {
        await Git("add", ".");
        await Git("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "commit", "-q", "-m", "Work");
    }

    public async Task Git(params string[] arguments) =>
        await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(Path).ExecuteAsync();

    public void Dispose()
    {
        // Windows does not delete the objects of a repository as long as they are read-only.
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }
}
