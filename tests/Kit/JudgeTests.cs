using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>How scenarios become steps, where what they found is not enough to go by.</summary>
public sealed class JudgeTests
{
    private static readonly VerdictException _nothingCame = new(new(Verdict.Silent, Awaited.Received));

    [Test]
    public void Somebody_is_blamed_where_steps_wait_for_each_other_in_a_circle()
    {
        var judge = JudgeOn(
            Scenario("5a", "", new NotVisibleYetException("5c")),
            Scenario("5b", "5a", _nothingCame),
            Scenario("5c", "5b", _nothingCame)
        );

        Assert.That(judge.Steps.Single(step => step.Status == StepStatus.Failed).Id, Is.EqualTo("5b"));
        Assert.That(judge.InDoubt.Select(scenario => scenario.About.Id), Does.Contain("5b"));
    }

    [Test]
    public void Nobody_is_blamed_for_a_step_that_is_still_under_way()
    {
        var pending = ScenarioResult.Pending("a", new StepAttribute("5a", Situation.OneLine));

        var judge = JudgeOn(pending, Scenario("5a", "4", _nothingCame), Scenario("4", "5a", _nothingCame));

        Assert.That(judge.Steps.Select(step => step.Status), Has.None.EqualTo(StepStatus.Failed));
    }

    private static Judge JudgeOn(params ScenarioResult[] scenarios) =>
        new(Exercise.EchoServer, scenarios, hasHook: false);

    private static ScenarioResult Scenario(string step, string needs, Exception failure) =>
        new(step, new StepAttribute(step, Situation.OneLine) { Needs = needs }, failure);
}
