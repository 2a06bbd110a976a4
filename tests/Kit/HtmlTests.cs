using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lab.Build.Drawing;
using Lab.Build.Report;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The report of every recorded document: see <see cref="Recorded"/>. What it looks like is in PageTests.</summary>
public sealed partial class HtmlTests
{
    private const int LargestKilobytes = 300;
    private const string Hostile =
        "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>--></title></svg>";

    // A value of one of these members is a code, a path or a number, and another text would not be read.
    private static readonly string[] _codes =
    [
        "schema",
        "exercise",
        "confinement",
        "id",
        "status",
        "situation",
        "verdict",
        "awaited",
        "connection",
        "kind",
        "role",
        "what",
        "language",
        "waitsFor",
        "mistake",
        "observed",
        "cause",
        "next",
        "seeIt",
        "base64",
        "$type",
    ];

    private static readonly Dictionary<string, string> _files = Recorded.All.ToDictionary(
        one => one.Key,
        one => Render(one.Value)
    );

    private static readonly Dictionary<string, IDocument> _pages = _files.ToDictionary(
        one => one.Key,
        one => Parse(one.Value)
    );

    private static readonly string[] _drawn =
    [
        "Ex1-step-5--one-Receive-into-8-bytes",
        "Ex3-step-5b--a-task-waited-for-at-once",
    ];

    public static IEnumerable<string> Names => Recorded.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void It_is_small_enough_to_be_sent_by_mail(string name) =>
        Assert.That(Encoding.UTF8.GetByteCount(_files[name]), Is.LessThan(LargestKilobytes * 1024), name);

    [TestCaseSource(nameof(Names))]
    public void Nothing_in_a_result_becomes_a_part_of_the_page(string name)
    {
        var result = MadeHostile(Recorded.All[name]);

        var html = Render(result);
        var page = Parse(html);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Scripts, Is.Empty);
            Assert.That(page.QuerySelectorAll("img, iframe, object, embed, link, form, base"), Is.Empty);
            Assert.That(page.All.SelectMany(one => one.Attributes).Where(IsHandler), Is.Empty);
            Assert.That(page.Body!.TextContent, Does.Contain("<script>alert(1)</script>"), "it is shown as a text");
            Assert.That(Outline(page), Is.EqualTo(Outline(Parse(html.Replace("alert", "other")))));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void It_asks_for_nothing_from_anywhere(string name)
    {
        var page = _pages[name];
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy?.GetAttribute("content"), Does.StartWith("default-src 'none'"));
            Assert.That(page.QuerySelectorAll("[src], link, script"), Is.Empty);
            Assert.That(
                page.QuerySelectorAll("[href]").Select(one => one.GetAttribute("href")),
                Is.All.StartsWith("#"),
                "a link leads to a place in the page"
            );
            Assert.That(page.QuerySelector("style")!.TextContent, Does.Not.Contain("http").And.Not.Contain("@import"));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Every_id_is_used_once_and_every_link_leads_somewhere(string name)
    {
        var page = _pages[name];
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(one => one.Id!)];
        var links = page.QuerySelectorAll("a, use").Select(one => one.GetAttribute("href")![1..]);
        var names = page.QuerySelectorAll("[aria-labelledby]")
            .SelectMany(one => one.GetAttribute("aria-labelledby")!.Split(' '));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Is.Unique);
            Assert.That(links.Concat(names).Except(ids), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Every_drawing_has_a_title_a_description_and_a_table_with_as_many_rows(string name)
    {
        var drawings = _pages[name].QuerySelectorAll("svg:not([aria-hidden])");

        using (Assert.EnterMultipleScope())
        {
            foreach (var drawing in drawings)
            {
                Assert.That(drawing.GetAttribute("role"), Is.EqualTo("img"));
                Assert.That(drawing.Children[0].LocalName, Is.EqualTo("title"));
                Assert.That(drawing.Children[1].LocalName, Is.EqualTo("desc"));
            }
            foreach (var scene in drawings.Select(drawing => drawing.ParentElement!).Distinct())
                Assert.That(
                    scene.NextElementSibling!.QuerySelectorAll("tbody tr"),
                    Has.Length.EqualTo(scene.QuerySelectorAll("svg > .row").Length)
                );
        }
    }

    [TestCaseSource(nameof(Names))]
    public void A_screen_reader_is_told_what_the_drawings_and_tables_hold(string name)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var figure in _pages[name].QuerySelectorAll("figure"))
            {
                var first = 1;
                foreach (var drawing in figure.QuerySelectorAll("svg:not(.bars)"))
                {
                    var last = first + drawing.QuerySelectorAll(":scope > .row").Length - 1;
                    Assert.That(Words(drawing.Children[1]), Does.Contain($"rows {first} to {last} of the table"));
                    first = last + 1;
                }
            }
            foreach (var bar in _pages[name].QuerySelectorAll(".bars").Select(bars => bars.ParentElement!))
            {
                var answers = bar.NextElementSibling!.QuerySelectorAll("tbody td:nth-child(4)").Select(Words);
                var circles = bar.QuerySelectorAll(".row")
                    .Select(row => row.QuerySelectorAll("circle, .astray").Length);
                Assert.That(answers, Is.EqualTo(circles.Select(count => $"{count}")), name);
            }
            Assert.That(
                _pages[name].QuerySelectorAll("[aria-label]").Select(one => one.GetAttribute("aria-label")),
                Is.All.Match(@"\p{L}")
            );
        }
    }

    [TestCaseSource(nameof(Names))]
    public void It_shows_every_conversation_and_every_line_of_the_program(string name)
    {
        var (page, result) = (_pages[name], Recorded.All[name]);
        var lines = result.Program.Files.Sum(file =>
            file.Text!.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Length
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.QuerySelectorAll(".conversation"),
                Has.Length.EqualTo(result.Conversations.Count(one => one.Timeline.Count > 0))
            );
            Assert.That(page.QuerySelectorAll(".source pre"), Has.Length.EqualTo(lines));
        }
    }

    [Test]
    public void The_line_that_explains_a_finding_is_marked_in_the_source()
    {
        foreach (var (name, result) in Recorded.All)
        {
            foreach (var passage in result.Steps.Select(step => step.Passage).OfType<Build.Reading.Passage>())
            {
                var line = result.Program.LineOf(passage)!;
                var marked = _pages[name].QuerySelectorAll(".source .pointed mark").Select(one => one.TextContent);
                Assert.That(marked, Has.Some.EqualTo(line.Substring(passage.Column - 1, passage.Length)), name);
            }
        }
    }

    [Test]
    public void The_comments_of_steps_carry_their_marks()
    {
        var page = _pages["Ex2-step-5a--no-Accept"];

        var marks = page.QuerySelectorAll(".source .comment").Select(one => one.TextContent.Trim()).ToList();

        Assert.That(marks, Has.Some.StartsWith("✗").And.Contains("5a. "));
        Assert.That(marks, Has.Some.StartsWith("✓").And.Contains("1. "));
    }

    [Test]
    public void Every_mark_has_a_shape_of_its_own()
    {
        var page = _pages.Values.First();
        string[] shapes =
        [
            .. Enum.GetValues<Mark>()
                .Select(mark => page.GetElementById($"{mark}".ToLowerInvariant())?.InnerHtml ?? $"no shape for {mark}"),
        ];

        Assert.That(shapes, Is.Unique.And.None.StartsWith("no shape"));
    }

    [Test]
    public void No_words_reach_beyond_a_drawing()
    {
        foreach (var result in Recorded.All.Values)
        {
            foreach (var conversation in result.Conversations.Where(one => one.Timeline.Count > 0))
            {
                var ladder = Ladder.Of(result, conversation, 40);
                foreach (var part in LadderPicture.PartsOf(ladder, 22, new English(), null))
                    Assert.That(part.Rows.Max(row => row.LabelX + row.LabelWidth), Is.LessThanOrEqualTo(part.Width));
            }
        }
    }

    [Test]
    public void Drawings_look_the_same_as_before() =>
        Baseline.AssertLooks(
            "drawing.svg.txt",
            _drawn.Select(name => (name, string.Join('\n', _pages[name].QuerySelectorAll(".first svg").Select(Lines))))
        );

    /// <summary>The words of a report: its texts, and the names that a screen reader says.</summary>
    public static string WordsIn(string html)
    {
        // A mark stands in the middle of a line of the program.
        var page = Parse(Marks().Replace(html, ""));
        var names = page.All.Select(one => one.GetAttribute("aria-label") ?? "");
        var texts = page.Descendants<IText>().Where(text => text.ParentElement!.LocalName != "style");
        return string.Join('\n', texts.Select(text => text.Data).Concat(names));
    }

    [GeneratedRegex("</?mark[^>]*>")]
    private static partial Regex Marks();

    private static string Render(ResultDocument result) => new HtmlView(new English()).Render(result);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Words(IElement element) => element.TextContent.Trim();

    private static string Lines(IElement element) => element.OuterHtml.Replace("><", ">\n<", StringComparison.Ordinal);

    private static bool IsHandler(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    // The elements, and the names of their attributes.
    private static string Outline(IDocument page) =>
        string.Join(
            '\n',
            page.All.Select(one => $"{one.LocalName} {string.Join(' ', one.Attributes.Select(a => a.Name))}")
        );

    private static ResultDocument MadeHostile(ResultDocument result)
    {
        var json = result.ToJson();
        Replace(json, "");
        return DocumentFormat.Read(json.ToJsonString());
    }

    private static void Replace(JsonNode? node, string member)
    {
        if (node is JsonObject inner)
        {
            foreach (var (name, value) in inner.ToList())
            {
                if (IsText(value) && !_codes.Contains(name))
                    inner[name] = name == "text" && member == "files" ? Source(value!) : Hostile;
                else
                    Replace(value, name);
            }
        }
        else if (node is JsonArray items)
        {
            for (var at = 0; at < items.Count; at++)
            {
                if (IsText(items[at]) && !_codes.Contains(member) && member != "notes")
                    items[at] = Hostile;
                else
                    Replace(items[at], member);
            }
        }
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    // A passage must point at a line that exists.
    private static string Source(JsonNode text) =>
        string.Join('\n', text.GetValue<string>().Split('\n').Select(line => line + Hostile));
}
