using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Tests the JUnit report with a schema of the fields that continuous integration systems read, in junit.xsd.
/// </summary>
public sealed class JUnitTests
{
    private static readonly XmlSchemaSet _schema = ReadSchema();

    [Test]
    public void Every_recorded_document_becomes_a_valid_report()
    {
        foreach (var (name, result) in Recorded.All)
            AssertValid(result, name);
    }

    [TestCaseSource(typeof(HostileDocuments), nameof(HostileDocuments.All))]
    public void Nothing_that_a_program_does_makes_it_invalid(ResultDocument result) => AssertValid(result, "hostile");

    [Test]
    public void A_failed_step_is_a_failure_with_the_whole_explanation()
    {
        var result = Recorded.All["Ex3-step-6c--the-final-newline-lost"];
        var failed = result.Steps.Single(step => step.Id == "6c");

        var one = Cases(result).Single(one => one.Attribute("name")!.Value == "6c Send the same message back");

        var failure = one.Element("failure")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Attribute("classname")!.Value, Is.EqualTo("Ex3"));
            Assert.That(one.Attribute("file")!.Value, Is.EqualTo(failed.Passage!.File));
            Assert.That(one.Attribute("line")!.Value, Is.EqualTo($"{failed.Passage.Line}"));
            Assert.That(failure.Attribute("type")!.Value, Is.EqualTo("stopped"));
            Assert.That(failure.Value, Does.Contain(failure.Attribute("message")!.Value).And.Contain("expected"));
            Assert.That(one.Element("system-out")!.Value, Does.Contain("sí, señor"));
        }
    }

    [Test]
    public void What_was_printed_piece_by_piece_is_one_text_and_says_what_was_not_kept()
    {
        var result = Recorded.All["Ex3-step-6c--the-final-newline-lost"];
        Entry Prints(int number, Bytes bytes) =>
            new(number, TimeSpan.Zero, Actor.Server, Happening.Print) { Bytes = bytes };
        ValueList<Entry> timeline =
        [
            Prints(1, new byte[] { (byte)'s', (byte)'e', 0xC3 }),
            Prints(2, new(new byte[] { 0xB1, (byte)'o' }, 70_000)),
            Prints(3, "r"u8.ToArray()),
        ];

        var printed = Cases(
            result with
            {
                Steps =
                [
                    .. result.Steps.Select(step =>
                        step.Finding is { } finding
                            ? step with
                            {
                                Finding = finding with { Timeline = timeline },
                            }
                            : step
                    ),
                ],
            }
        );

        Assert.That(
            printed.Select(one => one.Element("system-out")?.Value).OfType<string>(),
            Is.All.EqualTo("se\u00f1o (…69998)r").And.Not.Empty
        );
    }

    [Test]
    public void A_step_has_no_time_of_its_own() =>
        Assert.That(Cases(Recorded.All["Ex1-solution"]).Attributes("time"), Is.Empty);

    [Test]
    public void A_program_that_does_not_compile_is_one_failure_and_skipped_steps() =>
        AssertCounts(Recorded.All["Ex1-step-compile--a-semicolon-forgotten"], "compile", "failure");

    [Test]
    public void A_fault_of_the_kit_is_one_error_and_skipped_steps() =>
        AssertCounts(Recorded.All["Ex1-no-such-command"], "kit", "error");

    [Test]
    public void What_goes_further_never_makes_a_job_fail()
    {
        var result = Recorded.All["Ex1-solution"];
        var poor = result with
        {
            GoingFurther = [.. result.GoingFurther.Select(one => one with { Status = StepStatus.Failed })],
        };

        var cases = Cases(poor);

        Assert.That(cases.Count(one => one.Element("skipped") is not null), Is.EqualTo(poor.GoingFurther.Count));
        Assert.That(cases.Elements().Where(one => one.Name.LocalName is "failure" or "error"), Is.Empty);
    }

    private static void AssertCounts(ResultDocument result, string name, string problem)
    {
        var cases = Cases(result);

        Assert.That(
            cases.Select(one => one.Elements().First().Name.LocalName),
            Is.EqualTo(result.Exercise.StepIds.Select(_ => "skipped").Prepend(problem))
        );
        Assert.That(cases[0].Attribute("name")!.Value, Is.EqualTo(name));
    }

    private static XElement[] Cases(ResultDocument result) =>
        [.. XDocument.Parse(new JUnitView(new English()).Render(result)).Descendants("testcase")];

    private static void AssertValid(ResultDocument result, string name)
    {
        var flaws = new List<string>();
        var report = XDocument.Parse(new JUnitView(new English()).Render(result));
        report.Validate(_schema, (_, flaw) => flaws.Add(flaw.Message));
        var suite = report.Root!.Element("testsuite")!;
        var cases = suite.Elements("testcase").ToList();
        int Count(string kind) => cases.Count(one => one.Element(kind) is not null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(flaws, Is.Empty, name);
            Assert.That(cases.Select(one => one.Attribute("name")!.Value), Is.Unique, name);
            Assert.That((int)suite.Attribute("tests")!, Is.EqualTo(cases.Count), name);
            Assert.That((int)suite.Attribute("skipped")!, Is.EqualTo(Count("skipped")), name);
            Assert.That((int)suite.Attribute("errors")! > 0, Is.EqualTo(result.Outcome == Outcome.CouldNotCheck), name);
            Assert.That((int)suite.Attribute("failures")! > 0, Is.EqualTo(result.Outcome == Outcome.NotYet), name);
        }
    }

    private static XmlSchemaSet ReadSchema()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add("", Path.Combine(KitFolder.Root, "tests", "Kit", "junit.xsd"));
        return schemas;
    }
}
