using System.Diagnostics;
using System.Globalization;
using Lab.Build;
using Lab.Build.Results;
using Lab.Kit.Tests.Teaching;
using NUnit.Framework;

namespace Lab.Kit.Tests.Speed;

/// <summary>
/// Measures how fast a class is graded, compared with the obvious way: for each student and exercise <c>dotnet build</c>, then
/// <c>dotnet test</c> of the same scenarios, one after the other. The test parameter <c>students</c> is the size of the class.
/// </summary>
[NonParallelizable]
[Explicit("It measures, which takes many minutes on a machine that does nothing else.")]
public sealed class ThroughputTests
{
    private const int UsualStudents = 30;
    private const int Times = 10;

    private readonly TemporaryFolder _folder = new();

    private static int Students => TestContext.Parameters.Get("students", UsualStudents);

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [SetUp]
    public void Demand() => ConfinedChecks.Demand();

    [Test]
    public async Task A_class_is_graded_ten_times_as_fast_as_the_obvious_way()
    {
        using var obvious = new ObviousWay();
        await obvious.Prepare();
        var graded = await Grade();
        var clock = Stopwatch.StartNew();
        var differences = new List<string>();
        foreach (var (program, result) in ProgramsIn(graded.Folder))
        {
            var alone = await obvious.Check(result.Exercise, program);
            if (Verdict(result) != Verdict(alone))
                differences.Add($"{program}: {Verdict(result)} in the class, {Verdict(alone)} alone");
        }
        var ratio = clock.Elapsed / graded.Time;

        await Tell($"the obvious way: {clock.Elapsed.TotalSeconds:0} s, {ratio:0.0} times as long");
        Assert.That(differences, Is.Empty);
        Assert.That(ratio, Is.GreaterThanOrEqualTo(Times));
    }

    [Test]
    public async Task Grade_a_class() => await Grade();

    private async Task<(string Folder, TimeSpan Time)> Grade()
    {
        using var submissions = new ClassFolder(Path.Combine(_folder.Path, "class"));
        await MadeUpClass.HandInSome(submissions, Students);
        var graded = Path.Combine(_folder.Path, "graded");
        var rule = _folder.Write("grading.json", MadeUpClass.Rule);
        var clock = Stopwatch.StartNew();
        var run = await Host.Run(
            "--target=Grade",
            $"--submissions={submissions.Path}",
            $"--config={rule}",
            $"--out={graded}"
        );
        var time = clock.Elapsed;
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        await Tell($"{Students} students: {time.TotalSeconds:0} s");
        return (graded, time);
    }

    private static IEnumerable<(string Program, ResultDocument Result)> ProgramsIn(string graded) =>
        from folder in Directory.EnumerateDirectories(Path.Combine(graded, "students"))
        from exercise in Exercise.All
        let own = Path.Combine(folder, exercise.Id)
        select (
            Directory.EnumerateFiles(own, "*.cs", SearchOption.AllDirectories).Single(),
            DocumentFormat.Read(File.ReadAllText(Path.Combine(own, "result.json")))
        );

    private static string Verdict(ResultDocument result) =>
        $"{result.Outcome} {result.Next} {result.Steps.FirstOrDefault(step => step.Id == result.Next)?.Finding?.Verdict}";

    private static Task Tell(FormattableString text) =>
        TestContext.Progress.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
