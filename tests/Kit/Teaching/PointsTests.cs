using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The points of a student: every state, exact decimals, and what is not known.</summary>
public sealed class PointsTests
{
    private const decimal Part = 0.0625m;

    private static readonly ResultDocument _failing = Recorded.All["Ex1-step-4--ASCII"];
    private static readonly ResultDocument _notCompiling = Recorded.All["Ex1-step-compile--a-semicolon-forgotten"];
    private static readonly ResultDocument _fault = Recorded.All["Ex1-no-such-command"];

    [Test]
    public void Three_right_programs_earn_all_but_the_defence()
    {
        var grade = HandedIn.Graded(work: HandedIn.Repository).Grade;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grade.Exercises.Select(one => one.Points), Is.All.EqualTo(Part));
            Assert.That(grade.Exercises.Select(one => one.State), Is.All.EqualTo(ExerciseState.Graded));
            Assert.That(grade.Total, Is.EqualTo(0.1875m));
            Assert.That(grade.State, Is.EqualTo(TotalState.Provisional));
            Assert.That(grade.Defence.Points, Is.Null, "a defence without a mark is not 0");
            Assert.That(grade.Most, Is.EqualTo(0.25m));
        }
    }

    [Test]
    public void A_mark_for_the_defence_makes_the_total_final()
    {
        var grade = HandedIn.Graded(work: HandedIn.Repository, marks: Marked("defence", 0.05m)).Grade;

        Assert.That((grade.Total, grade.State), Is.EqualTo((0.2375m, TotalState.Final)));
    }

    [Test]
    public void All_or_nothing_gives_nothing_for_a_program_with_a_failed_step()
    {
        var grade = Ex1(HandedIn.Repository, _failing);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((grade.State, grade.Points), Is.EqualTo((ExerciseState.Graded, 0m)));
            Assert.That(grade.Missed, Does.Contain("4"));
        }
    }

    [Test]
    public void A_program_that_does_not_compile_is_graded_with_0()
    {
        var grade = Ex1(HandedIn.Repository, _notCompiling);

        Assert.That(
            (grade.State, grade.Points, grade.Missed),
            Is.EqualTo((ExerciseState.Graded, 0m, (ValueList<string>)["compile"]))
        );
    }

    [Test]
    public void A_check_that_could_not_be_done_is_not_0()
    {
        var whole = HandedIn.Graded(work: HandedIn.Repository, results: With(_fault)).Grade;
        var grade = whole.Exercises[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((grade.State, grade.Points), Is.EqualTo((ExerciseState.CouldNotCheck, (decimal?)null)));
            Assert.That(grade.Fault, Is.EqualTo(_fault.Fault));
            Assert.That((whole.State, whole.Total), Is.EqualTo((TotalState.Open, (decimal?)null)));
            Assert.That(whole.SoFar, Is.EqualTo(0.125m));
        }
    }

    [TestCase(ProgramFlaw.NotFound, ExerciseState.NotFound)]
    [TestCase(ProgramFlaw.Ambiguous, ExerciseState.Ambiguous)]
    [TestCase(ProgramFlaw.TooLarge, ExerciseState.TooLarge)]
    [TestCase(ProgramFlaw.NotAFile, ExerciseState.NotAFile)]
    public void A_program_that_cannot_be_read_is_for_the_teacher_to_decide(ProgramFlaw flaw, ExerciseState state)
    {
        var grade = Ex1(Flawed(flaw), result: null);

        Assert.That(
            (grade.State, grade.Points, grade.NeedsDecision, grade.Seen),
            Is.EqualTo((state, (decimal?)null, true, (ValueList<string>)["src/main.cs"]))
        );
    }

    [Test]
    public void The_unchanged_starter_earns_0()
    {
        var grade = Ex1(Flawed(ProgramFlaw.OnlyStarter), result: null);

        Assert.That((grade.State, grade.Points), Is.EqualTo((ExerciseState.OnlyStarter, 0m)));
    }

    [TestCase(SubmissionFlaw.Empty, ExerciseState.Empty, 0)]
    [TestCase(SubmissionFlaw.NothingInTime, ExerciseState.NothingInTime, 0)]
    [TestCase(SubmissionFlaw.Damaged, ExerciseState.Damaged, null)]
    [TestCase(SubmissionFlaw.TooLarge, ExerciseState.TooLarge, null)]
    public void A_submission_that_cannot_be_read_is_0_only_if_there_is_nothing_in_it(
        SubmissionFlaw flaw,
        ExerciseState state,
        int? points
    )
    {
        var work = new SubmittedWork("ana", SubmissionForm.Git) { Flaw = flaw };

        var grades = HandedIn.Graded(work: work, results: []).Grade.Exercises;

        Assert.That(grades.Select(one => (one.State, one.Points)), Is.All.EqualTo((state, (decimal?)points)));
    }

    [Test]
    public void Who_hands_in_nothing_gets_0_and_it_is_told()
    {
        var grade = HandedIn.Graded(work: null, results: []).Grade;

        Assert.That(
            grade.Exercises.Select(one => (one.State, one.Points)),
            Is.All.EqualTo((ExerciseState.NotSubmitted, (decimal?)0))
        );
        Assert.That((grade.Total, grade.State), Is.EqualTo((0m, TotalState.Provisional)));
    }

    [Test]
    public void A_program_that_was_not_checked_yet_has_no_points()
    {
        var unchecked_ = Ex1(HandedIn.Repository, result: null);
        var partial = Ex1(HandedIn.Repository, Recorded.All["Ex1-solution"] with { IsPartial = true });

        Assert.That(
            new[] { unchecked_, partial }.Select(one => (one.State, one.Points)),
            Is.All.EqualTo((ExerciseState.Pending, (decimal?)null))
        );
    }

    [Test]
    public void Steps_earn_their_share_exactly()
    {
        var grade = Ex1(HandedIn.Repository, _failing, """ "points": { "mode": "bySteps" } """);
        var passed = _failing.Steps.Count(step => step.Status == StepStatus.Passed);

        Assert.That((passed, grade.Points), Is.EqualTo((passed, Part * passed / 8)));
        Assert.That(passed, Is.InRange(1, 7));
    }

    [Test]
    public void A_weight_changes_the_share_of_a_step()
    {
        var grade = Ex1(
            HandedIn.Repository,
            _failing,
            """ "points": { "mode": "bySteps", "weights": { "Ex1": { "4": 3 } } } """
        );
        var passed = _failing.Steps.Count(step => step.Status == StepStatus.Passed);

        Assert.That(grade.Points, Is.EqualTo(Part * passed / 10), "the step with a weight of 3 has failed");
    }

    [TestCase("halfUp", 2, "0.13")]
    [TestCase("halfEven", 2, "0.12")]
    [TestCase("halfUp", 3, "0.125")]
    public void The_total_is_rounded_once_and_what_makes_it_is_not(string mode, int digits, string total)
    {
        var rule = HandedIn.Rule($$""" "rounding": { "mode": "{{mode}}", "digits": {{digits}} } """);

        var grade = HandedIn.Graded(rule, HandedIn.Repository, With(_failing)).Grade;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grade.Exercises[1].Points, Is.EqualTo(Part));
            Assert.That($"{grade.Total}", Is.EqualTo(total));
        }
    }

    [Test]
    public void All_thirds_together_make_the_whole()
    {
        var rule = HandedIn.Rule(
            """
            "points": { "total": 1, "mode": "bySteps", "parts": { "Ex1": 0, "Ex2": 0, "Ex3": 1, "defence": 0 } }
            """
        );
        var third = Recorded.All["Ex3-solution"] with
        {
            Steps =
            [
                .. Exercise.ThreadedServer.StepIds.Select(
                    (id, at) => new StepResult(id, at % 3 == 0 ? StepStatus.Passed : StepStatus.NotChecked)
                ),
            ],
        };

        var some = HandedIn.Graded(rule, HandedIn.Repository, [.. HandedIn.Solutions.Take(2), third]).Grade;
        var all = HandedIn.Graded(rule, HandedIn.Repository).Grade;

        Assert.That((some.Total, all.Total, all.State), Is.EqualTo((0.3333m, 1m, TotalState.Final)));
    }

    [Test]
    public void Late_work_keeps_its_part_and_shows_what_it_earned()
    {
        const string Late = """ "late": { "until": "2026-03-13T23:59+01:00", "factor": 0.5 } """;
        var work = HandedIn
            .RepositoryOf([], ["b"], ["c"])
            .With(Exercise.Client, program => program with { IsLate = true, Commit = "late" });

        var grade = Ex1(work, HandedIn.Solutions[0], Late);

        Assert.That(
            (grade.State, grade.IsLate, grade.Earned, grade.Points, grade.Commits),
            Is.EqualTo((ExerciseState.Graded, true, Part, Part / 2, 1)),
            "the late commit is one of its own"
        );
    }

    [Test]
    public void A_program_that_no_commit_has_changed_earns_nothing_and_shows_what_it_would_have()
    {
        var whole = HandedIn.Graded(work: HandedIn.RepositoryOf([], ["b"], ["c", "d"])).Grade;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole.Exercises[0].State, Is.EqualTo(ExerciseState.TooFewCommits));
            Assert.That((whole.Exercises[0].Earned, whole.Exercises[0].Points), Is.EqualTo((Part, 0m)));
            Assert.That(whole.Total, Is.EqualTo(0.125m));
        }
    }

    [TestCase("a", "a", "a", 1)]
    [TestCase("a", "a", "b", 2)]
    [TestCase("a", "b", "c", 3)]
    public void As_many_exercises_count_as_there_are_different_commits(
        string first,
        string second,
        string third,
        int counted
    )
    {
        var grades = HandedIn.Graded(work: HandedIn.RepositoryOf([first], [second], [third])).Grade.Exercises;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grades.Count(one => one.State == ExerciseState.Graded), Is.EqualTo(counted));
            Assert.That(
                grades.Skip(counted).Select(one => (one.State, one.Points)),
                Is.All.EqualTo((ExerciseState.TooFewDifferent, (decimal?)0))
            );
        }
    }

    [Test]
    public void Those_that_earn_most_count_if_there_are_too_few_different_commits()
    {
        decimal[] expected = [0m, 0m, 0.1m];

        var rule = HandedIn.Rule(
            """ "points": { "parts": { "Ex1": 0.02, "Ex2": 0.03, "Ex3": 0.1, "defence": 0.1 } } """
        );

        var grades = HandedIn.Graded(rule, HandedIn.RepositoryOf(["a"], ["a"], ["a"])).Grade.Exercises;

        Assert.That(grades.Select(one => one.Points), Is.EqualTo(expected));
    }

    [Test]
    public void A_program_that_earns_nothing_takes_no_commit_from_another()
    {
        var grade = HandedIn.Graded(work: HandedIn.RepositoryOf(["a"], ["a"], ["b"]), results: With(_failing)).Grade;

        Assert.That(grade.Exercises.Select(one => one.Points), Is.EqualTo(new[] { 0, Part, Part }));
    }

    [Test]
    public void Without_git_the_points_are_computed_and_the_teacher_decides()
    {
        var grade = HandedIn.Graded(work: HandedIn.Folder, results: With(_failing), marks: Marked("defence", 0)).Grade;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                grade.Exercises[0].State,
                Is.EqualTo(ExerciseState.Graded),
                "there is nothing to decide about 0"
            );
            Assert.That(grade.Exercises.Skip(1).Select(one => one.State), Is.All.EqualTo(ExerciseState.CommitsUnknown));
            Assert.That((grade.Total, grade.State), Is.EqualTo((0.125m, TotalState.Provisional)));
            Assert.That(grade.Commits, Is.Null);
        }
    }

    [Test]
    public void Without_git_nothing_is_open_if_no_commit_is_demanded()
    {
        var rule = HandedIn.Rule(""" "commits": { "perExercise": 0, "different": 0 } """);

        var grade = HandedIn.Graded(rule, HandedIn.Folder).Grade;

        Assert.That(grade.Exercises.Select(one => one.State), Is.All.EqualTo(ExerciseState.Graded));
    }

    [Test]
    public void A_mark_decides_and_both_numbers_stay()
    {
        var grade = HandedIn.Graded(work: HandedIn.Folder, marks: Marked("Ex2", 0.01m)).Grade.Exercises[1];

        Assert.That(
            (grade.Computed, grade.Mark?.Points, grade.Points, grade.NeedsDecision),
            Is.EqualTo((Part, 0.01m, 0.01m, false))
        );
    }

    [Test]
    public void A_mark_closes_what_could_not_be_graded()
    {
        var grade = HandedIn
            .Graded(
                work: HandedIn.Repository,
                results: With(_fault),
                marks: new([new("u1", "Ex1", Part, ""), new("u1", "defence", Part, "")])
            )
            .Grade;

        Assert.That((grade.Total, grade.State), Is.EqualTo((0.25m, TotalState.Final)));
    }

    [Test]
    public void Who_is_excused_from_an_exercise_is_graded_out_of_less()
    {
        var rule = HandedIn.Rule(""" "excused": [ { "student": "u1", "part": "Ex2" } ] """);

        var grade = HandedIn.Graded(rule, HandedIn.RepositoryOf(["a"], [], ["b"])).Grade;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grade.Exercises[1].State, Is.EqualTo(ExerciseState.Excused));
            Assert.That(
                (grade.Total, grade.Most),
                Is.EqualTo((0.125m, 0.1875m)),
                "two commits are enough for two programs"
            );
        }
    }

    [Test]
    public void Who_is_excused_from_everything_has_no_total()
    {
        var grade = HandedIn.Graded(HandedIn.Rule(""" "excused": [ "u1" ] """), work: null, results: []).Grade;

        Assert.That((grade.Total, grade.State, grade.Most), Is.EqualTo(((decimal?)null, TotalState.Excused, 0m)));
    }

    private static ExerciseGrade Ex1(SubmittedWork work, ResultDocument? result, string rule = "") =>
        HandedIn
            .Graded(HandedIn.Rule(rule), work, result is null ? HandedIn.Solutions.Skip(1) : With(result))
            .Grade.Exercises[0];

    private static SubmittedWork Flawed(ProgramFlaw flaw) =>
        HandedIn.Repository.With(Exercise.Client, program => program with { Flaw = flaw, Seen = ["src/main.cs"] });

    private static IEnumerable<ResultDocument> With(ResultDocument first) => HandedIn.Solutions.Skip(1).Prepend(first);

    private static Marks Marked(string part, decimal points) => new([new("u1", part, points, "")]);
}
