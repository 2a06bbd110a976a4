using System.Text;
using Lab.Build.Checking;

namespace Lab.Build.Teaching.Submissions;

/// <summary>What could be the program of some exercise.</summary>
/// <param name="Main">The file where it begins.</param>
/// <param name="Named">The exercise that its names stand for. Null if none.</param>
/// <param name="Content">What it does.</param>
internal sealed record Candidate(TreeFile Main, Exercise? Named, Lazy<ProgramContent> Content)
{
    private const string Usual = "Program.cs";
    private const string Project = ".csproj";

    /// <summary>The exercise that it looks like. Null if none.</summary>
    public Exercise? LooksLike => Content.Value.Exercise;

    /// <summary>
    /// The programs among the files of a submission. A folder with a project is one; without a project, each file that
    /// can begin a program is.
    /// </summary>
    public static IReadOnlyList<Candidate> In(IReadOnlyList<TreeFile> files, SubmissionLimits limits)
    {
        var sources = files.Where(file => file.IsRegular && ProgramFiles.IsSource(file.Path)).ToList();
        var projects = files.Where(file => file.Name.EndsWith(Project, StringComparison.OrdinalIgnoreCase)).ToList();
        var mains = sources
            .GroupBy(source => ProgramOf(source, projects))
            .Select(program => Beginning([.. program], limits))
            .OfType<TreeFile>()
            .ToList();
        var shared = SharedFolders(mains);
        return [.. mains.Select(main => new Candidate(main, Name(main, projects, shared), ContentOf(main, limits)))];
    }

    // The innermost project above a file takes it. A file without a project is a program of its own.
    private static string ProgramOf(TreeFile source, IReadOnlyList<TreeFile> projects) =>
        projects
            .Select(project => project.Folder)
            .Where(folder => source.Path.StartsWith(folder, StringComparison.Ordinal))
            .MaxBy(folder => folder.Length)
        ?? source.Path;

    private static TreeFile? Beginning(IReadOnlyList<TreeFile> files, SubmissionLimits limits) =>
        files.Where(file => file.Name == Usual).MinBy(file => file.Path.Length)
        ?? files.FirstOrDefault(file => ContentOf(file, limits).Value.HasEntry);

    // The name nearest to the program counts: the file's, if it is not the usual one, the project's, and the folders'.
    private static Exercise? Name(TreeFile main, IReadOnlyList<TreeFile> projects, int shared)
    {
        string[] own = main.Name == Usual ? [] : [main.Name[..^3]];
        var ofProjects = projects.Where(one => one.Folder == main.Folder).Select(one => one.Name[..^Project.Length]);
        var folders = FoldersOf(main).Skip(shared).Reverse();
        return own.Concat(ofProjects)
            .Concat(folders)
            .Select(ProgramNames.ExerciseNamed)
            .FirstOrDefault(one => one is not null);
    }

    // The name of a folder that holds all programs tells nothing about one of them.
    private static int SharedFolders(List<TreeFile> mains) =>
        mains.Count < 2
            ? 0
            : FoldersOf(mains[0])
                .TakeWhile((folder, at) => mains.All(main => FoldersOf(main).ElementAtOrDefault(at) == folder))
                .Count();

    private static string[] FoldersOf(TreeFile file) => file.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries);

    // A file that is too large looks like nothing.
    private static Lazy<ProgramContent> ContentOf(TreeFile file, SubmissionLimits limits) =>
        new(() => ProgramContent.Of(Encoding.UTF8.GetString(file.Read(limits.FileBytes) ?? [])));
}
