using System.Net;
using System.Text.RegularExpressions;
using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests that the Markdown report has the parts that it is made of, and nothing that a program made.</summary>
public sealed partial class MarkdownTests
{
    private static readonly MarkdownPipeline _everything = new MarkdownPipelineBuilder()
        .UseAdvancedExtensions()
        .Build();

    [TestCaseSource(typeof(HostileDocuments), nameof(HostileDocuments.All))]
    public void Nothing_that_a_program_does_becomes_markup(ResultDocument result) => AssertSound(result, "hostile");

    [Test]
    public void Every_recorded_document_becomes_sound_Markdown()
    {
        foreach (var (name, result) in Recorded.All)
            AssertSound(result, name);
    }

    [TestCaseSource(typeof(HostileDocuments), nameof(HostileDocuments.All))]
    public void Nothing_that_a_program_does_becomes_a_part_of_a_diagram(ResultDocument result)
    {
        foreach (var diagram in DiagramsIn(Render(result)))
            Assert.That(diagram.Split('\n').Skip(1), Is.All.Match(Line()), diagram);
    }

    [Test]
    public void The_words_of_a_diagram_mean_nothing_to_Mermaid() =>
        Assert.That(
            MermaidPen.Escaped("end; \"the END\" %% #a\n<b> bend"),
            Is.EqualTo("#101;nd#59; \"the #69;ND\" #37;#37; #35;a#10;#60;b#62; bend")
        );

    [Test]
    public void Each_kind_of_end_has_an_arrow_or_words_of_its_own()
    {
        var diagrams = Recorded.All.Values.SelectMany(result => DiagramsIn(Render(result))).ToList();

        foreach (var arrow in new[] { "->>", "--)", "-x", "nothing", "gave up", "refused", "FIN, half-close" })
            Assert.That(diagrams, Has.Some.Contains(arrow));
    }

    [Test]
    public void Steps_that_are_not_next_are_folded()
    {
        var result = Recorded.All["Ex1-step-4--the-sending-side-shut-down-first"];
        var text = Render(result);

        Assert.That(text, Does.Contain("\n## ✗ 4 ").And.Contain("<details>\n<summary>✗ 5 ").And.Not.Contain("## ✗ 5"));
    }

    /// <summary>The words of a report, without the syntax of Markdown and of Mermaid.</summary>
    public static string WordsIn(string report)
    {
        var plain = Syntax().Replace(report, " ");
        return WebUtility.HtmlDecode(Entity().Replace(plain, "&$0"));
    }

    private static string Render(ResultDocument result) => new MarkdownView(new English()).Render(result);

    private static IEnumerable<string> DiagramsIn(string report) =>
        Markdown
            .Parse(report, _everything)
            .Descendants<FencedCodeBlock>()
            .Where(block => block.Info == "mermaid")
            .Select(block => block.Lines.ToString());

    private static void AssertSound(ResultDocument result, string name)
    {
        var report = Markdown.Parse(Render(result), _everything);
        var failed = result.Steps.Count(step => step.Finding is not null);
        var isWhole = result.Fault is null && result.CompilerErrors.Count == 0;
        var inlines = report.Descendants<Inline>().Select(one => one.GetType()).Distinct();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                inlines,
                Is.SubsetOf([
                    typeof(LiteralInline),
                    typeof(HtmlEntityInline),
                    typeof(LineBreakInline),
                    typeof(CodeInline),
                    typeof(EmphasisInline),
                    typeof(ContainerInline),
                ]),
                name
            );
            Assert.That(report.Descendants<HeadingBlock>().Count(), Is.EqualTo(failed > 0 ? 2 : 1), name);
            Assert.That(report.Descendants<CodeInline>().Count(), Is.EqualTo(1), name);
            Assert.That(report.Descendants<EmphasisInline>().Count(), Is.EqualTo(isWhole ? 1 : 0), name);
            Assert.That(report.Descendants<Table>().Count(), Is.EqualTo(isWhole ? 1 : 0), name);
            Assert.That(report.Descendants<FencedCodeBlock>().Count(), Is.EqualTo(isWhole ? 2 * failed : 1), name);
            Assert.That(
                report.Descendants<HtmlBlock>().Select(block => Tags().Replace(block.Lines.ToString(), "")),
                Is.All.Not.Contains("<"),
                name
            );
            Assert.That(report.Descendants<HtmlBlock>().Count(), Is.EqualTo(Math.Max(0, 2 * (failed - 1))), name);
        }
    }

    [GeneratedRegex(
        @"^    (participant p\d as |Note over p\d(,p\d)?: |p\d(->>|-\)|--\)|-x|--x)p\d: )([^#;:%<>]|#\d+;)*$"
    )]
    private static partial Regex Line();

    [GeneratedRegex(
        @"^```+.*$|^    participant p\d as|^    Note over p\d(,p\d)?:|^    p\d\S+p\d:|^sequenceDiagram$|</?\w+>",
        RegexOptions.Multiline
    )]
    private static partial Regex Syntax();

    [GeneratedRegex(@"(?<!&)#\d+;")]
    private static partial Regex Entity();

    [GeneratedRegex("</?(details|summary)>")]
    private static partial Regex Tags();
}
