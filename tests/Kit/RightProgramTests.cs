using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Correct programs pass in any style. Starters do not pass, and get a friendly answer.</summary>
public sealed class RightProgramTests
{
    public static IEnumerable<TestCaseData> RightPrograms =>
        KnownPrograms
            .Right.OrderByDescending(right => Baseline.SecondsOf(KitFolder.Shown(right.File)))
            .Select(right =>
                new TestCaseData(right.Exercise, right.File).SetArgDisplayNames(
                    right.Exercise.Id,
                    Path.GetFileName(right.File)
                )
            );

    [All]
    [TestCaseSource(nameof(RightPrograms))]
    public async Task A_right_program_passes(Exercise exercise, string file)
    {
        var result = await Checks.Run(exercise, file);

        Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
        Baseline.AssertHolds(KitFolder.Shown(file), result);
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public async Task A_solution_passes_and_goes_further(Exercise exercise)
    {
        var solution = KitFolder.ProgramOf(exercise, solution: true);

        var result = await Checks.Run(exercise, solution);

        Baseline.AssertHolds(KitFolder.Shown(solution), result);

        var further = result.GetProperty("goingFurther").EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
            Assert.That(result.Text("next"), Is.Empty);
            Assert.That(further, Is.Not.Empty);
            Assert.That(further.Select(one => one.Text("status")), Is.All.EqualTo("passed"));
        }
    }

    [TestCase("Ex1", "{host} port {port}: {e", "7")]
    [TestCase("Ex2", "Timeout: {e", "6")]
    [TestCase("Ex3", "Timeout: {e", "7")]
    public async Task A_message_that_is_a_whole_exception_passes_with_a_note(string id, string message, string step)
    {
        using var folder = new TemporaryFolder();
        var exercise = Exercise.All.Single(one => one.Id == id);
        var solution = KitFolder.ProgramOf(exercise, solution: true);
        folder.Write("Program.cs", WrongProgram.Changed(solution, [($"{message}.Message}}", $"{message}}}")]));

        var result = await Checks.Run(exercise, folder.Path);

        Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
        Assert.That(result.StepIn(step).Notes, Does.Contain(StepNote.PrintsTrace));
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public async Task A_starter_compiles_and_is_told_where_to_begin(Exercise exercise)
    {
        var starter = KitFolder.ProgramOf(exercise);

        var result = await Checks.Run(exercise, starter);

        Baseline.AssertHolds(KitFolder.Shown(starter), result);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("next"), Is.EqualTo("1"), result.Summary());
            Assert.That(result.Step("1").Text("verdict"), Is.EqualTo("processEnded"));
            Assert.That(
                result.DiagnosisOf("1").Next,
                Is.EqualTo(exercise == Exercise.Client ? NextAction.BeginClient : NextAction.BeginServer)
            );
            Assert.That(
                exercise.StepIds.Skip(1).Select(id => result.Step(id).Text("status")),
                Is.All.EqualTo("notChecked"),
                result.Summary()
            );
        }
    }
}
