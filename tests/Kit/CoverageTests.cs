using Lab.Build;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The collection of programs leaves no step and no verdict out. Its table is part of the test's output.</summary>
public sealed class CoverageTests
{
    private const int WrongPerStep = 3;
    private const int RightPerExercise = 15;

    [Test]
    public void Every_step_has_three_wrong_programs()
    {
        var counts = (
            from exercise in Exercise.All
            from id in exercise.StepIds
            let programs = KnownPrograms.Wrong.Where(wrong => wrong.Exercise == exercise && Proves(wrong, id))
            select (Step: $"{exercise.Id} {id}", Names: programs.Select(program => program.Name).ToList())
        ).ToList();
        var table = string.Join(
            '\n',
            counts.Select(step => $"{step.Step, -10}{step.Names.Count, 3}  {string.Join("; ", step.Names)}")
        );
        TestContext.Out.WriteLine(table);

        Assert.That(counts.Where(step => step.Names.Count < WrongPerStep).Select(step => step.Step), Is.Empty, table);
    }

    [Test]
    public void Every_verdict_has_a_wrong_program()
    {
        var counts = Enum.GetValues<Verdict>()
            .ToDictionary(verdict => verdict, verdict => KnownPrograms.Wrong.Count(one => one.Verdict == verdict));
        TestContext.Out.WriteLine(string.Join('\n', counts.Select(count => $"{count.Key, -20}{count.Value, 3}")));

        Assert.That(counts.Where(count => count.Value == 0).Select(count => count.Key), Is.Empty);
    }

    [Test]
    public void Every_wrong_program_says_more_than_its_verdict() =>
        Assert.That(KnownPrograms.Wrong.Where(one => !one.SaysMore), Is.Empty);

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Every_exercise_has_fifteen_right_programs(Exercise exercise) =>
        Assert.That(KnownPrograms.Right.Count(right => right.Exercise == exercise), Is.AtLeast(RightPerExercise));

    // The acceptance asks for nothing that no step asks for: whoever fails it fails a step as well, and it waits for that.
    private static bool Proves(WrongPrograms.WrongProgram wrong, string id) =>
        wrong.Step == id || id == "check" && wrong.Waiting.Split(' ').Contains(id);
}
