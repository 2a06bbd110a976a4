using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Checking;

/// <summary>One scenario that has run.</summary>
/// <param name="About">Its attribute.</param>
/// <param name="Failure">What it threw; null when it passed.</param>
public sealed record ScenarioResult(ScenarioAttribute About, Exception? Failure);

/// <summary>
/// Turns scenarios into steps: one cause, not ten red lines. A scenario that fails says something about its step only
/// when the steps that it needs are there; otherwise the step waits for them.
/// </summary>
public sealed class Judge
{
    private readonly ILookup<string, ScenarioResult> _scenarios;
    private readonly Dictionary<string, StepResult> _judged = [];
    private readonly HashSet<string> _beingJudged = [];

    private Judge(IEnumerable<ScenarioResult> scenarios) =>
        _scenarios = scenarios.ToLookup(scenario => scenario.About.Id);

    /// <summary>The steps of an exercise, in order.</summary>
    public static IReadOnlyList<StepResult> Steps(Exercise exercise, IEnumerable<ScenarioResult> scenarios)
    {
        var judge = new Judge(scenarios);
        return [.. exercise.StepIds.Select(judge.Step)];
    }

    private StepResult Step(string id)
    {
        if (_judged.TryGetValue(id, out var known))
            return known;
        _beingJudged.Add(id);
        var result = JudgeAnew(id);
        _beingJudged.Remove(id);
        return _judged[id] = result;
    }

    private StepResult JudgeAnew(string id)
    {
        string? waitsFor = null;
        foreach (var scenario in _scenarios[id].Where(scenario => scenario.Failure is not null))
        {
            var missing = Missing(id, scenario);
            if (missing is null && scenario.Failure is VerdictException verdict)
            {
                return new(id, StepStatus.Failed) { Scenario = scenario.About.Title, Finding = verdict.Finding };
            }
            waitsFor ??= missing;
        }
        return waitsFor is null ? new(id, StepStatus.Passed) : new(id, StepStatus.NotChecked) { WaitsFor = waitsFor };
    }

    private string? Missing(string id, ScenarioResult scenario) =>
        scenario.Failure is NotVisibleYetException unseen
            ? unseen.Step
            : scenario.About.NeededSteps.FirstOrDefault(need => IsMissingFor(id, need));

    // Steps may need each other: the one that only waits for this one is no excuse for it.
    private bool IsMissingFor(string id, string need)
    {
        if (_beingJudged.Contains(need))
            return true;
        var needed = Step(need);
        return needed.Status != StepStatus.Passed && needed.WaitsFor != id;
    }
}
