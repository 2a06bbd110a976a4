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
    private const string ProgramFolder = "program";

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
    /// <param name="language">The language of the compiler's messages.</param>
    public CheckOrder Prepare(ClassFolder folder, string language)
    {
        var program = Path.Combine(folder.Of(Student, Exercise), ProgramFolder);
        if (Directory.Exists(program))
            Directory.Delete(program, recursive: true);
        foreach (var file in Files)
            ClassFolder.Write(Path.Combine(program, file.Described.Name), file.Bytes);
        string[] files = [.. Files.Select(file => Path.GetFullPath(Path.Combine(program, file.Described.Name)))];
        return Other is null
            ? new(Exercise, Seed, files[0]) { Files = [.. files], Language = language }
            : new(Exercise, Seed, Path.GetFullPath(program)) { Command = Other.Start, Language = language };
    }
}
