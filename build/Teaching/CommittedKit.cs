using System.ComponentModel;
using System.Formats.Tar;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Lab.Build.Teaching;

/// <summary>The kit as it was committed last. What else lies in the folder, or was changed since, is not part of it.</summary>
/// <param name="Commit">The short name of the commit.</param>
/// <param name="Time">The time of the commit.</param>
/// <param name="Files">The text of each file, by its path in the kit.</param>
public sealed record CommittedKit(string Commit, DateTimeOffset Time, IReadOnlyDictionary<string, string> Files)
{
    // The folder may belong to somebody else, such as the account that has checked it out for a CI job.
    private static readonly string[] _anyOwner = ["-c", "safe.directory=*"];

    /// <summary>Reads the kit from its git repository.</summary>
    /// <param name="folder">The kit's top folder.</param>
    /// <param name="end">Cancels the work.</param>
    /// <exception cref="RefusedException">There is no git, no repository, or no commit.</exception>
    public static async Task<CommittedKit> Read(string folder, CancellationToken end)
    {
        var about = Encoding.UTF8.GetString(await Git(folder, ["log", "-1", "--format=%h %ct"], end)).Split(' ');
        using var archive = new MemoryStream(await Git(folder, ["archive", "--format=tar", "HEAD", "."], end));
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

    private static async Task<byte[]> Git(string folder, string[] arguments, CancellationToken end)
    {
        using var output = new MemoryStream();
        try
        {
            var run = await (Cli.Wrap("git") | output)
                .WithArguments([.. _anyOwner, .. arguments])
                .WithWorkingDirectory(folder)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(end);
            return run.ExitCode == 0
                ? output.ToArray()
                : throw new RefusedException(new Refusal.NothingCommitted(run.StandardError.Trim()));
        }
        catch (Win32Exception missing)
        {
            throw new RefusedException(new Refusal.NothingCommitted(missing.Message));
        }
    }
}
