using System.Text.RegularExpressions;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Steps have the same numbers and titles everywhere: in programs, statements and scenarios.</summary>
public sealed partial class NumberingTests
{
    private static readonly bool[] _both = [false, true];
    private static readonly string[] _notInTheCode = ["check"];

    public static IEnumerable<TestCaseData> Programs =>
        from language in Languages.All
        from exercise in Exercise.All
        from solution in _both
        select new TestCaseData(language, exercise, solution).SetArgDisplayNames(
            language.Code,
            exercise.Id,
            solution ? "solution" : "starter"
        );

    public static IEnumerable<TestCaseData> Statements =>
        from language in Languages.All
        from exercise in Exercise.All
        select new TestCaseData(language, exercise).SetArgDisplayNames(language.Code, exercise.Id);

    [TestCaseSource(nameof(Programs))]
    public void Program_names_every_step_once(Catalogue language, Exercise exercise, bool solution)
    {
        var program = solution ? SolutionIn(language, exercise) : Starter.TextOf(exercise, language);
        var found = StepComment()
            .Matches(program)
            .Select(match => (match.Groups["id"].Value, match.Groups["title"].Value.Trim()));

        Assert.That(found, Is.EqualTo(Titles(language, exercise).Where(step => !_notInTheCode.Contains(step.Id))));
    }

    [TestCaseSource(nameof(Statements))]
    public void Statement_names_every_step_once(Catalogue language, Exercise exercise)
    {
        var found = StepRow()
            .Matches(Statement(language, exercise))
            .Select(match => (match.Groups["id"].Value, match.Groups["title"].Value.Trim()));

        Assert.That(found, Is.EqualTo(Titles(language, exercise)));
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

    private static IEnumerable<(string Id, string Title)> Titles(Catalogue language, Exercise exercise) =>
        exercise.StepIds.Select(id => (id, language.StepTitle(exercise, id)));

    private static string Statement(Catalogue language, Exercise exercise) =>
        File.ReadAllText(Path.Combine(KitFolder.Root, "exercises", exercise.Folder, language.ReadMe));

    private static string SolutionIn(Catalogue language, Exercise exercise) =>
        File.ReadAllText(
            language == Languages.All[0]
                ? KitFolder.ProgramOf(exercise, solution: true)
                : Path.Combine(KitFolder.Root, "solutions", language.Code, exercise.Folder, "Program.cs")
        );

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
