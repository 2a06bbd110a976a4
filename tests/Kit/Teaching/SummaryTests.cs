using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>What the teacher sees when a class is graded.</summary>
public sealed class SummaryTests
{
    private static readonly ResultDocument _newline = Recorded.All["Ex3-step-6c--the-final-newline-lost"];

    private static readonly ClassSummary _summary = ClassSummary.Of(
        HandedIn.Rule(""" "extensions": { "u99": "2026-03-10T12:00Z" } """),
        [
            HandedIn.Graded(
                work: HandedIn.Repository.With(Exercise.Client, program => program with { IsLate = true }) with
                {
                    Oddities = [new(OddityKind.BeforeParent, [new string('a', 40)])],
                },
                results: [.. HandedIn.Solutions.Take(2), _newline],
                marks: new([new("u1", "defence", 0, "")])
            ),
            HandedIn.Graded(work: null, results: [], student: new("u2", "Bea \u001b[31m")),
            HandedIn.Graded(
                work: HandedIn.Folder,
                results: [.. HandedIn.Solutions.Take(2), _newline],
                student: new("u3", "Carla")
            ),
            HandedIn.Graded(
                work: HandedIn.Repository,
                results: [Recorded.All["Ex1-no-such-command"], .. HandedIn.Solutions.Skip(1)],
                student: new("u4", "Dora")
            ),
        ],
        ["left-over"]
    );

    [Test]
    public void It_tells_everything_that_the_teacher_has_to_know()
    {
        string[] expected =
        [
            "Students: 4. Totals: 1 final, 2 provisional, 1 open. Excused: 0.",
            "Without a mark for the defence: 3. Marks come from --marks=marks.csv.",
            "No sandbox: 8 programs ran with all the rights of your account.",
            "",
            "Could not be graded, which is not 0",
            $"  Dora (u4): Ex1 {new English().Reason(Recorded.All["Ex1-no-such-command"].Fault!)}",
            "",
            "For you to decide: without git nobody knows the commits",
            "  Carla (u3): Ex1; Ex2",
            "",
            "Nothing to grade",
            "  Bea \\x1b[31m (u2): nothing handed in",
            "",
            "Late",
            "  Ana Núñez (u1): Ex1",
            "",
            "Submissions without a student",
            "  left-over",
            "",
            "Named in the rule, and not in the class",
            "  u99",
            "",
            "Odd commits, for your eyes only",
            "  Ana Núñez (u1): aaaaaaaaaa, claims to be older than the commit before it",
            "",
            "Commonest findings",
        ];

        var lines = Rendered.Lines(new SummaryView(new English()).Of(_summary), 200);

        Assert.That(lines[..^1], Is.EqualTo(expected));
        Assert.That(lines[^1], Does.StartWith("  2 × Ex3 6c Send the same message back · "));
    }

    [TestCase("en")]
    [TestCase("es")]
    public void It_fits_80_columns(string language) =>
        Assert.That(
            Rendered.Lines(new SummaryView(Languages.Find(language)!).Of(_summary), 80).Select(line => line.Length),
            Is.All.LessThanOrEqualTo(80)
        );

    [Test]
    public void A_summary_in_another_language_holds_no_English() =>
        Assert.That(
            TranslationTests
                .EnglishLinesIn(
                    string.Join('\n', Rendered.Lines(new SummaryView(new Spanish()).Of(_summary), 1000)),
                    _summary.Students.SelectMany(student => student.Results)
                )
                .Where(line => !line.Contains("no-such-command", StringComparison.Ordinal)),
            Is.Empty
        );

    [Test]
    public void A_long_part_is_cut_with_the_number_of_what_is_hidden()
    {
        var view = new SummaryView(new English()) { MostLines = 2 };
        var summary = _summary with { WithoutStudent = ["a", "b", "c", "d"] };

        Assert.That(Rendered.Lines(view.Of(summary)), Does.Contain("  and 2 more").And.No.Member("  c"));
    }

    [Test]
    public void What_is_common_to_more_programs_comes_first()
    {
        var compile = Recorded.All["Ex1-step-compile--a-semicolon-forgotten"];
        var class_ = new[] { compile, compile, compile, _newline, _newline, Recorded.All["Ex1-step-4--ASCII"] };

        var found = ClassSummary
            .Of(
                HandedIn.Rule(),
                class_.Select((result, at) => HandedIn.Graded(results: [result], student: new($"u{at}", "x"))),
                []
            )
            .Commonest.ToList();

        Assert.That(
            found.Select(one => (one.Exercise, one.Step, one.Programs)).Take(2),
            Is.EqualTo(new[] { (Exercise.Client, "compile", 3), (Exercise.ThreadedServer, "6c", 2) })
        );
        Assert.That(found.Select(one => one.Programs), Is.All.GreaterThan(1), "what one program does is not common");
    }
}
