using System.Text.Json;
using Lab.Build.Results;
using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Teaching.Grading;

/// <summary>
/// The folder in which everything about a class is kept from run to run. A file is either the older one or complete, so a
/// run that is broken off loses nothing.
/// </summary>
/// <remarks>
/// <c>class.json</c> says who is in the class, and <c>grading.json</c> is the rule. <c>students/ID</c> holds
/// <c>work.json</c>, for each exercise the program and <c>result.json</c>, and the feedback.
/// </remarks>
/// <param name="path">The path of the folder.</param>
public sealed class ClassFolder(string path)
{
    /// <summary>The name of the file with the result of a check.</summary>
    public const string ResultFile = "result.json";

    /// <summary>The name of the copy of the rule.</summary>
    public const string RuleFile = Rules.RuleFile.UsualName;

    private const string MarksFile = "marks.csv";
    private const string ClassFile = "class.json";
    private const string WorkFile = "work.json";

    /// <summary>The path of the folder.</summary>
    public string Path => path;

    /// <summary>The path of a file at the top.</summary>
    public string At(string name) => System.IO.Path.Combine(path, name);

    /// <summary>The table with the teacher's marks, if it lies in the folder. The kit never writes it.</summary>
    public string? Marks => File.Exists(At(MarksFile)) ? At(MarksFile) : null;

    /// <summary>The folder of a student.</summary>
    public string Of(Student student) => System.IO.Path.Combine(path, "students", student.OwnFolder);

    /// <summary>The folder for an exercise of a student.</summary>
    public string Of(Student student, Exercise exercise) => System.IO.Path.Combine(Of(student), exercise.Id);

    /// <summary>The folder of a program.</summary>
    public string ProgramOf(Student student, Exercise exercise) =>
        System.IO.Path.Combine(Of(student, exercise), "program");

    /// <summary>The path of a file of a program.</summary>
    public string FileOf(Student student, Exercise exercise, SubmittedFile file) =>
        System.IO.Path.Combine(ProgramOf(student, exercise), file.Name);

    /// <summary>Writes who is in the class.</summary>
    public void Write(ClassRecord record) => Write(At(ClassFile), record);

    /// <summary>Reads who is in the class.</summary>
    /// <exception cref="RefusedException">This is not the folder of a class.</exception>
    public ClassRecord ReadClass() =>
        Read<ClassRecord>(At(ClassFile)) is { Schema: ClassRecord.Version } record
            ? record
            : throw new RefusedException(new GradeRefusal.NoClass(path, ClassFile));

    /// <summary>Writes what a student has handed in. Null for nothing.</summary>
    public void Write(Student student, SubmittedWork? work)
    {
        var file = System.IO.Path.Combine(Of(student), WorkFile);
        if (work is not null)
            Write(file, work);
        else if (File.Exists(file))
            File.Delete(file);
    }

    /// <summary>What a student has handed in. Null for nothing.</summary>
    /// <exception cref="RefusedException">The file is damaged.</exception>
    public SubmittedWork? ReadWork(Student student) =>
        Read<SubmittedWork>(System.IO.Path.Combine(Of(student), WorkFile));

    /// <summary>Writes the result of a check.</summary>
    public void Write(Student student, KeptResult result) =>
        Write(FileOf(student, result.Document.Exercise), result.ToJson());

    /// <summary>The result of the check of a program. Null if it was not checked, or cannot be read any more.</summary>
    /// <param name="student">The student.</param>
    /// <param name="exercise">The exercise.</param>
    public KeptResult? ReadResult(Student student, Exercise exercise)
    {
        var file = FileOf(student, exercise);
        try
        {
            return File.Exists(file) ? KeptResult.Read(File.ReadAllText(file)) : null;
        }
        catch (UnreadableDocumentException)
        {
            // The check is done again.
            return null;
        }
    }

    /// <summary>Removes the result of a check that says nothing any more.</summary>
    public void RemoveResult(Student student, Exercise exercise)
    {
        if (File.Exists(FileOf(student, exercise)))
            File.Delete(FileOf(student, exercise));
    }

    /// <summary>Writes a file, of which nothing is seen until it is complete.</summary>
    public static void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        using var replaced = new ReplacedFile(file);
        replaced.Complete(content);
    }

    private string FileOf(Student student, Exercise exercise) =>
        System.IO.Path.Combine(Of(student, exercise), ResultFile);

    private static void Write<T>(string file, T value) =>
        Write(file, JsonSerializer.SerializeToUtf8Bytes(value, KitJson.Options));

    private T? Read<T>(string file)
        where T : class
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), KitJson.Options) : null;
        }
        catch (JsonException damaged)
        {
            throw new RefusedException(new GradeRefusal.NoClass(path, $"{file}: {damaged.Message}"));
        }
    }
}
