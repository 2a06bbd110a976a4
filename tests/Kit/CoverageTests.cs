using Lab.Build;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// The collection of programs covers every step and every verdict. Its table is part of the test's output.
/// </summary>
public sealed class CoverageTests
{
    private const int WrongPerStep = 3;
    private const int RightPerExercise = 15;

    private static IEnumerable<(Exercise Exercise, string Id)> Steps =>
        from exercise in Exercise.All
        from id in exercise.StepIds
        select (exercise, id);

    [Test]
    public void Every_step_has_three_wrong_programs()
    {
        var counts = (
            from step in Steps
            let programs = KnownPrograms.Wrong.Where(wrong => wrong.Proves(step.Exercise, step.Id))
            select (Step: $"{step.Exercise} {step.Id}", Names: programs.Select(program => program.Name).ToList())
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
    public void A_run_without_all_holds_every_step_and_every_verdict()
    {
        var shown = VerdictTests
            .Programs.Where(one => !one.Properties["Category"].Contains(AllAttribute.Category))
            .Select(one => (WrongProgram)one.Arguments[0]!)
            .ToList();
        TestContext.Out.WriteLine(string.Join('\n', shown));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Steps.Where(step => !shown.Any(wrong => wrong.Proves(step.Exercise, step.Id))), Is.Empty);
            Assert.That(Enum.GetValues<Verdict>().Except(shown.Select(wrong => wrong.Verdict)), Is.Empty);
        }
    }

    [Test]
    public void Every_wrong_program_says_more_than_its_verdict() =>
        Assert.That(KnownPrograms.Wrong.Where(one => !one.SaysMore), Is.Empty);

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Every_exercise_has_fifteen_right_programs(Exercise exercise) =>
        Assert.That(KnownPrograms.Right.Count(right => right.Exercise == exercise), Is.AtLeast(RightPerExercise));
}
