using Lab.Build.Texts;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Wrong programs get the verdict, and the step, that they must get.</summary>
public sealed class VerdictTests
{
    [TestCaseSource(typeof(KnownPrograms), nameof(KnownPrograms.Wrong))]
    public async Task A_wrong_program_is_told_what_is_wrong(WrongProgram program)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Program.cs", program.Source());

        var result = await Checks.Run(program.Exercise, folder.Path);

        program.AssertToldBy(result);
        Baseline.AssertHolds(program.ToString(), result);
    }

    [Test]
    public void Every_likely_cause_has_a_program_that_proves_it()
    {
        var unproven = Catalogue.Current.ExplainedVerdicts.Except(
            KnownPrograms.Wrong.Select(program => (program.Exercise.Id, program.Step, program.Verdict))
        );
        var kinds = Enum.GetValues<Build.Diagnosing.DifferenceKind>()
            .Where(kind => Catalogue.Current.CauseOf(kind) is not null)
            .Except(
                KnownPrograms.Wrong.Select(program => program.Difference).OfType<Build.Diagnosing.DifferenceKind>()
            );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unproven, Is.Empty);
            Assert.That(kinds, Is.Empty);
        }
    }
}
