using System.Text.Json;
using Lab.Build;
using Lab.Build.Texts;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Wrong programs get the verdict, and the step, that they must get.</summary>
public sealed class VerdictTests
{
    public static IEnumerable<WrongProgram> Wrong =>
        WrongClients.All.Concat(WrongServers.EchoServers).Concat(WrongServers.ThreadedServers);

    // Under the load of other checks a wait that is too short may last as long as the right one, once in a while. A right
    // program has no such excuse: RightProgramTests tries once.
    [Retry(2)]
    [TestCaseSource(nameof(Wrong))]
    public async Task A_wrong_program_is_told_what_is_wrong(WrongProgram program)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Program.cs", program.Source());

        var result = await Checks.Run(program.Exercise, folder.Path);

        var step = result.Step(program.Step);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("outcome"), Is.EqualTo("notYet"), result.Summary());
            Assert.That(result.Text("next"), Is.EqualTo(program.Step), result.Summary());
            Assert.That(step.Text("verdict"), Is.EqualTo(InJson(program.Verdict)), result.Summary());
            Assert.That(Explanation(step), Does.Contain(program.Words));
            if (LikelyCause(program) is { } cause)
                Assert.That(step.Text("advice"), Does.Contain(cause));
            foreach (var waiting in program.Waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Assert.That(result.Step(waiting).Text("status"), Is.EqualTo("notChecked"), result.Summary());
        }
    }

    [Test]
    public void Every_step_has_a_wrong_program()
    {
        var missing =
            from exercise in Exercise.All
            from id in exercise.StepIds
            where !Wrong.Any(program => program.Exercise == exercise && Proves(program, id))
            select $"{exercise.Id} {id}";

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Every_likely_cause_has_a_program_that_proves_it()
    {
        var unproven = Catalogue.Current.ExplainedVerdicts.Except(
            Wrong.Select(program => (program.Exercise.Id, program.Step, program.Verdict))
        );
        var kinds = Enum.GetValues<Build.Views.DifferenceKind>()
            .Where(kind => Catalogue.Current.CauseOf(kind) is not null)
            .Except(Wrong.Select(program => program.Difference ?? default));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unproven, Is.Empty);
            Assert.That(kinds, Is.Empty);
        }
    }

    // A step that waits for another one has failed its scenario too, or it would have passed.
    private static bool Proves(WrongProgram program, string id) =>
        program.Step == id || program.Waiting.Split(' ').Contains(id);

    private static string? LikelyCause(WrongProgram program) =>
        Catalogue.Current.CauseOf(program.Difference ?? default);

    private static string Explanation(JsonElement step) =>
        $"{step.Text("observed")}\n{step.Text("expected")}\n{step.Text("advice")}";

    private static string InJson(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());
}
