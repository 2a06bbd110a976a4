using System.Text.RegularExpressions;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Knows which files of a submission are the kit's own, wherever the kit lies in it.</summary>
internal sealed partial class KitLayout
{
    // Whoever has thrown a part of the kit away may still have one of these.
    private static readonly string[] _marks =
    [
        "lab.sln",
        "build/Build.csproj",
        "tests/Harness/Harness.csproj",
        .. Exercise.All.Select(exercise => $"exercises/{exercise.Folder}/Program.cs"),
    ];

    private static readonly string[] _own = ["build/", "solutions/", "tests/"];

    private readonly string[] _ownFolders;

    /// <summary>Finds the kit in a submission.</summary>
    public KitLayout(IReadOnlyList<TreeFile> files) =>
        _ownFolders = [
            .. _marks
                .SelectMany(mark =>
                    files.Where(file => Ends(file.Path, mark)).Select(file => file.Path[..^mark.Length])
                )
                .Distinct()
                .SelectMany(top => _own.Select(folder => top + folder)),
        ];

    /// <summary>Whether a file is one of the kit's own, and no student's program.</summary>
    public bool IsOwn(string path) =>
        StarterFolder().IsMatch(path)
        || _ownFolders.Any(folder => path.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a path is that of an exercise's program in the kit.</summary>
    public static bool IsProgram(string path, Exercise exercise) =>
        Ends(path, $"exercises/{exercise.Folder}/Program.cs");

    /// <summary>Whether a path is that of an exercise's folder in the kit.</summary>
    public static bool IsFolder(string path, Exercise exercise) => Ends(path, $"exercises/{exercise.Folder}");

    private static bool Ends(string path, string end) =>
        path.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && (path.Length == end.Length || path[^(end.Length + 1)] == '/');

    [GeneratedRegex("(^|/)Starters/", RegexOptions.IgnoreCase)]
    private static partial Regex StarterFolder();
}
