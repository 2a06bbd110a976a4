using System.Text.RegularExpressions;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Steps have the same numbers and titles everywhere: in programs, statements and scenarios.</summary>
public sealed partial class NumberingTests
{
    private static readonly bool[] _both = [false, true];
    private static readonly string[] _notInTheCode = ["check"];

    public static IEnumerable<TestCaseData> Programs =>
        from exercise in Exercise.All
        from solution in _both
        select new TestCaseData(exercise, solution).SetArgDisplayNames(exercise.Id, solution ? "solution" : "starter");

    [TestCaseSource(nameof(Programs))]
    public void Program_names_every_step_once(Exercise exercise, bool solution)
    {
        var program = File.ReadAllText(KitFolder.ProgramOf(exercise, solution));
        var found = StepComment()
            .Matches(program)
            .Select(match => (match.Groups["id"].Value, match.Groups["title"].Value.Trim()));

        Assert.That(found, Is.EqualTo(Titles(exercise).Where(step => !_notInTheCode.Contains(step.Id))));
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Statement_names_every_step_once(Exercise exercise)
    {
        var found = StepRow()
            .Matches(Statement(exercise))
            .Select(match => (match.Groups["id"].Value, match.Groups["title"].Value.Trim()));

        Assert.That(found, Is.EqualTo(Titles(exercise)));
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Scenarios_cover_every_step_and_no_other(Exercise exercise)
    {
        var run = new ScenarioRun(new Selection(exercise) { WithLong = true });
        var steps = run.Scenarios.Where(scenario => !scenario.IsGoingFurther).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Select(step => step.Id).Distinct(), Is.EquivalentTo(exercise.StepIds));
            Assert.That(steps.SelectMany(step => step.Needs).Distinct(), Is.SubsetOf(exercise.StepIds));
        }
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Solutions_mirror_exercises(Exercise exercise)
    {
        Assert.That(Files("solutions", exercise), Is.EquivalentTo(Files("exercises", exercise)));
    }

    private static IEnumerable<(string Id, string Title)> Titles(Exercise exercise) =>
        exercise.StepIds.Select(id => (id, new English().StepTitle(exercise, id)));

    private static string Statement(Exercise exercise) =>
        File.ReadAllText(Path.Combine(KitFolder.Root, "exercises", exercise.Folder, "README.md"));

    private static IEnumerable<string> Files(string top, Exercise exercise)
    {
        var folder = Path.Combine(KitFolder.Root, top, exercise.Folder);
        string[] built = ["bin", "obj", ".vs", ".idea"];
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !built.Contains(file.Split('/')[0]));
    }

    [GeneratedRegex(@"^\s*// (?<id>\d[a-z]?)\. (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex StepComment();

    [GeneratedRegex(@"^\| (?<id>\d[a-z]?|check) \| (?<title>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex StepRow();
}
