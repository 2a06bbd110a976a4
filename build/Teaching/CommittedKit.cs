using System.Formats.Tar;
using System.Globalization;
using Lab.Build.Guidance;

namespace Lab.Build.Teaching;

/// <summary>The kit as it was committed last. What else lies in the folder, or was changed since, is not part of it.</summary>
/// <param name="Commit">The short name of the commit.</param>
/// <param name="Time">The time of the commit.</param>
/// <param name="Files">The text of each file, by its path in the kit.</param>
public sealed record CommittedKit(string Commit, DateTimeOffset Time, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Reads the kit from its git repository.</summary>
    /// <param name="folder">The kit's top folder.</param>
    /// <param name="end">Cancels the work.</param>
    /// <exception cref="RefusedException">There is no git, no repository, or no commit.</exception>
    public static async Task<CommittedKit> Read(string folder, CancellationToken end)
    {
        var about = (await Ask(folder, end, "log", "-1", "--format=%h %ct")).Text.Split(' ');
        using var archive = new MemoryStream((await Ask(folder, end, "archive", "--format=tar", "HEAD", ".")).Output);
        return new(
            about[0],
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(about[1], CultureInfo.InvariantCulture)),
            TextsIn(archive)
        );
    }

    private static Dictionary<string, string> TextsIn(Stream archive)
    {
        using var reader = new TarReader(archive);
        var files = new Dictionary<string, string>();
        while (reader.GetNextEntry() is { } entry)
            if (entry is { EntryType: TarEntryType.RegularFile, DataStream: var data })
                files[entry.Name] = data is null ? "" : new StreamReader(data).ReadToEnd();
        return files;
    }

    private static async Task<GitAnswer> Ask(string folder, CancellationToken end, params string[] arguments)
    {
        var answer = await Git.Ask(folder, end, arguments);
        return answer.Error is { } why ? throw new RefusedException(new Refusal.NothingCommitted(why)) : answer;
    }
}
