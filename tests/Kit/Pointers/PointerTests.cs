using Lab.Build;
using Lab.Build.Reading;
using Lab.Harness;
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

    [Test]
    [Explicit("It prints what a person must read: the line that each wrong program gets.")]
    public void Print_the_line_of_every_wrong_program()
    {
        foreach (var program in KnownPrograms.Wrong.Where(program => program.Step != "compile"))
            TestContext.Out.WriteLine(Findings.LineOf(program));
    }
}
