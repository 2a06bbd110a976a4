using System.Security.Cryptography;
using System.Text;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The files of a program at some time, the main file first.</summary>
/// <param name="Main">The path of its main file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Files">Its files.</param>
internal sealed record ProgramVersion(string Main, ProgramLanguage Language, IReadOnlyList<TreeFile> Files)
{
    private const string Project = ".csproj";

    // A project is a short file.
    private const int MostOfProject = 100_000;

    /// <summary>The path of its folder, with a slash at its end. Names of files are relative to it.</summary>
    public string Folder { get; } = CommonFolder(Files);

    /// <summary>What tells two versions in git apart. A program that only moves is the same.</summary>
    public string Key => string.Join('\n', Files.Select(file => $"{NameOf(file)} {file.IsRegular} {file.Content}"));

    /// <summary>The program at a place. Null if there is none.</summary>
    /// <param name="place">The place.</param>
    /// <param name="files">At least all files below the folder of a C# program; all files for another language.</param>
    /// <param name="language">Where the files are, if it is in another language.</param>
    public static ProgramVersion? Of(FoundProgram place, IReadOnlyList<TreeFile> files, OtherLanguage? language) =>
        place.Main is not { } main ? null
        : place.Language == ProgramLanguage.CSharp ? OfCSharp(main, files)
        : language!.In(files) is [var first, ..] all ? new(first.Path, place.Language, all)
        : null;

    // In C#, the main file and, if a project in its folder takes all files, the others there. ProgramFiles takes the same on
    // a disk.
    private static ProgramVersion? OfCSharp(string main, IReadOnlyList<TreeFile> files)
    {
        if (files.FirstOrDefault(file => file.Path == main) is not { } first)
            return null;
        var below = files.Where(file => file.Path.StartsWith(first.Folder, StringComparison.Ordinal)).ToList();
        var projects = below
            .Where(file => file.IsRegular && file.Folder == first.Folder)
            .Where(file => file.Name.EndsWith(Project, StringComparison.OrdinalIgnoreCase))
            .Select(file => Encoding.UTF8.GetString(file.Read(MostOfProject) ?? []));
        var others = below
            .Where(file => file != first && ProgramFiles.IsSource(file.Path[first.Folder.Length..]))
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        var takesAll = ProgramFiles.TakesAll(projects);
        return new(main, ProgramLanguage.CSharp, [first, .. others.Where(_ => takesAll)]);
    }

    /// <summary>Whether it is a starter that nobody has changed, in whatever language.</summary>
    public bool IsStarter(Exercise exercise, SubmissionLimits limits) =>
        Files is [{ IsRegular: true } only]
        && only.Read(limits.FileBytes) is { } bytes
        && Starter.IsStarter(exercise, Encoding.UTF8.GetString(bytes));

    /// <summary>The bytes of its files, or the reason why it cannot be graded.</summary>
    public (IReadOnlyList<ReadFile> Files, ProgramFlaw? Flaw) Read(SubmissionLimits limits)
    {
        if (Files.Count > limits.ProgramFiles)
            return ([], ProgramFlaw.TooLarge);
        var read = new List<ReadFile>();
        foreach (var file in Files)
        {
            if (!file.IsRegular)
                return ([], ProgramFlaw.NotAFile);
            if (file.Read(limits.FileBytes) is not { } bytes)
                return ([], ProgramFlaw.TooLarge);
            if (TreeFile.IsPointer(bytes))
                return ([], ProgramFlaw.NotAFile);
            read.Add(new(NameOf(file), bytes));
        }
        return (read, null);
    }

    private string NameOf(TreeFile file) => file.Path[Folder.Length..];

    private static string CommonFolder(IReadOnlyList<TreeFile> files)
    {
        var folder = files[0].Folder;
        while (!files.All(file => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            folder = folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)];
        return folder;
    }
}

/// <summary>A file of a program, as it was read.</summary>
/// <param name="Name">Its path below the program's folder, with slashes. It stays in that folder on every system.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record ReadFile(string Name, byte[] Bytes)
{
    /// <summary>What is kept of it.</summary>
    public SubmittedFile Described => new(Name, Convert.ToHexStringLower(SHA256.HashData(Bytes)));
}
