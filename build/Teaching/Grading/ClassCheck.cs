using System.Security.Cryptography;
using System.Text;
using Lab.Build.Results;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Teaching.Grading;

/// <summary>The check of a program that a student has handed in.</summary>
/// <param name="Student">The student.</param>
/// <param name="Program">The description of the program.</param>
/// <param name="Files">Its files.</param>
public sealed record ClassCheck(Student Student, SubmittedProgram Program, IReadOnlyList<ReadFile> Files)
{
    private const int Seeds = 10_000;

    /// <summary>The exercise.</summary>
    public Exercise Exercise => Program.Exercise;

    /// <summary>How a program in another language is built and started. Null for C#.</summary>
    public ProgramRule? Other { get; init; }

    /// <summary>Whether the program runs confined.</summary>
    public bool IsConfined { get; init; }

    /// <summary>The seed of the check: the same on every machine, and another one for each student and exercise.</summary>
    public int Seed => (int)(Shard.StableHash($"{Student.Id}\n{Exercise.Id}") % Seeds);

    /// <summary>Tells apart whatever could change the result of the check: a result with the same key is as good.</summary>
    public string Key =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [
                            Exercise.Id,
                            $"{Seed} {IsConfined} {ResultDocument.CurrentKit}",
                            $"{Other?.Build}\n{Other?.Start}",
                            .. Program.Files.Select(file => $"{file.Sha256} {file.Name}"),
                        ]
                    )
                )
            )
        );

    /// <summary>Writes the program's files into the folder of the class, and tells a worker what to do with them.</summary>
    /// <param name="folder">The folder of the class.</param>
    /// <param name="language">The language of the compiler's messages, for students without one of their own.</param>
    public CheckOrder Prepare(ClassFolder folder, string language)
    {
        string[] files = [.. Files.Select(file => Path.GetFullPath(folder.FileOf(Student, Exercise, file.Described)))];
        var program = Path.GetFullPath(folder.ProgramOf(Student, Exercise));
        if (Directory.Exists(program))
            Directory.Delete(program, recursive: true);
        foreach (var (path, file) in files.Zip(Files))
            ClassFolder.Write(path, file.Bytes);
        language = Student.Language ?? language;
        return Other is null
            ? new(Exercise, Seed, files[0]) { Files = [.. files], Language = language }
            : new(Exercise, Seed, program) { Command = Other.Start, Language = language };
    }

    /// <summary>A result that names a program's files as the submission does, wherever they were checked.</summary>
    /// <param name="result">The result of this check.</param>
    /// <param name="folder">The folder of the class, in which they were checked.</param>
    public ResultDocument InOwnNames(ResultDocument result, ClassFolder folder)
    {
        if (Other is not null || Program.Path is not { } main)
            return result;
        var top = main.EndsWith(Files[0].Name, StringComparison.Ordinal) ? main[..^Files[0].Name.Length] : "";
        var names = Files.ToDictionary(
            file => KitFolder.Shown(Path.GetFullPath(folder.FileOf(Student, Exercise, file.Described))),
            file => top + file.Name
        );
        return result.Renamed(main, name => names.GetValueOrDefault(name, name));
    }
}
