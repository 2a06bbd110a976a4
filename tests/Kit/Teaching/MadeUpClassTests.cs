using Lab.Build;
using NUnit.Framework;
using Graded = Lab.Build.Teaching.Grading.ClassFolder;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A whole class is graded: honest, late, lost, broken and hostile work together.</summary>
[NonParallelizable]
[Platform("Linux")]
public sealed class MadeUpClassTests
{
    [All]
    [Test]
    public async Task Each_student_gets_what_is_due_and_nothing_hostile_succeeds()
    {
        ConfinedChecks.Demand();
        using var folder = new ClassFolder();
        using var results = new TemporaryFolder();
        await MadeUpClass.HandIn(folder);
        var submissions = $"--submissions={folder.Path}";
        var graded = Path.Combine(results.Path, "graded");
        var output = $"--out={graded}";
        var roster = $"--roster={results.Write("roster.csv", MadeUpClass.Roster)}";
        var rule = $"--config={results.Write("grading.json", MadeUpClass.Rule)}";

        var collected = await Host.Run("--target=Collect", submissions, output);
        await MadeUpClass.Rewrite(folder);
        var run = await Host.Run("--target=Grade", submissions, roster, rule, output);
        await TestContext.Out.WriteLineAsync(run.Output);

        var rows = GradeRow.Read(graded);
        using var scope = Assert.EnterMultipleScope();
        Assert.That((collected.ExitCode, run.ExitCode), Is.EqualTo((0, 0)), collected.Error + run.Error);
        Assert.That(rows.Keys, Is.EquivalentTo(MadeUpClass.Students.Select(student => student.Id)));
        foreach (var student in MadeUpClass.Students)
            Assert.That(rows[student.Id].States, Is.EqualTo(student.Expected), student.Name);
        Assert.That(run.Output, Does.Contain("stranger"));
        Assert.That(File.Exists(folder.At("ran")), Is.False, "a trap");
        var escapes = new Graded(graded).ReadResult(new(MadeUpClass.Escaper, ""), Exercise.Client)!;
        Assert.That(ConfinedChecks.Printed(escapes.Document), Does.Contain("stopped ").And.Not.Contain("ESCAPED "));
    }

    [Explicit("It makes the folder that the test parameter names, to try things by hand.")]
    [Test]
    public async Task Make_a_class()
    {
        var place = TestContext.Parameters.Get("folder", "class");
        using var folder = new ClassFolder(Path.Combine(place, "class"));
        Directory.CreateDirectory(folder.Path);
        if (TestContext.Parameters.Get("students", 0) is > 0 and var students)
            await MadeUpClass.HandIn(folder, students);
        else
            await MadeUpClass.HandIn(folder);
        await File.WriteAllTextAsync(Path.Combine(place, "roster.csv"), MadeUpClass.Roster);
        await File.WriteAllTextAsync(Path.Combine(place, "grading.json"), MadeUpClass.Rule);
    }
}
