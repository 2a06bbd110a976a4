using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace Lab.Kit.Tests;

/// <summary>A git repository in a temporary folder, or in a given one.</summary>
internal sealed class Repository : IDisposable
{
    private readonly TemporaryFolder? _folder;

    private Repository(TemporaryFolder? folder, string path) => (_folder, Path) = (folder, path);

    public string Path { get; }

    public static async Task<Repository> Create()
    {
        var folder = new TemporaryFolder();
        return await Create(folder, folder.Path);
    }

    /// <summary>Makes a repository in a folder that somebody else removes.</summary>
    public static Task<Repository> CreateIn(string path, params string[] options)
    {
        Directory.CreateDirectory(path);
        return Create(null, path, options);
    }

    public void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Commits everything as it is now.</summary>
    public async Task Commit()
    {
        await Git("add", ".");
        await Git("commit", "-q", "-m", "Work");
    }

    /// <summary>Commits everything as it is now, with claimed times.</summary>
    /// <returns>The hash of the commit.</returns>
    public async Task<string> CommitAt(
        DateTimeOffset committed,
        DateTimeOffset? authored = null,
        string message = "Work"
    )
    {
        await Git("add", "--all", ".");
        await GitAt(committed, authored ?? committed, "commit", "-q", "--allow-empty", "-m", message);
        return await Head();
    }

    /// <summary>Runs git with claimed times.</summary>
    public Task GitAt(DateTimeOffset committed, DateTimeOffset authored, params string[] arguments) =>
        Command(arguments)
            .WithEnvironmentVariables(
                new Dictionary<string, string?>(_surroundings)
                {
                    ["GIT_COMMITTER_DATE"] = Written(committed),
                    ["GIT_AUTHOR_DATE"] = Written(authored),
                }
            )
            .ExecuteBufferedAsync();

    public async Task Git(params string[] arguments) => await Command(arguments).ExecuteBufferedAsync();

    /// <summary>What a git command prints, without the end of the last line.</summary>
    public async Task<string> Ask(params string[] arguments) =>
        (await Command(arguments).ExecuteBufferedAsync()).StandardOutput.Trim();

    /// <summary>Gives bytes to a git command, and returns what it prints.</summary>
    public async Task<string> Feed(byte[] input, params string[] arguments) =>
        (
            await Command(arguments).WithStandardInputPipe(PipeSource.FromBytes(input)).ExecuteBufferedAsync()
        ).StandardOutput.Trim();

    public Task<string> Head() => Ask("rev-parse", "HEAD");

    public void Dispose()
    {
        if (_folder is null)
            return;
        MakeRemovable(Path);
        _folder.Dispose();
    }

    /// <summary>Windows does not delete the objects of a repository as long as they are read-only.</summary>
    public static void MakeRemovable(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            if (file.LinkTarget is null)
                file.Attributes = FileAttributes.Normal;
    }

    // Nothing of the machine's own settings changes what a test makes.
    private static readonly IReadOnlyDictionary<string, string?> _surroundings = new Dictionary<string, string?>
    {
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
        ["GIT_AUTHOR_NAME"] = "Ana",
        ["GIT_AUTHOR_EMAIL"] = "ana@example.org",
        ["GIT_COMMITTER_NAME"] = "Ana",
        ["GIT_COMMITTER_EMAIL"] = "ana@example.org",
    };

    private static async Task<Repository> Create(TemporaryFolder? folder, string path, params string[] options)
    {
        var repository = new Repository(folder, path);
        await repository.Git(["init", "-q", "-b", "main", .. options]);
        return repository;
    }

    private static string Written(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private Command Command(IReadOnlyList<string> arguments) =>
        Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(Path).WithEnvironmentVariables(_surroundings);
}
