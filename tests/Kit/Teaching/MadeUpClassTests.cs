using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Teaching.Submissions;
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

        Assert.That((collected.ExitCode, run.ExitCode), Is.EqualTo((0, 0)), collected.Error + run.Error);
        var rows = GradeRow.Read(graded);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(rows.Keys, Is.EquivalentTo(MadeUpClass.Students.Select(student => student.Id)));
        foreach (var student in MadeUpClass.Students)
        {
            Assert.That(rows[student.Id].States, Is.EqualTo(student.Expected), student.Name);
            AssertTold(student, new(graded), run.Output);
        }
        Assert.That(run.Output, Does.Contain("stranger"));
        Assert.That(File.Exists(folder.At("ran")), Is.False, "a trap");
        Assert.That(Escapes.ProcessesWith(folder.Path), Is.Empty);
    }

    private static void AssertTold(MadeUpStudent student, Graded graded, string summary)
    {
        var who = new Student(student.Id, student.Name);
        if (student.Odd is { } odd)
        {
            Assert.That(graded.ReadWork(who)!.Oddities.Select(one => one.Kind), Does.Contain(odd), student.Name);
            Assert.That(summary, Does.Contain($"{student.Name} ({student.Id}): "));
        }
        if (!student.IsHostile)
            return;
        // Otherwise it would have no points for another reason.
        var result = graded.ReadResult(who, Exercise.Client)!.Document;
        Assert.That((result.Fault, result.CompilerErrors.Count), Is.EqualTo(((Fault?)null, 0)), student.Name);
        Assert.That(ConfinedChecks.Printed(result), Does.Not.Contain("ESCAPED "));
        if (student.Id == MadeUpClass.Escaper)
            Assert.That(ConfinedChecks.Printed(result), Does.Contain("stopped "));
    }

    [Explicit("It checks every known program, which takes many minutes.")]
    [Test]
    public async Task Every_known_program_gets_its_verdict_in_a_class()
    {
        ConfinedChecks.Demand();
        using var folder = new ClassFolder();
        using var results = new TemporaryFolder();
        var handed = await MadeUpClass.HandInEach(folder);
        var rule = results.Write("grading.json", MadeUpClass.Rule);
        var graded = Path.Combine(results.Path, "graded");

        var run = await Host.Run(
            "--target=Grade",
            $"--submissions={folder.Path}",
            $"--config={rule}",
            $"--out={graded}"
        );
        await TestContext.Out.WriteLineAsync(run.Output);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        using var scope = Assert.EnterMultipleScope();
        foreach (var (student, program) in handed)
        {
            var result = new Graded(graded).ReadResult(new(student, student), program.Exercise)?.Document;
            var expected = program.Next == ResultDocument.Compile ? null : program.Verdict;
            var verdict = result?.Steps.FirstOrDefault(step => step.Id == result.Next)?.Finding?.Verdict;
            Assert.That(
                (result?.Outcome, result?.Next, verdict),
                Is.EqualTo((program.Next is null ? Outcome.Passed : Outcome.NotYet, program.Next, expected)),
                $"{program.Exercise} {program.Name} {result?.Fault}"
            );
        }
    }

    [Explicit("It makes the folder that the test parameter names, to try things by hand.")]
    [Test]
    public async Task Make_a_class()
    {
        var place = TestContext.Parameters.Get("folder", "class");
        using var folder = new ClassFolder(Path.Combine(place, "class"));
        Directory.CreateDirectory(folder.Path);
        if (TestContext.Parameters.Get("students", 0) is > 0 and var students)
            await MadeUpClass.HandInSome(folder, students);
        else
        {
            await MadeUpClass.HandIn(folder);
            await File.WriteAllTextAsync(Path.Combine(place, "roster.csv"), MadeUpClass.Roster);
        }
        await File.WriteAllTextAsync(Path.Combine(place, "grading.json"), MadeUpClass.Rule);
    }
}
