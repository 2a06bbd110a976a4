using System.Text.Json;
using Lab.Build;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A class is graded from the command line, as a teacher does it.</summary>
[NonParallelizable]
public sealed class GradeTests
{
    private static readonly DateTimeOffset _early = ClassFolder.Deadline.AddDays(-3);

    private ClassFolder _class = null!;
    private TemporaryFolder _out = null!;

    [SetUp]
    public void CreateFolders() => (_class, _out) = (new(), new());

    [TearDown]
    public void RemoveFolders()
    {
        _class.Dispose();
        _out.Dispose();
    }

    [All]
    [Test]
    public async Task A_class_gets_its_points_and_only_what_has_changed_runs_again()
    {
        ConfinedChecks.Demand();
        await HandIn("ana", Right);
        await HandIn("bea", exercise => exercise == Exercise.EchoServer ? "does not compile" : Right(exercise));
        Directory.CreateDirectory(_class.At("carl"));

        var first = await Grade();

        Assert.That(first.ExitCode, Is.Zero, first.Output + first.Error);
        Assert.That(PointsOf("ana"), Is.EqualTo("0.0625 0.0625 0.0625"));
        Assert.That(PointsOf("bea"), Is.EqualTo("0.0625 0 0.0625"));
        Assert.That(PointsOf("carl"), Is.EqualTo("0 0 0"));
        Assert.That(ConfinementOf("ana"), Is.EqualTo("bubblewrap"));
        var feedback = await File.ReadAllTextAsync(At("graded/students/bea/feedback.md"));
        Assert.That(feedback, Does.Contain(ClassFolder.KitPath(Exercise.EchoServer)).And.Not.Contain(_out.Path));

        var before = ResultTime("ana");
        var second = await Grade();
        Assert.That(second.Output, Does.Not.Contain("programs · "), "nothing has changed");
        Assert.That(ResultTime("ana"), Is.EqualTo(before));

        await Mend("bea", Exercise.EchoServer);
        var third = await Grade();
        Assert.That(third.Output, Does.Contain("0 of 1 programs"));
        Assert.That(PointsOf("bea"), Is.EqualTo("0.0625 0.0625 0.0625"));

        var marks = _out.Write("graded/marks.csv", "student,exercise,points\nana,defence,0.05\n");
        await Grade();
        Assert.That(GradeRow.Read(At("graded"))["ana"].Defence, Is.EqualTo("0.05"));
        Assert.That(await File.ReadAllTextAsync(marks), Does.Contain("ana,defence,0.05"));
    }

    [All]
    [Test]
    public async Task Parts_put_together_give_what_one_machine_gives()
    {
        ConfinedChecks.Demand();
        foreach (var name in new[] { "ana", "bea", "carl", "dora" })
            await HandIn(name, exercise => exercise == Exercise.Client ? Right(exercise) : "does not compile");
        await Grade();
        var whole = await File.ReadAllBytesAsync(At("graded/grades.csv"));

        var parts = await Task.WhenAll(Grade("part1", "--shard=1/2"), Grade("part2", "--shard=2/2"));
        var merged = await Host.Run(
            "--target=Merge",
            $"--parts={At("part1")}",
            $"--parts={At("part2")}",
            $"--out={At("merged")}"
        );

        Assert.That(parts.Select(part => part.ExitCode).Append(merged.ExitCode), Is.All.Zero, merged.Error);
        Assert.That(await File.ReadAllBytesAsync(At("merged/grades.csv")), Is.EqualTo(whole));
        Assert.That(File.Exists(At("merged/students/ana/feedback.html")));
    }

    [Test]
    public async Task A_missing_part_is_refused()
    {
        await Grade("part1", "--shard=1/2", "--sandbox=off");

        var merged = await Host.Run("--target=Merge", $"--parts={At("part1")}", $"--out={At("merged")}");

        Assert.That(merged.ExitCode, Is.EqualTo(2));
        Assert.That(merged.Error, Does.Contain(new English().PartsMissing(["2/2"])));
    }

    [Test]
    public async Task A_part_is_not_written_over()
    {
        await Grade("whole", "--sandbox=off");

        var merged = await Host.Run("--target=Merge", $"--parts={At("whole")}", $"--out={At("whole")}");

        Assert.That(merged.ExitCode, Is.EqualTo(2));
        Assert.That(merged.Error, Does.Contain(new English().PartIsWhole(At("whole"))));
    }

    [Test]
    public async Task Without_a_deadline_nothing_is_graded()
    {
        var rule = At("new.json");
        var init = await Host.Run("--target=Grade", "--init", $"--config={rule}");
        var graded = await Host.Run(
            "--target=Grade",
            $"--submissions={_class.Path}",
            $"--config={rule}",
            $"--out={At("graded")}"
        );

        Assert.That((init.ExitCode, graded.ExitCode), Is.EqualTo((0, 2)));
        Assert.That(graded.Error, Does.Contain("deadline"));
        Assert.That(Directory.Exists(At("graded")), Is.False);
    }

    private string At(string name) => Path.Combine(_out.Path, name);

    private static string Right(Exercise exercise) => ClassFolder.Right(exercise);

    private async Task HandIn(string name, Func<Exercise, string> program)
    {
        var repository = await _class.Repository(name);
        foreach (var exercise in Exercise.All)
        {
            repository.Write(ClassFolder.KitPath(exercise), $"{program(exercise)}\n// {name}\n");
            await repository.CommitAt(_early);
        }
    }

    private async Task Mend(string name, Exercise exercise)
    {
        var repository = await _class.Repository(name);
        repository.Write(ClassFolder.KitPath(exercise), Right(exercise));
        await repository.CommitAt(_early.AddDays(1));
    }

    private Task<HostRun> Grade(string folder = "graded", params string[] more)
    {
        _out.Write("grading.json", $$"""{ "deadline": "{{ClassFolder.Deadline:yyyy-MM-ddTHH:mm:sszzz}}" }""");
        return Host.Run([
            "--target=Grade",
            $"--submissions={_class.Path}",
            $"--config={At("grading.json")}",
            $"--out={At(folder)}",
            .. more,
        ]);
    }

    private string PointsOf(string student) => GradeRow.Read(At("graded"))[student].Points;

    private string ResultOf(string student) => At($"graded/students/{student}/Ex1/result.json");

    private DateTime ResultTime(string student) => File.GetLastWriteTimeUtc(ResultOf(student));

    private string? ConfinementOf(string student) =>
        JsonDocument
            .Parse(File.ReadAllText(ResultOf(student)))
            .RootElement.GetProperty("document")
            .GetProperty("confinement")
            .GetString();
}
