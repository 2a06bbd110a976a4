using System.Text;

namespace Lab.Kit.Tests.Teaching;

/// <summary>What a hostile repository may hold for whoever opens it.</summary>
internal static class Traps
{
    private static readonly string[] _hooks =
    [
        "post-checkout",
        "reference-transaction",
        "post-index-change",
        "pre-commit",
    ];

    /// <summary>Puts a command wherever git would run one for this repository: hooks, filters, fsmonitor.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="command">The command. Git runs it already for the commit.</param>
    /// <param name="time">The time of the commit.</param>
    public static async Task SetTraps(this Repository repository, string command, DateTimeOffset time)
    {
        foreach (var hook in _hooks)
        {
            var file = Path.Combine(repository.Path, ".git", "hooks", hook);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, $"#!/bin/sh\n{command}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }
        repository.Write(".gitattributes", "*.cs filter=bad diff=bad\n");
        await repository.CommitAt(time);
        await File.AppendAllTextAsync(
            Path.Combine(repository.Path, ".git", "config"),
            $"[core]\n\tfsmonitor = \"{command}\"\n\tsshCommand = \"{command}\"\n[filter \"bad\"]\n\tsmudge = \"{command}\"\n"
                + $"\tclean = \"{command}\"\n\tprocess = \"{command}\"\n[diff \"bad\"]\n\ttextconv = \"{command}\"\n"
        );
    }

    /// <summary>Puts a symbolic link into the index.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="path">The path of the link.</param>
    /// <param name="target">Where it leads.</param>
    /// <returns>The object that holds the target.</returns>
    public static async Task<string> Link(this Repository repository, string path, string target)
    {
        var id = await repository.Feed(Encoding.UTF8.GetBytes(target), "hash-object", "-w", "--stdin");
        await repository.Git("update-index", "--add", "--cacheinfo", $"120000,{id},{path}");
        return id;
    }
}
