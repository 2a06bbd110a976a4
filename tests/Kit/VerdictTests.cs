using Lab.Build.Texts;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Wrong programs get the verdict, and the step, that they must get.</summary>
public sealed class VerdictTests
{
    /// <summary>The wrong programs, those first that take longest.</summary>
    public static IEnumerable<TestCaseData<WrongProgram>> Programs =>
        from program in KnownPrograms.Wrong
        orderby Baseline.SecondsOf(program.ToString()) descending
        select Case(program);

    [TestCaseSource(nameof(Programs))]
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
        var kinds = Enum.GetValues<Build.Views.DifferenceKind>()
            .Where(kind => Catalogue.Current.CauseOf(kind) is not null)
            .Except(KnownPrograms.Wrong.Select(program => program.Difference ?? default));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unproven, Is.Empty);
            Assert.That(kinds, Is.Empty);
        }
    }

    private static TestCaseData<WrongProgram> Case(WrongProgram program)
    {
        var data = new TestCaseData<WrongProgram>(program).SetArgDisplayNames(program.ToString());
        return KnownPrograms.Representatives.Contains(program) ? data : data.SetCategory(AllAttribute.Category);
    }
}
