using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Build.Watching;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests the notebook of a student's work, the hints, and the output without a target.</summary>
public sealed class GuidanceTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private TemporaryFolder _folder = null!;
    private Notebook _notebook = null!;

    [SetUp]
    public void MakeNotebook()
    {
        _folder = new TemporaryFolder();
        _notebook = new Notebook(Path.Combine(_folder.Path, "notebook"));
    }

    [TearDown]
    public void RemoveNotebook() => _folder.Dispose();

    [Test]
    public void A_new_kit_begins_with_step_1()
    {
        var shown = Shown();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown, Does.Contain("Ex1  ░░░░░░░░          0 of  8  the client"));
            Assert.That(shown, Does.Contain("write step 1 in exercises/Ex1.Client/Program.cs"));
            Assert.That(shown, Does.Contain("--target=Ex1"));
        }
    }

    [Test]
    public void The_bar_shows_which_steps_passed_and_what_comes_next()
    {
        var program = Notebook.Fingerprint(KitFolder.ProgramOf(Exercise.Client));
        _notebook.Note(Result(Exercise.Client, failed: "4"), program, _now.AddMinutes(-3));

        var shown = Shown();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown, Does.Contain("Ex1  ███░████          7 of  8"));
            Assert.That(shown, Does.Contain("checked 3 minutes ago\n"));
            Assert.That(
                shown,
                Does.Contain("Next: step 4, \"Send the encoded message\", in exercises/Ex1.Client/Program.cs.")
            );
        }
    }

    [Test]
    public void A_program_that_has_changed_since_is_said_to()
    {
        _notebook.Note(Result(Exercise.Client, failed: "4"), "another", _now.AddDays(-1));

        Assert.That(Shown(), Does.Contain("checked 1 day ago; the program has changed since"));
    }

    [Test]
    public void The_first_exercise_that_is_not_done_is_the_next()
    {
        _notebook.Note(Result(Exercise.Client, failed: null), "", _now);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_notebook.Current, Is.EqualTo(Exercise.EchoServer));
            Assert.That(Shown(), Does.Contain("--target=Ex2"));
        }
    }

    [Test]
    public void All_done_is_said_so()
    {
        foreach (var exercise in Exercise.All)
            _notebook.Note(Result(exercise, failed: null), "", _now);

        Assert.That(Shown(), Does.Contain("All three exercises are done."));
    }

    [Test]
    public void A_notebook_that_cannot_be_read_is_a_blank_one()
    {
        _folder.Write(Path.Combine("notebook", "Ex1.json"), "{ \"CheckedAt\": ");

        Assert.That(_notebook[Exercise.Client], Is.EqualTo(Page.Blank(Exercise.Client)).UsingPropertiesComparer());
    }

    [Test]
    public void Hints_come_one_by_one_and_then_again()
    {
        var hints = Enumerable
            .Range(0, 3)
            .Select(_ => _notebook.NextHint(Exercise.EchoServer, "3", "README.md"))
            .ToList();
        var fourth = _notebook.NextHint(Exercise.EchoServer, "3", "README.md");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hints.Select(hint => hint.Number), Is.EqualTo([1, 2, 3]));
            Assert.That(hints[1].Text, Does.Contain("Poll (https://learn.microsoft.com/").And.Not.Contain("`"));
            Assert.That(fourth, Is.EqualTo(hints[0]));
        }
    }

    [Test]
    public void A_check_leaves_the_hints_as_they_were()
    {
        _notebook.NextHint(Exercise.Client, "4", "README.md");
        _notebook.Note(Result(Exercise.Client, failed: "4"), "", _now);

        Assert.That(_notebook.NextHint(Exercise.Client, "4", "README.md").Number, Is.EqualTo(2));
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Every_step_has_a_nudge_and_then_a_concept_with_its_documentation(Exercise exercise)
    {
        foreach (var step in exercise.StepIds)
        {
            var hints = Statement.Hints(exercise, step, "README.md");
            Assert.That(hints, Has.Count.GreaterThanOrEqualTo(2), $"step {step}");
            Assert.That(hints, Has.None.Contains("]("), $"step {step}");
            Assert.That(
                hints,
                Has.None.Match(@"\w\([^)]*\);|\bnew \w+\(|\w+\.\w+ ?= "),
                $"step {step}: a line of code"
            );
            Assert.That(hints.Skip(1), Has.Some.Contains("(https://learn.microsoft.com/"), $"step {step}");
        }
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Every_hint_fits_on_a_small_terminal_but_for_links(Exercise exercise)
    {
        var lines =
            from step in exercise.StepIds
            from hint in Statement.Hints(exercise, step, "README.md")
            from line in Rendered.Lines(new HintView(new English()).Brief(new(exercise, step, 1, 1, hint)), width: 80)
            select line;

        Assert.That(lines.Where(line => line.Length > 80), Has.All.Not.Match(@"\S \S"), "a link has a line to itself");
    }

    [Test]
    public void A_step_without_hints_is_told_in_a_sentence()
    {
        var lines = Rendered.Lines(new HintView(new English()).Of(new Hint(Exercise.Client, "5", 0, 0, null)));

        Assert.That(lines.Single(), Is.EqualTo("There are no hints for step 5 in exercises/Ex1.Client/README.md."));
    }

    [TestCase("{}")]
    [TestCase("""{"CheckedAt":null,"Program":"","Passed":[],"Next":"99","Hints":{}}""")]
    public void A_page_of_another_kit_is_a_blank_one(string page)
    {
        _folder.Write(Path.Combine("notebook", "Ex1.json"), page);

        Assert.That(_notebook[Exercise.Client].Next, Is.EqualTo("1"));
    }

    [Test]
    public void A_save_is_told_once_and_only_when_it_has_settled()
    {
        var (saved, program) = Watched();

        File.WriteAllText(program, "");
        var first = saved.Settled();
        File.WriteAllText(program, "longer");
        var second = saved.Settled();
        var third = saved.Settled();
        var fourth = saved.Settled();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Concat(second), Is.Empty, "it is still being written");
            Assert.That(third, Is.EqualTo([Exercise.Client]));
            Assert.That(fourth, Is.Empty);
        }
    }

    [Test]
    public void A_program_that_is_deleted_and_comes_back_is_told()
    {
        var (saved, program) = Watched();

        File.Delete(program);
        saved.Settled();
        var gone = saved.Settled();
        File.WriteAllText(program, "back");
        saved.Settled();
        var back = saved.Settled();

        Assert.That(gone.Concat(back), Is.EqualTo([Exercise.Client, Exercise.Client]));
    }

    [Test]
    public void A_save_of_another_file_of_the_project_is_one()
    {
        _folder.Write("Ex1.Client.csproj", "<Project />");
        var other = _folder.Write("Other.cs", "before");
        var (saved, _) = Watched();

        File.WriteAllText(other, "longer than before");
        saved.Settled();
        var changed = saved.Settled();
        File.Delete(other);
        saved.Settled();
        var gone = saved.Settled();

        Assert.That(changed.Concat(gone), Is.EqualTo([Exercise.Client, Exercise.Client]));
    }

    [Test]
    public void What_editors_leave_beside_the_program_is_no_save()
    {
        _folder.Write("Ex1.Client.csproj", "<Project />");
        var (saved, program) = Watched();

        foreach (var name in new[] { "Program.cs~", ".#Program.cs", "4913", "Program.cs.swp" })
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(program)!, name), "");

        Assert.That(saved.Settled().Concat(saved.Settled()), Is.Empty);
    }

    [TestCase("2026-03-06T23:59+01:00", "Deadline: 2026-03-06 23:59:59 +01:00 · 2 days 10 hours left")]
    [TestCase("2026-03-04T23:59+01:00", "Deadline: 2026-03-04 23:59:59 +01:00 · 10 hours 59 minutes left")]
    [TestCase("2026-03-04T13:01:30+01:00", "Deadline: 2026-03-04 13:01:30 +01:00 · 1 minute left")]
    [TestCase("2026-03-04T12:00:30Z", "Deadline: 2026-03-04 12:00:30 +00:00 · 1 minute left")]
    [TestCase("2026-03-04T11:58+00:00", "The deadline is over: 2026-03-04 11:58:59 +00:00 · 1 minute ago")]
    public void The_time_left_until_the_deadline_of_the_kit_is_shown(string deadline, string line)
    {
        _folder.Write(Deadline.FileName, $$"""{ "deadline": "{{deadline}}", /* by hand */ }""");

        Assert.That(Shown(Deadline.Of(_folder.Path)), Does.Contain($"\n{line}\n"));
    }

    [TestCase("{}")]
    [TestCase("""{ "deadline": "tomorrow" }""")]
    [TestCase("""{ "deadline": 5 }""")]
    [TestCase("""{ "deadline": "2026-03-06T23:59" }""")]
    [TestCase("[]")]
    [TestCase("{")]
    public void A_kit_without_a_deadline_says_nothing_about_one(string file)
    {
        _folder.Write(Deadline.FileName, file);

        Assert.That(Deadline.Of(_folder.Path), Is.Null);
        Assert.That(Shown(deadline: null), Does.Not.Contain("eadline"));
    }

    private (SavedPrograms Saved, string Program) Watched()
    {
        var program = _folder.Write("Program.cs", "before");
        return (new(new Dictionary<Exercise, string> { [Exercise.Client] = program }), program);
    }

    private string Shown(Deadline? deadline = null) =>
        string.Concat(
            Rendered
                .Lines(new StandingView(new English()).Of(_notebook, work: null, deadline, _now))
                .Select(line => line + "\n")
        );

    private static ResultDocument Result(Exercise exercise, string? failed) =>
        new(exercise, CheckedProgram.OfCommand(""), 0, 0)
        {
            Steps =
            [
                .. exercise.StepIds.Select(id => new StepResult(
                    id,
                    id == failed ? StepStatus.Failed : StepStatus.Passed
                )),
            ],
        };
}
