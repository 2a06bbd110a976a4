using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests how scenarios become steps in cases where their findings alone do not decide.</summary>
public sealed class JudgeTests
{
    private static readonly Observation _nothingCame = new Observation.Failed(new(Verdict.Silent, Awaited.Received));

    [Test]
    public void Somebody_is_blamed_where_steps_wait_for_each_other_in_a_circle()
    {
        var judge = JudgeOn(
            Scenario("5a", "", new Observation.Waits("5c")),
            Scenario("5b", "5a", _nothingCame),
            Scenario("5c", "5b", _nothingCame)
        );

        Assert.That(judge.Steps.Single(step => step.Status == StepStatus.Failed).Id, Is.EqualTo("5b"));
        Assert.That(judge.InDoubt.Select(scenario => scenario.About.Id), Does.Contain("5b"));
    }

    [Test]
    public void Nobody_is_blamed_for_a_step_that_is_still_under_way()
    {
        var judge = JudgeOn(
            Scenario("5a", "", null),
            Scenario("5a", "4", _nothingCame),
            Scenario("4", "5a", _nothingCame)
        );

        Assert.That(judge.Steps.Select(step => step.Status), Has.None.EqualTo(StepStatus.Failed));
    }

    [Test]
    public void What_was_not_reached_is_no_pass()
    {
        var deaf = new Observation.NotReached(_nothingCame);

        var judge = JudgeOn(Scenario("4", "", deaf), Scenario("5a", "4", new Observation.NotReached(deaf)));

        Assert.That(judge.Steps.Single(step => step.Id == "4").Finding, Is.EqualTo(_nothingCame.Finding));
        Assert.That(judge.Steps.Single(step => step.Id == "5a").WaitsFor, Is.EqualTo("4"));
    }

    [Test]
    public void What_waits_for_a_step_that_passes_is_played_again()
    {
        var late = Scenario("4", "", new Observation.Waits("5a"));

        var judge = JudgeOn(late, Scenario("5a", "", Observation.Holds));
        var again = JudgeOn(late with { IsSecond = true }, Scenario("5a", "", Observation.Holds));
        var waiting = JudgeOn(late, Scenario("5a", "", _nothingCame));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(judge.InDoubt, Is.EqualTo([late]));
            Assert.That(judge.Open, Does.Contain("4"));
            Assert.That(again.InDoubt, Is.Empty);
            Assert.That(waiting.InDoubt.Select(scenario => scenario.About.Id), Is.EqualTo(["5a"]));
        }
    }

    [Test]
    public void A_step_that_passes_says_once_what_its_author_ought_to_know()
    {
        var traced = new Observation.Held { Remarks = [Remark.PrintsTrace] };

        var judge = JudgeOn(Scenario("6", "", traced), Scenario("6", "", traced), Scenario("7", "", Observation.Holds));

        Assert.That(judge.Steps.Single(step => step.Id == "6").Notes, Is.EqualTo([StepNote.PrintsTrace]));
        Assert.That(judge.Steps.Single(step => step.Id == "7").Notes, Is.Empty);
    }

    private static Judge JudgeOn(params ScenarioResult[] scenarios) =>
        new(Exercise.EchoServer, scenarios, hasHook: false);

    private static ScenarioResult Scenario(string step, string needs, Observation? observation) =>
        new(
            new Scenario(step, step, Situation.OneLine)
            {
                Needs = needs.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            },
            observation
        );
}
