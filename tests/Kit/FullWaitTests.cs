using System.Text.Json;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Tests <c>--full</c>, which waits for the default timeout. The practical's 300 seconds are twenty here, both in the
/// programs and in the check.
/// </summary>
public sealed class FullWaitTests
{
    private static readonly TimeSpan _twenty = TimeSpan.FromSeconds(20);

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public async Task A_program_with_the_right_default_passes(Exercise exercise)
    {
        var result = await CheckWithDefault(exercise, seconds: 20);

        Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
    }

    [TestCase("Ex1", "2", 3, "endedEarly")]
    [TestCase("Ex1", "2", 60, "stillRunning", Category = AllAttribute.Category)]
    [TestCase("Ex2", "3", 3, "endedEarly", Category = AllAttribute.Category)]
    [TestCase("Ex2", "3", 60, "stillRunning", Category = AllAttribute.Category)]
    [TestCase("Ex3", "3", 3, "endedEarly", Category = AllAttribute.Category)]
    [TestCase("Ex3", "3", 60, "stillRunning", Category = AllAttribute.Category)]
    public async Task A_program_with_another_default_fails_at_its_timeout(
        string id,
        string step,
        int seconds,
        string verdict
    )
    {
        var result = await CheckWithDefault(Exercise.All.Single(exercise => exercise.Id == id), seconds);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("next"), Is.EqualTo(step), result.Summary());
            Assert.That(result.Step(step).Text("verdict"), Is.EqualTo(verdict), result.Summary());
            Assert.That(result.DiagnosisOf(step).Cause, Is.EqualTo(Cause.OtherDefault));
        }
    }

    [All]
    [TestCase("Ex2")]
    [TestCase("Ex3")]
    public async Task A_server_with_one_deadline_for_its_whole_run_fails_at_its_timeout(string id)
    {
        const string Left = "timeout - (DateTime.UtcNow - begin) is { Ticks: > 0 } left ? left : TimeSpan.Zero";

        var result = await CheckWithDefault(
            Exercise.All.Single(exercise => exercise.Id == id),
            seconds: 20,
            ("Socket? server = null;", "Socket? server = null; var begin = DateTime.UtcNow;"),
            ("Poll(timeout, ", $"Poll({Left}, ")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("next"), Is.EqualTo("3"), result.Summary());
            Assert.That(result.Step("3").Text("verdict"), Is.EqualTo("endedEarly"), result.Summary());
            Assert.That(result.DiagnosisOf("3").Cause, Is.EqualTo(Cause.OneDeadline));
        }
    }

    private static async Task<JsonElement> CheckWithDefault(
        Exercise exercise,
        int seconds,
        params IEnumerable<(string Old, string New)> changes
    )
    {
        using var folder = new TemporaryFolder();
        var solution = KitFolder.ProgramOf(exercise, solution: true);
        folder.Write("Program.cs", WrongProgram.Changed(solution, changes.Append((": 300;", $": {seconds};"))));
        return await Checks.Run(
            new CheckRequest(exercise, new Source.CSharp(folder.Path), 4711) { FullWait = _twenty }
        );
    }
}
