using System.IO.Compression;
using Lab.Build;
using Lab.Build.Teaching.Submissions;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A folder with what students hand in. It is removed after the test, unless it was made somewhere else.</summary>
/// <param name="place">The place of the folder. Null for a temporary one.</param>
internal sealed class ClassFolder(string? place = null) : IDisposable
{
    public static readonly DateTimeOffset Deadline = new(2026, 2, 26, 23, 59, 0, TimeSpan.FromHours(1));

    /// <summary>No late work is taken.</summary>
    public static readonly WorkWindow Window = new(Deadline, Deadline);

    private readonly TemporaryFolder? _folder = place is null ? new() : null;

    public string Path => _folder?.Path ?? System.IO.Path.GetFullPath(place!);

    public static string KitPath(Exercise exercise) => $"exercises/{exercise.Folder}/Program.cs";

    /// <summary>A right program.</summary>
    public static string Right(Exercise exercise) => File.ReadAllText(KitFolder.ProgramOf(exercise, solution: true));

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public Submission Submission(string name) =>
        Lab.Build.Teaching.Submissions.Submission.In(Path).Single(one => one.Path == At(name));

    public ReadWork Read(string name, WorkWindow? window = null, SubmissionLimits? limits = null) =>
        new SubmissionReader(new Dictionary<Exercise, OtherLanguage>(), limits ?? SubmissionLimits.Default).Read(
            Submission(name),
            window ?? Window
        );

    public void Write(string path, string text)
    {
        var file = At(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public Task<Repository> Repository(string name, params string[] options) =>
        Tests.Repository.CreateIn(At(name), options);

    /// <summary>Puts files into an archive under exactly these names.</summary>
    public void Zip(string name, params IEnumerable<(string Name, string Text)> files)
    {
        using var archive = ZipFile.Open(At(name), ZipArchiveMode.Create);
        foreach (var (file, text) in files)
        {
            using var writer = new StreamWriter(archive.CreateEntry(file).Open());
            writer.Write(text);
        }
    }

    public void Dispose()
    {
        if (_folder is null)
            return;
        Tests.Repository.MakeRemovable(Path);
        _folder.Dispose();
    }
}

/// <summary>Reads results briefly.</summary>
internal static class Readings
{
    public static SubmittedProgram Of(this ReadWork read, Exercise exercise) =>
        read.Work.Programs.Single(program => program.Exercise == exercise);

    /// <summary>The text of a program's main file.</summary>
    public static string? Text(this ReadWork read, Exercise exercise) =>
        read.Files.TryGetValue(exercise, out var files) ? System.Text.Encoding.UTF8.GetString(files[0].Bytes) : null;
}
