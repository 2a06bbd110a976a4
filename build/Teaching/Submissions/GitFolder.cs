using System.Text;
using System.Text.RegularExpressions;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The files of a git repository in a submission.</summary>
/// <remarks>
/// Only these are looked at: HEAD, the branches, and the objects. What else git would obey (its configuration, hooks, a
/// work tree elsewhere, alternates, grafts, a file that says where the repository is) is never read.
/// </remarks>
/// <param name="Files">The files, by their paths in git's own folder.</param>
internal sealed partial record GitFolder(IReadOnlyDictionary<string, TreeFile> Files)
{
    private const string Head = "HEAD";
    private const string OwnFolder = ".git/";
    private const string Branches = "refs/heads/";
    private const int MostBytesOfReference = 1_000_000;

    private static readonly string[] _usualBranches = [Branches + "main", Branches + "master"];

    /// <summary>
    /// The repository of a submission: the one at its top, or else the only one. Null if there is none, or if there are
    /// several.
    /// </summary>
    public static GitFolder? In(IReadOnlyList<TreeFile> files)
    {
        var folders = files.Where(file => file is { Name: Head, IsRegular: true }).Select(file => file.Folder).ToList();
        var outermost = folders
            .Where(folder => IsOwnFolder(folder) || IsBare(files, folder))
            .Where(folder => !IsInside(folder))
            .ToList();
        var chosen = outermost.Find(folder => folder is "" or OwnFolder) ?? (outermost is [var only] ? only : null);
        return chosen is null
            ? null
            : new(
                files
                    .Where(file => file.IsRegular && file.Path.StartsWith(chosen, StringComparison.Ordinal))
                    .ToDictionary(file => file.Path[chosen.Length..])
            );
    }

    /// <summary>
    /// The commit that is graded: that of HEAD. If HEAD names a branch that is not there, that of main, of master, or of
    /// the only branch. Null if there is none.
    /// </summary>
    public string? HeadCommit()
    {
        var head = Text(Files[Head]);
        var references = References();
        if (CommitName().IsMatch(head))
            return head;
        var named = head.StartsWith(Symbolic, StringComparison.Ordinal) ? head[Symbolic.Length..].Trim() : "";
        var branches = references.Keys.Where(name => name.StartsWith(Branches, StringComparison.Ordinal)).ToList();
        var branch =
            _usualBranches.Prepend(named).FirstOrDefault(references.ContainsKey)
            ?? (branches is [var only] ? only : null);
        return branch is null ? null : references[branch];
    }

    /// <summary>The commits of all branches and tags, also of those of a remote.</summary>
    public IReadOnlyDictionary<string, string> References()
    {
        var found = new Dictionary<string, string>();
        if (Files.TryGetValue("packed-refs", out var packed))
            foreach (Match line in PackedReference().Matches(Text(packed)))
                found[line.Groups["name"].Value] = line.Groups["commit"].Value;
        foreach (var (name, file) in Files.Where(file => file.Key.StartsWith("refs/", StringComparison.Ordinal)))
            if (Text(file) is var commit && CommitName().IsMatch(commit))
                found[name] = commit;
        return found;
    }

    /// <summary>The files with the objects.</summary>
    public IEnumerable<(string Path, TreeFile File)> Objects() =>
        Files.Where(file => ObjectFile().IsMatch(file.Key)).Select(file => (file.Key, file.Value));

    private const string Symbolic = "ref: ";

    private static bool IsOwnFolder(string folder) =>
        folder == OwnFolder || folder.EndsWith('/' + OwnFolder, StringComparison.Ordinal);

    // Git keeps the repositories of submodules, and of what was cloned for them, inside its own folder.
    private static bool IsInside(string folder) =>
        ('/' + folder).IndexOf('/' + OwnFolder, StringComparison.Ordinal) is var at
        && at >= 0
        && at + OwnFolder.Length + 1 < folder.Length + 1;

    private static bool IsBare(IReadOnlyList<TreeFile> files, string folder) =>
        files.Any(file => file.Path == folder + "config")
        && (
            files.Any(file => file.Path.StartsWith(folder + "objects/", StringComparison.Ordinal))
            || files.Any(file => file.Path == folder + "description")
        );

    private static string Text(TreeFile file) =>
        Encoding.UTF8.GetString(file.Read(MostBytesOfReference) ?? throw new TooLargeException()).Trim();

    [GeneratedRegex(@"\A[0-9a-f]{40}\z")]
    private static partial Regex CommitName();

    [GeneratedRegex(@"^(?<commit>[0-9a-f]{40}) (?<name>refs/\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex PackedReference();

    [GeneratedRegex(@"\Aobjects/([0-9a-f]{2}/[0-9a-f]{38}|pack/pack-[0-9a-zA-Z]+\.(pack|idx))\z")]
    private static partial Regex ObjectFile();
}
