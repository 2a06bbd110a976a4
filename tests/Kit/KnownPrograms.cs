using Lab.Build;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;

namespace Lab.Kit.Tests;

/// <summary>A program whose verdict is known.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Name">The name of the program.</param>
/// <param name="Source">The source of the program.</param>
/// <param name="Next">The step that must be blamed; null for a right program.</param>
/// <param name="Verdict">The verdict that this step must get.</param>
internal sealed record KnownProgram(Exercise Exercise, string Name, string Source, string? Next, Verdict? Verdict);

/// <summary>All programs whose verdict is known: correct ones in every style, and wrong ones.</summary>
internal static class KnownPrograms
{
    public static IEnumerable<(Exercise Exercise, string File)> Right =>
        from exercise in Exercise.All
        from file in Directory.EnumerateFiles(Path.Combine(KitFolder.Root, "tests", "Programs", exercise.Id)).Order()
        select (exercise, file);

    public static IReadOnlyList<WrongProgram> Wrong { get; } =
    [.. WrongClients.All, .. WrongServers.EchoServers, .. WrongServers.ThreadedServers];

    /// <summary>
    /// Some of the wrong programs, which together show that each step is checked and that each verdict is given. They
    /// are chosen from the quickest check to the slowest: each one that shows something new is taken.
    /// </summary>
    public static IReadOnlyList<WrongProgram> Representatives { get; } = [.. Represent()];

    public static IReadOnlyList<KnownProgram> All =>
        [
            .. Exercise.All.Select(exercise => Passing(exercise, KitFolder.ProgramOf(exercise, solution: true))),
            .. Right.Select(right => Passing(right.Exercise, right.File)),
            .. Wrong.Select(wrong => new KnownProgram(
                wrong.Exercise,
                wrong.ToString(),
                wrong.Source(),
                wrong.Step,
                wrong.Verdict
            )),
        ];

    private static IEnumerable<WrongProgram> Represent()
    {
        var steps = Exercise.All.SelectMany(exercise => exercise.StepIds.Select(id => (exercise, id))).ToHashSet();
        var verdicts = Enum.GetValues<Verdict>().ToHashSet();
        foreach (var program in Wrong.OrderBy(program => Baseline.SecondsOf(program.ToString())))
        {
            var proven = steps.RemoveWhere(step => program.Proves(step.exercise, step.id));
            if (verdicts.Remove(program.Verdict) || proven > 0)
                yield return program;
        }
    }

    private static KnownProgram Passing(Exercise exercise, string file) =>
        new(exercise, KitFolder.Shown(file), File.ReadAllText(file), null, null);
}
