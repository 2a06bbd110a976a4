using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>
/// Writes the result as JUnit's XML, with the fields that continuous integration systems read. A step is a test case. It
/// is a failure if it has failed, and skipped if it was not checked. It has no time of its own, because several steps are
/// checked in one conversation.
/// </summary>
/// <remarks>XML 1.0 cannot hold most control characters, not even escaped (section 2.2), so they are shown.</remarks>
/// <param name="texts">The language.</param>
public sealed class JUnitView(Catalogue texts)
{
    // The name of the test case for a fault of the kit.
    private const string Kit = "kit";

    /// <summary>The result as a text.</summary>
    public string Render(ResultDocument result)
    {
        XElement[] cases =
        [
            .. Hindrance(result),
            .. result.Steps.Select(step => Step(result, step)),
            .. Further(result),
        ];
        var suite = new XElement("testsuite", new XAttribute("name", result.Exercise.Id), Counts(result, cases), cases);
        var suites = new XElement("testsuites", Counts(result, cases), suite);
        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
        };
        using (var writer = XmlWriter.Create(text, settings))
            suites.Save(writer);
        return $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{text}{"\n"}""";
    }

    private static XAttribute[] Counts(ResultDocument result, XElement[] cases) =>
        [
            new("tests", cases.Length),
            new("failures", cases.Count(one => one.Element("failure") is not null)),
            new("errors", cases.Count(one => one.Element("error") is not null)),
            new("skipped", cases.Count(one => one.Element("skipped") is not null)),
            new("time", Seconds(result.Seconds)),
        ];

    // The reason why no step could be checked.
    private XElement[] Hindrance(ResultDocument result) =>
        result switch
        {
            { Fault: { } fault } =>
            [
                Case(result, Kit, Problem("error", texts.CouldNotCheck(fault), CodeOf(result.Outcome), "")),
            ],
            { CompilerErrors: [var first, ..] } =>
            [
                Case(
                    result,
                    ResultDocument.Compile,
                    Problem(
                        "failure",
                        $"{first}",
                        CodeOf(Verdict.DoesNotCompile),
                        PlainText.Of(new ResultView(texts).Of(result))
                    )
                ),
            ],
            _ => [],
        };

    private XElement Step(ResultDocument result, StepResult step)
    {
        var name = $"{step.Id} {texts.StepTitle(result.Exercise, step.Id)}";
        var one = step switch
        {
            { Finding: { } finding } => Case(result, name, Failure(result, step, finding), Printed(result, finding)),
            { Status: StepStatus.NotChecked } => Case(result, name, Skipped(WhyNot(result, step))),
            _ => Case(result, name),
        };
        if (step.Passage is { } passage)
        {
            one.SetAttributeValue("file", PlainText.Escaped(passage.File));
            one.SetAttributeValue("line", passage.Line);
        }
        return one;
    }

    private XElement Failure(ResultDocument result, StepResult step, Finding finding) =>
        Problem(
            "failure",
            Explanation.Of(result, step, texts).Observed,
            CodeOf(finding.Verdict),
            PlainText.Of(new FindingView(texts).Of(result, step))
        );

    private string WhyNot(ResultDocument result, StepResult step) =>
        texts.WhyNot(step) ?? (result.Fault is { } fault ? texts.CouldNotCheck(fault) : "");

    // What nobody asked for cannot make a job fail.
    private IEnumerable<XElement> Further(ResultDocument result) =>
        result
            .GoingFurther.Where(one => one.Status != StepStatus.NotChecked)
            .Select(one =>
                Case(
                    result,
                    $"{one.Id} {texts.TitleOf(one.Situation)}",
                    one.Status == StepStatus.Passed ? null : Skipped(texts.GoingFurther)
                )
            );

    private static XElement? Printed(ResultDocument result, Finding finding)
    {
        var printed = string.Concat(PrintedRun.Of(finding, result.Exercise.Role).Select(run => run.Text + run.Gap));
        return printed.Length > 0 ? new("system-out", PlainText.Escaped(printed)) : null;
    }

    private static XElement Case(ResultDocument result, string name, params XElement?[] content) =>
        new(
            "testcase",
            new XAttribute("name", PlainText.Escaped(name)),
            new XAttribute("classname", result.Exercise.Id),
            result.Program.Language == ProgramLanguage.CSharp
                ? new XAttribute("file", PlainText.Escaped(result.Program.Name))
                : null,
            content
        );

    private static XElement Skipped(string why) => new("skipped", new XAttribute("message", PlainText.Escaped(why)));

    // Some systems show the body only, so it repeats the message.
    private static XElement Problem(string kind, string message, string type, string body) =>
        new(
            kind,
            new XAttribute("message", PlainText.Escaped(message)),
            new XAttribute("type", type),
            PlainText.Escaped(
                body.Contains(message, StringComparison.Ordinal) ? body : $"{message}\n\n{body}".TrimEnd()
            )
        );

    private static string CodeOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Seconds(double time) => time.ToString("0.000", CultureInfo.InvariantCulture);
}
