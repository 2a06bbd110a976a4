using Lab.Build;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The teacher's rule: what it says without a word, what it refuses, and how it refuses it.</summary>
public sealed class RuleTests
{
    private static readonly Student _ana = HandedIn.Ana;

    private static readonly (string Json, RuleFlaw[] Flaws)[] _flawed =
    [
        ("[]", [new("", RuleExpectation.Settings)]),
        ("""{ "deadline": 7 }""", [new("deadline", RuleExpectation.Time)]),
        ("""{ "deadline": "2026-03-06" }""", [new("deadline", RuleExpectation.Time)]),
        ("""{ "deadline": "2026-03-06T23:59:00" }""", [new("deadline", RuleExpectation.Time)]),
        ("""{ "deadline": "2026-02-30T23:59+01:00" }""", [new("deadline", RuleExpectation.Time)]),
        ("""{ "givenOut": "soon" }""", [new("givenOut", RuleExpectation.Time)]),
        ("""{ "extensions": { "u1": "later" } }""", [new("extensions.u1", RuleExpectation.Time)]),
        ("""{ "late": {} }""", [new("late", RuleExpectation.Missing) { Words = ["until", "factor"] }]),
        (
            """{ "late": { "until": "2026-03-13T23:59Z", "factor": 1.5 } }""",
            [new("late.factor", RuleExpectation.Factor)]
        ),
        (
            """{ "deadline": "2026-03-13T23:59Z", "late": { "until": "2026-03-12T23:59Z", "factor": 0.5 } }""",
            [new("late.until", RuleExpectation.After) { Words = ["deadline"] }]
        ),
        (
            """{ "deadline": "2026-03-13T23:59Z", "givenOut": "2026-03-14T00:00Z" }""",
            [new("deadline", RuleExpectation.After) { Words = ["givenOut"] }]
        ),
        ("""{ "points": { "total": -1 } }""", [new("points.total", RuleExpectation.Points)]),
        ("""{ "points": { "total": "0.25" } }""", [new("points.total", RuleExpectation.Points)]),
        (
            """{ "points": { "parts": { "Ex1": 0.1, "Ex2": 0.1, "Ex3": 0.1, "defence": 0.1 } } }""",
            [new("points.parts", RuleExpectation.Sum) { Words = ["0.25", "0.4"] }]
        ),
        (
            """{ "points": { "parts": { "Ex1": 0.25 } } }""",
            [new("points.parts", RuleExpectation.Missing) { Words = ["Ex2", "Ex3", "defence"] }]
        ),
        (
            """{ "points": { "mode": "byMood" } }""",
            [new("points.mode", RuleExpectation.OneOf) { Words = ["\"allOrNothing\"", "\"bySteps\""] }]
        ),
        (
            """{ "points": { "weights": { "Ex1": { "9": 1 } } } }""",
            [new("points.weights.Ex1.9", RuleExpectation.Step) { Words = ["1", "2", "3", "4", "5", "6", "7", "8"] }]
        ),
        (
            """{ "points": { "weights": { "Ex1": { "1": 0, "2": 0, "3": 0, "4": 0, "5": 0, "6": 0, "7": 0, "8": 0 } } } }""",
            [new("points.weights.Ex1", RuleExpectation.SomeWeight)]
        ),
        (
            """{ "points": { "weights": { "Ex1": { "1": -1 } } } }""",
            [new("points.weights.Ex1.1", RuleExpectation.Weight)]
        ),
        ("""{ "commits": { "different": 2.5 } }""", [new("commits.different", RuleExpectation.Count)]),
        ("""{ "excused": ["u1", 7] }""", [new("excused.1", RuleExpectation.Excuse)]),
        ("""{ "excused": "u1" }""", [new("excused", RuleExpectation.List)]),
        ("""{ "rounding": { "digits": 11 } }""", [new("rounding.digits", RuleExpectation.Digits)]),
        (
            """{ "programs": { "Ex1": { "start": "", "files": [] } } }""",
            [new("programs.Ex1.start", RuleExpectation.Text), new("programs.Ex1.files", RuleExpectation.List)]
        ),
        (
            """{ "csv": { "colour": "red" } }""",
            [new("csv.colour", RuleExpectation.Property) { Words = ["decimal", "separator"] }]
        ),
        ("""{ "commits": {}, "commits": {} }""", [new("commits", RuleExpectation.Once)]),
        (
            """{ "rounding": { "mode": "up" }, "points": { "total": true } }""",
            [
                new("rounding.mode", RuleExpectation.OneOf) { Words = ["\"halfUp\"", "\"halfEven\""] },
                new("points.total", RuleExpectation.Points),
            ]
        ),
    ];

    public static IEnumerable<TestCaseData> Flawed =>
        _flawed.Select(one => new TestCaseData(one.Json, one.Flaws).SetArgDisplayNames(one.Json));

    [TestCaseSource(nameof(Flawed))]
    public void Each_flaw_is_named_with_its_place_and_what_is_expected_there(string json, RuleFlaw[] flaws) =>
        Assert.That(((RuleRefusal.Flawed)RefusalOf(json)).Flaws, Is.EquivalentTo(flaws));

    [Test]
    public void Every_expectation_is_tried() =>
        Assert.That(
            _flawed.SelectMany(one => one.Flaws).Select(flaw => flaw.Expected).Distinct(),
            Is.EquivalentTo(Enum.GetValues<RuleExpectation>())
        );

    [Test]
    public void The_sentence_names_the_file_and_each_place()
    {
        var refusal = RefusalOf("""{ "rounding": { "mode": "up" }, "points": { "totl": 1 } }""");

        var sentence = new English().Sentence(refusal).Split('\n');

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sentence[0], Does.Contain("grading.json cannot be used"));
            Assert.That(
                sentence,
                Has.Some.Contains("  rounding.mode: one of these is expected: \"halfUp\", \"halfEven\".")
            );
            Assert.That(sentence, Has.Some.StartsWith("  points.totl: there is no such setting."));
        }
    }

    [Test]
    public void What_is_not_JSON_is_told_with_its_line() =>
        Assert.That(
            RefusalOf("{\n  \"deadline\": \"2026-03-06T23:59Z\"\n  \"late\": 1\n}"),
            Is.InstanceOf<RuleRefusal.NotJson>().With.Property("Line").EqualTo(3)
        );

    [Test]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_read()
    {
        var rule = HandedIn.RuleOf("\uFEFF{ // my rule\n \"commits\": { \"different\": 2, }, }");

        Assert.That(rule.Commits, Is.EqualTo(new CommitsRule(1, 2)));
    }

    [Test]
    public void An_editor_may_be_told_the_schema() =>
        Assert.That(HandedIn.RuleOf("""{ "$schema": "grading.schema.json" }"""), Is.EqualTo(GradingRule.Default));

    [Test]
    public void The_default_is_the_rule_of_the_practical()
    {
        var rule = GradingRule.Default;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Points.Total, Is.EqualTo(0.25m));
            Assert.That(rule.Points.Parts.Select(part => part.Part), Is.EqualTo(GradedPart.All));
            Assert.That(rule.Points.Parts.Select(part => part.Points), Is.All.EqualTo(0.0625m));
            Assert.That(rule.Points.Mode, Is.EqualTo(PointsMode.AllOrNothing));
            Assert.That(rule.Commits, Is.EqualTo(new CommitsRule(1, 3)));
            Assert.That(rule.Rounding, Is.EqualTo(new Rounding(4, RoundingMode.HalfUp)));
            Assert.That(rule.Deadline, Is.Null);
            Assert.That(rule.Late, Is.Null);
            Assert.That(HandedIn.RuleOf("{}"), Is.EqualTo(rule), "a file that says nothing says the same");
        }
    }

    [Test]
    public void Nobody_is_graded_without_a_deadline()
    {
        var refused = Assert.Throws<RefusedException>(() => GradingRule.Default.DemandDeadline("my.json"))!;

        Assert.That(new English().Sentence(refused.Refusal), Does.StartWith("my.json has no deadline"));
    }

    [TestCase("2026-03-06T23:59+01:00", "2026-03-06T23:59:59+01:00", true)]
    [TestCase("2026-03-06T23:59:00+01:00", "2026-03-06T23:59:40+01:00", true)]
    [TestCase("2026-03-06T23:59+01:00", "2026-03-07T00:00:00+01:00", false)]
    [TestCase("2026-03-06T23:59+01:00", "2026-03-06T22:59:59Z", true)]
    [TestCase("2026-03-06T23:59:30+01:00", "2026-03-06T23:59:30+01:00", true)]
    [TestCase("2026-03-06T23:59:30+01:00", "2026-03-06T23:59:31+01:00", false)]
    public void A_deadline_names_a_minute_and_all_of_it_is_in_time(string deadline, string commit, bool isInTime)
    {
        var window = HandedIn.RuleOf($$"""{ "deadline": "{{deadline}}" }""").WindowOf(_ana);

        Assert.That(
            DateTimeOffset.Parse(commit, System.Globalization.CultureInfo.InvariantCulture) <= window.Deadline,
            Is.EqualTo(isInTime)
        );
    }

    [Test]
    public void An_extension_moves_the_deadline_of_one_student()
    {
        var rule = HandedIn.Rule(
            """
            "givenOut": "2026-02-13T10:00+01:00",
            "extensions": { "u1": "2026-03-20T12:00+01:00" },
            "late": { "until": "2026-03-13T23:59+01:00", "factor": 0.5 }
            """
        );
        var (ana, other) = (rule.WindowOf(_ana), rule.WindowOf(new("u2", "Other")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Catalogue.Time(ana.Deadline), Is.EqualTo("2026-03-20 12:00:59 +01:00"));
            Assert.That(ana.LateUntil, Is.EqualTo(ana.Deadline), "the time for late work is over before");
            Assert.That(Catalogue.Time(other.Deadline), Is.EqualTo("2026-03-06 23:59:59 +01:00"));
            Assert.That(Catalogue.Time(other.LateUntil), Is.EqualTo("2026-03-13 23:59:59 +01:00"));
            Assert.That(Catalogue.Time(other.GivenOut!.Value), Is.EqualTo("2026-02-13 10:00:00 +01:00"));
            Assert.That((rule.IsExtendedFor(_ana), rule.IsExtendedFor(new("u2", ""))), Is.EqualTo((true, false)));
        }
    }

    [Test]
    public void A_rule_says_everything_that_can_be_said()
    {
        string[] expected = ["u7", "u9"];

        var rule = HandedIn.Rule(
            """
            "points": { "total": 1.00, "mode": "bySteps", "weights": { "Ex2": { "5d": 2.5 } },
              "parts": { "Ex1": 0.2, "Ex2": 0.3, "Ex3": 0.5, "defence": 0 } },
            "excused": [ "u7", { "student": "u9", "part": "Ex2" } ],
            "rounding": { "digits": 2, "mode": "halfEven" },
            "programs": { "Ex1": { "start": "python3 client.py", "build": "make", "files": [ "*.py" ] } },
            "csv": { "decimal": "comma" }
            """
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Points.Of("Ex3"), Is.EqualTo(0.5m));
            Assert.That(rule.Points.WeightOf(Exercise.EchoServer, "5d"), Is.EqualTo(2.5m));
            Assert.That(rule.Points.WeightOf(Exercise.EchoServer, "5e"), Is.EqualTo(1));
            Assert.That(rule.IsExcused(new("u7", ""), GradedPart.Defence), Is.True);
            Assert.That(rule.IsExcused(new("u9", ""), "Ex2"), Is.True);
            Assert.That(rule.IsExcused(new("u9", ""), "Ex1"), Is.False);
            Assert.That(rule.Rounding, Is.EqualTo(new Rounding(2, RoundingMode.HalfEven)));
            Assert.That(
                rule.Programs,
                Is.EqualTo(new[] { new ProgramRule(Exercise.Client, "python3 client.py", ["*.py"]) { Build = "make" } })
            );
            Assert.That(rule.Csv, Is.EqualTo(new CsvForm(HasComma: true, ';')));
            Assert.That(rule.StudentsNamed, Is.EqualTo(expected));
        }
    }

    [Test]
    public void The_default_is_written_once_and_read_back()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "grading.json");

        GradingRule.WriteDefault(path);
        var read = GradingRule.Read(path);
        var again = Assert.Throws<RefusedException>(() => GradingRule.WriteDefault(path))!;

        Assert.That((read, again.Refusal), Is.EqualTo((GradingRule.Default, new RuleRefusal.Exists(path))));
    }

    [Test]
    public void A_file_that_is_not_there_is_named() =>
        Assert.That(
            new Spanish().Sentence(Assert.Throws<RefusedException>(() => GradingRule.Read("no/such.json"))!.Refusal),
            Is.EqualTo("no/such.json: no existe ese archivo.")
        );

    private static Refusal RefusalOf(string json) =>
        Assert.Throws<RefusedException>(() => HandedIn.RuleOf(json))!.Refusal;
}
