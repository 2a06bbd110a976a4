using System.Text.Json;
using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A confined program gets the verdict that it gets unconfined.</summary>
public sealed class ConfinementTests
{
    public static IEnumerable<TestCaseData> Right =>
        from exercise in Exercise.All
        from file in KnownPrograms
            .Right.Where(right => right.Exercise == exercise)
            .Select(right => right.File)
            .Prepend(KitFolder.ProgramOf(exercise, solution: true))
        select Case(
            new(exercise, file),
            KitFolder.Shown(file),
            file.StartsWith(KitFolder.Solutions, StringComparison.Ordinal)
        );

    public static IEnumerable<TestCaseData> Wrong =>
        KnownPrograms
            .Wrong.DistinctBy(program => program.Verdict)
            .Select(program => new TestCaseData(program).SetArgDisplayNames(program.ToString()));

    [OneTimeSetUp]
    public static void Demand() => ConfinedChecks.Demand();

    [OneTimeTearDown]
    public static Task End() => ConfinedChecks.End();

    [TestCaseSource(nameof(Right))]
    public async Task A_right_program_passes_confined(Exercise exercise, string file)
    {
        var result = await ConfinedChecks.Run(exercise, file);

        var json = JsonDocument.Parse(new JsonView(new English()).Render(result)).RootElement;
        Assert.That(result.Confinement, Is.EqualTo(Confinement.Bubblewrap));
        Assert.That(result.Outcome, Is.EqualTo(Outcome.Passed), $"{result.Fault} {json.Summary()}");
    }

    [All]
    [TestCaseSource(nameof(Wrong))]
    public async Task A_wrong_program_is_told_confined_what_is_wrong(WrongProgram program)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Program.cs", program.Source());

        var result = await ConfinedChecks.Run(program.Exercise, folder.Path);

        program.AssertToldBy(JsonDocument.Parse(new JsonView(new English()).Render(result)).RootElement);
    }

    private static TestCaseData Case(TestCaseData data, string name, bool isQuick)
    {
        data.SetArgDisplayNames(name);
        return isQuick ? data : data.SetCategory(AllAttribute.Category);
    }
}
