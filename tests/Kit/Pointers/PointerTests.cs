using Lab.Build;
using Lab.Build.Reading;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests.Pointers;

/// <summary>
/// The program's own source explains what was found, and points at the line. No program runs here: the reader is given
/// a source and a finding.
/// </summary>
public sealed class PointerTests
{
    private static IEnumerable<Example> Wrong => Examples.All.Where(example => example.Mistake is not null);

    private static IEnumerable<Example> Harmless => Examples.All.Where(example => example.Mistake is null);

    private static IEnumerable<string> Right =>
        KnownPrograms.All.Where(program => program.Next is null).Select(program => program.Name);

    [TestCaseSource(nameof(Wrong))]
    public void The_line_is_pointed_at(object given)
    {
        var example = (Example)given;
        var passage = example.Explained().Single(step => step.Id == (example.Belongs ?? example.Step)).Passage;

        using var scope = Assert.EnterMultipleScope();
        Assert.That(passage?.Mistake, Is.EqualTo(example.Mistake), example.Source);
        Assert.That((passage?.Line, passage?.Column, passage?.Length), Is.EqualTo(example.Place), example.Source);
    }

    [TestCaseSource(nameof(Harmless))]
    public void In_doubt_nothing_is_pointed_at(object given) =>
        Assert.That(((Example)given).Explained().Select(step => step.Passage), Is.All.Null);

    [Test]
    public void Every_mistake_is_shown_by_three_programs([Values] Mistake mistake) =>
        Assert.That(Wrong.Count(example => example.Mistake == mistake), Is.GreaterThanOrEqualTo(3));

    /// <summary>Whatever a check may find in a right program, its source has nothing that explains it.</summary>
    [TestCaseSource(nameof(Right))]
    public void A_right_program_has_no_mistake(string name)
    {
        var program = KnownPrograms.All.Single(program => program.Name == name);
        var reader = Read.Reader(program.Exercise, program.Source);

        Assert.That(Findings.Every(program.Exercise).SelectMany(reader.Suspects).Distinct(), Is.Empty);
    }

    // The line of these is right, and something else is missing.
    private static readonly Mistake[] _ofMissingCode =
    [
        Mistake.EndNotNoticed,
        Mistake.FixedTimeout,
        Mistake.ListenMissing,
        Mistake.NeverClosed,
        Mistake.SilentCatch,
        Mistake.TimeoutForSendingOnly,
        Mistake.TimeoutNeverUsed,
        Mistake.TryAroundLoop,
    ];

    /// <summary>A program that is wrong for another reason gets no pointer to a line that is right.</summary>
    [All]
    [TestCaseSource(nameof(Changed))]
    public void A_line_that_is_right_is_not_pointed_at(WrongProgram program)
    {
        var solution = File.ReadAllText(KitFolder.ProgramOf(program.Exercise, solution: true)).ReplaceLineEndings("\n");
        var (right, lines) = (solution.Split('\n').ToHashSet(), program.Source().Split('\n'));
        var reader = Read.Reader(program.Exercise, program.Source());

        var wrong = Findings
            .Every(program.Exercise)
            .SelectMany(reader.Suspects)
            .Where(one => right.Contains(lines[one.Line - 1]) && !_ofMissingCode.Contains(one.Mistake));

        Assert.That(wrong.Distinct(), Is.Empty);
    }

    private static IEnumerable<WrongProgram> Changed =>
        KnownPrograms.Wrong.Where(program => program.Changes.Count > 0 && program.File is null);

    [Test]
    [Explicit("It prints what a person must read: the line that each wrong program gets.")]
    public void Print_the_line_of_every_wrong_program()
    {
        foreach (var program in KnownPrograms.Wrong.Where(program => program.Step != "compile"))
            TestContext.Out.WriteLine(Findings.LineOf(program));
    }
}
