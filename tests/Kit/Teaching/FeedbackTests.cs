using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using Lab.Harness;
using Markdig;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>What a student gets back, as a page and as Markdown.</summary>
public sealed class FeedbackTests
{
    private const string Hostile =
        "</title><script>alert(1)</script>\"'&<img src=x onerror=alert(1)> `x` | @team https://evil.example [a](b) \u202e";
    private const int LargestKilobytes = 1000;

    private static readonly FeedbackView _view = new(new English());

    /// <summary>A student with something of everything.</summary>
    public static GradedStudent Example => _student;

    private static readonly GradedStudent _student = HandedIn.Graded(
        HandedIn.Rule(
            """ "points": { "mode": "bySteps" }, "late": { "until": "2026-03-13T23:59+01:00", "factor": 0.5 } """
        ),
        HandedIn.Repository.With(
            Exercise.EchoServer,
            program => program with { IsLate = true, CommitsTooLate = 2 }
        ) with
        {
            Oddities = [new(OddityKind.AllAtOnce, ["oddhash"])],
        },
        [
            Recorded.All["Ex1-step-4--ASCII"],
            HandedIn.Solutions[1],
            Recorded.All["Ex3-step-6c--a-message-that-the-threads-share"],
        ],
        marks: new([new("u1", "defence", 0.05m, "Well explained"), new("u1", "Ex1", 0.06m, "")])
    );

    private static readonly string _html = _view.Html(_student);
    public static IEnumerable<IReadOnlyList<string>> Triples =>
        Enumerable
            .Range(0, 14)
            .Select(at =>
                Exercise
                    .All.Select(exercise =>
                        Recorded.All.Keys.Where(name => name.StartsWith(exercise.Id, StringComparison.Ordinal)).ToList()
                    )
                    .Select(names => names[at % names.Count])
                    .ToList()
            );

    [TestCaseSource(nameof(Triples))]
    public void It_is_one_small_page_in_which_every_id_and_link_is_right(IReadOnlyList<string> names)
    {
        var html = _view.Html(Graded(names.Select(name => Recorded.All[name])));
        var page = Parse(html);
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(one => one.Id!)];
        var links = page.QuerySelectorAll("a, use").Select(one => one.GetAttribute("href")![1..]);
        var labels = page.QuerySelectorAll("[aria-labelledby]")
            .SelectMany(one => one.GetAttribute("aria-labelledby")!.Split(' '));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(LargestKilobytes * 1024));
            Assert.That(ids, Is.Unique);
            Assert.That(links.Concat(labels).Except(ids), Is.Empty);
            Assert.That(LevelsIn(page).Zip(LevelsIn(page).Skip(1), (one, next) => next - one), Is.All.LessThan(2));
            Assert.That(LevelsIn(page).Count(level => level == 1), Is.EqualTo(1));
            Assert.That(page.QuerySelectorAll("[src], link, script"), Is.Empty);
        }
    }

    [Test]
    public void It_begins_with_the_points_and_holds_the_reports_of_all_exercises()
    {
        var page = Parse(_html);
        string[] expected =
        [
            "Ex1 · the client · 0.06 of 0.0625 points",
            "Ex2 · the echo server · 0.03125 of 0.0625 points",
            "Ex3 · the multithreaded echo server · 0.0583333333 of 0.0625 points",
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Does.StartWith("Ana Núñez"));
            Assert.That(page.QuerySelector(".outcome")!.TextContent, Is.EqualTo("0.1996 of 0.25 points"));
            Assert.That(page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr"), Has.Length.EqualTo(4));
            Assert.That(page.QuerySelectorAll(".graded .steps"), Has.Length.AtLeast(3));
            Assert.That(page.QuerySelectorAll(".graded > h2").Select(one => one.TextContent), Is.EqualTo(expected));
        }
    }

    [Test]
    public void It_says_what_took_points_and_what_would_have_earned_the_rest()
    {
        var page = Parse(_html);
        var text = page.Body!.TextContent;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("Your teacher gave 0.06 points. The rule alone gives 0.0"));
            Assert.That(text, Does.Contain("keeps 0.03125 of the 0.0625 points"));
            Assert.That(text, Does.Contain("points were for the steps that did not pass: 4"));
            Assert.That(text, Does.Contain("2 commits came too late."));
            Assert.That(text, Does.Contain("the defence: Your teacher's comment: Well explained"));
            Assert.That(text, Does.Contain("The deadline was 2026-03-06 23:59:59 +01:00."));
            Assert.That(text, Does.Contain("rounded once, to 4 digits, a half upwards"));
        }
    }

    [Test]
    public void It_shows_the_commits_with_what_they_claim_and_what_they_count_for()
    {
        var page = Parse(_html);
        string[] expected =
        [
            "b",
            "2026-03-01 10:05:00 +01:00",
            "2026-03-01 10:00:00 +01:00",
            "Ana <ana@example.org>",
            "work b",
            "Ex2",
        ];

        var row = page.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody tr")[1];

        Assert.That(row.QuerySelectorAll("td").Select(cell => cell.TextContent), Is.EqualTo(expected));
    }

    [Test]
    public void What_is_odd_is_for_the_teacher_alone() =>
        Assert.That(_html + _view.Markdown(_student), Does.Not.Contain("oddhash").And.Not.Contain("within a minute"));

    [Test]
    public void Nothing_of_a_student_becomes_a_part_of_the_page()
    {
        var page = Parse(_view.Html(HostileStudent));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll("script, img, iframe, link"), Is.Empty);
            Assert.That(
                page.All.SelectMany(one => one.Attributes)
                    .Where(one => one.Name.StartsWith("on", StringComparison.Ordinal)),
                Is.Empty
            );
            Assert.That(page.QuerySelector("h1")!.TextContent, Does.Contain("<script>alert(1)</script>"));
            Assert.That(page.Body!.TextContent, Does.Contain("\\u{202e}"));
            Assert.That(page.Body!.TextContent, Has.None.EqualTo('\u202e'));
        }
    }

    [Test]
    public void Nothing_of_a_student_becomes_markup_in_Markdown()
    {
        var markdown = _view.Markdown(HostileStudent);
        var page = Parse(Markdown.ToHtml(markdown, Pipeline));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll("script, img, a"), Is.Empty);
            Assert.That(
                page.Descendants<IText>().Where(text => text.Data.Contains("@team")).Select(InCode),
                Is.Not.Empty.And.All.True,
                "a mention outside code calls somebody"
            );
            Assert.That(page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody td"), Has.Length.EqualTo(6));
        }
    }

    [Test]
    public void The_Markdown_says_the_same_as_the_page()
    {
        var (written, page) = (Parse(Markdown.ToHtml(_view.Markdown(_student), Pipeline)), Parse(_html));
        var text = written.Body!.TextContent;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                written.QuerySelectorAll("h2").Select(one => one.TextContent),
                Is.EqualTo(page.QuerySelectorAll("main > section > h2").Select(one => one.TextContent))
            );
            Assert.That(written.QuerySelectorAll("h3"), Has.Length.EqualTo(3), "one for each report");
            Assert.That(written.QuerySelectorAll("h1"), Has.Length.EqualTo(1));
            foreach (var cell in page.QuerySelectorAll("main > section:not(.graded) td"))
                Assert.That(text, Does.Contain(cell.TextContent));
        }
    }

    [Test]
    public void It_is_in_the_language_of_the_student()
    {
        var student = _student with { Grade = _student.Grade with { Student = HandedIn.Ana with { Language = "es" } } };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_view.Html(student), Does.Contain("<html lang=\"es\">").And.Contains("0,1996 de 0,25 puntos"));
            Assert.That(_view.Markdown(student), Does.Contain("## Commits encontrados"));
        }
    }

    [Test]
    public void A_feedback_in_another_language_holds_no_English()
    {
        var view = new FeedbackView(new Spanish());
        // The words of the teacher are in the language of the teacher.
        var student = _student with
        {
            Grade = _student.Grade with { Defence = new(GradedPart.Defence, 0.0625m) },
        };

        string[] shown = [view.Markdown(student), HtmlTests.WordsIn(view.Html(student))];

        foreach (var text in shown)
            Assert.That(TranslationTests.EnglishLinesIn(text, student.Results), Is.Empty);
    }

    [TestCaseSource(nameof(States))]
    public void No_state_is_explained_in_English_in_another_language(ExerciseState state)
    {
        var grades = _student.Grade.Exercises.Select(grade => grade with { State = state });
        var student = _student with
        {
            Grade = _student.Grade with { Exercises = [.. grades], Defence = new(GradedPart.Defence, 0.0625m) },
            Results = [],
        };

        Assert.That(
            TranslationTests.EnglishLinesIn(new FeedbackView(new Spanish()).Markdown(student), student.Results),
            Is.Empty
        );
    }

    [Test]
    public void A_commit_that_came_late_counts_for_the_program_that_is_graded_late()
    {
        var work = HandedIn
            .RepositoryOf(["a"], ["b"], ["c"])
            .With(Exercise.Client, program => program with { IsLate = true, Commit = "b" });

        var rows = new FeedbackWords(HandedIn.Graded(work: work), new English()).CommitRows;

        Assert.That(rows[1].Counts, Is.EqualTo("Ex1 Ex2"));
    }

    [Test]
    public void What_is_not_known_is_not_shown_as_0()
    {
        string[] expected = ["Ex1 · the client", "–", "0.0625", "could not be checked"];

        var student = Graded([Recorded.All["Ex1-no-such-command"], .. HandedIn.Solutions.Skip(1)]);

        var page = Parse(_view.Html(student));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector(".outcome")!.TextContent, Is.EqualTo("not known yet, of 0.25 points"));
            Assert.That(
                page.QuerySelector("main table tbody tr")!.Children.Select(cell => cell.TextContent),
                Is.EqualTo(expected)
            );
        }
    }

    [TestCaseSource(nameof(States))]
    public void Every_state_is_explained_to_the_student(ExerciseState state)
    {
        var page = Parse(_html);
        var grade = _student.Grade.Exercises[0] with { State = state, Missed = [], Seen = ["a/b.cs"] };
        var student = _student with
        {
            Grade = _student.Grade with { Exercises = [grade, .. _student.Grade.Exercises.Skip(1)] },
        };

        Assert.That(
            Parse(_view.Html(student)).Body!.TextContent,
            Does.Contain(new English().Explained(state)).And.Contains(new English().Label(state)).And.Contains("a/b.cs")
        );
    }

    public static IEnumerable<ExerciseState> States => Enum.GetValues<ExerciseState>();

    private static MarkdownPipeline Pipeline => new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    private static GradedStudent HostileStudent =>
        HandedIn.Graded(
            work: HandedIn.RepositoryOf(["a"], ["a"], ["a"]) with
            {
                Name = Hostile,
                Commits = [HandedIn.Commit("a") with { Author = Hostile, Message = Hostile }],
            },
            student: new("u1", Hostile)
        )
            is var graded
            ? graded with
            {
                Grade = graded.Grade with
                {
                    Exercises =
                    [
                        graded.Grade.Exercises[0] with
                        {
                            Seen = [Hostile],
                        },
                        .. graded.Grade.Exercises.Skip(1),
                    ],
                },
            }
            : throw new InvalidOperationException();

    private static GradedStudent Graded(IEnumerable<ResultDocument> results) =>
        HandedIn.Graded(work: HandedIn.Repository, results: results);

    private static bool InCode(IText text) => text.ParentElement!.Closest("code") is not null;

    private static IEnumerable<int> LevelsIn(IDocument page) =>
        page.QuerySelectorAll("h1, h2, h3, h4, h5").Select(heading => heading.LocalName[1] - '0');

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
