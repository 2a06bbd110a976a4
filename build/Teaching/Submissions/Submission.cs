namespace Lab.Build.Teaching.Submissions;

/// <summary>A submission: a folder, or a zip archive.</summary>
/// <param name="Name">
/// The name of the folder or archive, without <c>.zip</c> or <c>.git</c> if it is the only one with this name.
/// </param>
/// <param name="Path">Its path on this machine.</param>
public sealed record Submission(string Name, string Path)
{
    private const string Zip = ".zip";
    private const string Bare = ".git";

    /// <summary>The submissions in a folder, by name. Hidden files, links, and files that are no archives are none.</summary>
    /// <exception cref="RefusedException">There is no such folder, or it cannot be read.</exception>
    public static IReadOnlyList<Submission> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw new RefusedException(new SubmissionRefusal.NoSuchFolder(folder));
        try
        {
            return
            [
                .. new DirectoryInfo(folder)
                    .EnumerateFileSystemInfos()
                    .Where(IsSubmission)
                    .GroupBy(entry => NameOf(entry.Name), StringComparer.OrdinalIgnoreCase)
                    .SelectMany(alike => alike.Select(entry => Of(entry, isOnly: alike.Count() == 1)))
                    .OrderBy(submission => submission.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new FileRefusal.Unreadable(folder, denied.Message));
        }
    }

    // A folder and an archive may differ in their endings alone.
    private static Submission Of(FileSystemInfo entry, bool isOnly) =>
        new(isOnly ? NameOf(entry.Name) : entry.Name, entry.FullName);

    /// <summary>The name of a submission whose folder or archive has this name.</summary>
    internal static string NameOf(string file) =>
        file.EndsWith(Zip, StringComparison.OrdinalIgnoreCase) ? file[..^Zip.Length]
        : file.EndsWith(Bare, StringComparison.OrdinalIgnoreCase) && file.Length > Bare.Length ? file[..^Bare.Length]
        : file;

    /// <summary>Whether a file has the name of an archive.</summary>
    internal static bool IsZip(string name) => name.EndsWith(Zip, StringComparison.OrdinalIgnoreCase);

    private static bool IsSubmission(FileSystemInfo entry) =>
        !entry.Name.StartsWith('.')
        && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
        && (entry is DirectoryInfo || IsZip(entry.Name));
}
