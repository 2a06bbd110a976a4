using System.Globalization;
using Lab.Build;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Where one student of a made-up class works.</summary>
/// <param name="folder">The folder of the class.</param>
/// <param name="id">The student's id, which is also the name of the repository.</param>
internal sealed class Desk(ClassFolder folder, string id)
{
    /// <summary>The folder of the class.</summary>
    public ClassFolder Class => folder;

    /// <summary>The student's id.</summary>
    public string Id => id;

    /// <summary>The path of the student's repository.</summary>
    /// <param name="ending">What the name ends with.</param>
    public string Place(string ending = "") => folder.At(id + ending);

    /// <summary>A time before the deadline.</summary>
    public static DateTimeOffset Before(double days) => ClassFolder.Deadline.AddDays(-days);

    /// <summary>The solution. No two students have the same one.</summary>
    public string Right(Exercise exercise) => Own(ClassFolder.Right(exercise));

    /// <summary>The work of a student who has finished the client alone: the others do not compile, which is soon known.</summary>
    public string Started(Exercise exercise) => exercise == Exercise.Client ? Right(exercise) : Own("using System.");

    /// <summary>A program with the student's name in it.</summary>
    public string Own(string program) => string.Create(CultureInfo.InvariantCulture, $"{program}\n// {id}\n");

    /// <summary>The student's repository, which is still empty.</summary>
    public Task<Repository> Repository() => folder.Repository(id);

    /// <summary>A repository with a commit for each program, on days of their own before the deadline.</summary>
    /// <param name="program">The program for an exercise. Null if there is none.</param>
    /// <param name="path">Where a program is. Null for the kit's own place.</param>
    /// <param name="day">The day of the commit, as days before the deadline. Null for three, two, and one.</param>
    public async Task<Repository> Commit(
        Func<Exercise, string?> program,
        Func<Exercise, string>? path = null,
        Func<Exercise, double>? day = null
    )
    {
        var repository = await Repository();
        foreach (var (number, exercise) in Exercise.All.Index())
            if (program(exercise) is { } text)
            {
                repository.Write((path ?? ClassFolder.KitPath)(exercise), text);
                await repository.CommitAt(
                    Before(day?.Invoke(exercise) ?? 3 - number),
                    message: $"Finish {exercise.Id}"
                );
            }
        return repository;
    }
}
