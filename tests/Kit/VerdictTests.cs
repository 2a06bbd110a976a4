using Lab.Build.Diagnosing;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Wrong programs get the right verdict at the right step.</summary>
public sealed class VerdictTests
{
    // FullWaitTests have a program for the first cause, LanguageTests for the next two, and ComplaintTests have the
    // words of programs for the last one.
    private static readonly Cause[] _provenElsewhere =
    [
        Cause.OneDeadline,
        Cause.OutputHeldBack,
        Cause.ThreadDied,
        Cause.OutOfMemory,
    ];

    /// <summary>The wrong programs, slowest first.</summary>
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
    public void Every_likely_cause_has_a_program_that_proves_it() =>
        Assert.That(
            Enum.GetValues<Cause>()
                .Except(_provenElsewhere)
                .Except(KnownPrograms.Wrong.Select(program => program.Cause).OfType<Cause>()),
            Is.Empty
        );

    [Test]
    public void A_cause_is_given_only_where_a_program_proves_it() =>
        Assert.That(
            Causes.ByVerdict.Keys.Except(
                KnownPrograms
                    .Wrong.Where(program => program.Cause is not null)
                    .Select(program => (program.Exercise.Id, program.Step, program.Verdict))
            ),
            Is.Empty
        );

    private static TestCaseData<WrongProgram> Case(WrongProgram program)
    {
        var data = new TestCaseData<WrongProgram>(program).SetArgDisplayNames(program.ToString());
        return KnownPrograms.Representatives.Contains(program) ? data : data.SetCategory(AllAttribute.Category);
    }
}
