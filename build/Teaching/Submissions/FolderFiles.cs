namespace Lab.Build.Teaching.Submissions;

/// <summary>Lists the files of a folder on this machine.</summary>
internal static class FolderFiles
{
    private const string Git = ".git";

    // What builds and editors leave there is no work of a student, and may be large.
    private static readonly string[] _ignored = ["bin", "obj", "node_modules"];

    private static readonly EnumerationOptions _everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    /// <summary>The files below a folder. No link is followed. Of what is hidden, only git's own folder is listed.</summary>
    /// <exception cref="TooLargeException">There are more files than the kit reads.</exception>
    public static IReadOnlyList<TreeFile> In(string folder, SubmissionLimits limits) =>
        [.. In(new DirectoryInfo(folder), "", new Budget(limits.Entries))];

    private static IEnumerable<TreeFile> In(DirectoryInfo folder, string prefix, Budget budget)
    {
        foreach (
            var entry in folder
                .EnumerateFileSystemInfos("*", _everything)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        )
        {
            budget.Take(1);
            var path = prefix + entry.Name;
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                yield return new(path, IsRegular: false, () => 0, () => Stream.Null);
            else if (entry is FileInfo file)
                yield return OnDisk(file, path);
            else if (IsListed(entry.Name))
                foreach (var inner in In((DirectoryInfo)entry, path + "/", budget))
                    yield return inner;
        }
    }

    private static TreeFile OnDisk(FileInfo file, string path) =>
        new(path, IsRegular: true, () => file.Length, file.OpenRead) { OnDisk = file.FullName };

    private static bool IsListed(string folder) =>
        folder == Git || !(folder.StartsWith('.') || _ignored.Contains(folder));
}
