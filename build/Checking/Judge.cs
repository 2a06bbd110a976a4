using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Checking;

/// <summary>
/// Turns scenarios into steps: one cause, not ten red lines. A scenario that fails says something about its step only
/// when the steps that it needs are there; otherwise the step waits for them.
/// </summary>
public sealed class Judge
{
    private readonly ILookup<string, ScenarioResult> _scenarios;
    private readonly Dictionary<string, StepResult> _judged = [];
    private readonly HashSet<string> _beingJudged = [];
    private readonly Exercise _exercise;
    private readonly bool _hasHook;
    private readonly ScenarioResult? _blamedInCircle;

    /// <summary>Makes a judge for one check.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="scenarios">All that were played.</param>
    /// <param name="hasHook">Whether the startup hook could be in the program.</param>
    public Judge(Exercise exercise, IEnumerable<ScenarioResult> scenarios, bool hasHook)
    {
        (_exercise, _hasHook) = (exercise, hasHook);
        _scenarios = scenarios.Where(scenario => !scenario.About.IsGoingFurther).ToLookup(one => one.About.Id);
        // All at once and in order: of two steps that need each other, the first one is blamed.
        StepResult[] steps = [.. exercise.StepIds.Select(Step)];
        _blamedInCircle = BlamedInCircle(steps);
        Steps =
        [
            .. steps.Select(step => step.Id == _blamedInCircle?.About.Id ? Blamed(step.Id, _blamedInCircle) : step),
        ];
    }

    /// <summary>The steps of the exercise, in order.</summary>
    public ValueList<StepResult> Steps { get; }

    /// <summary>
    /// The scenarios that must be played once more before anybody is blamed: they say only that something did not come in
    /// time, and a busy machine may be the reason. One for each step: if that fails again, the others need not be asked.
    /// </summary>
    public IReadOnlyList<ScenarioResult> InDoubt =>
        [
            .. from id in _exercise.StepIds
            let blamed = Failed(id).FirstOrDefault(scenario => scenario == _blamedInCircle || IsBlamed(id, scenario))
            where blamed is { IsSecond: false, RestsOnClock: true }
            select blamed,
        ];

    // A scenario that waits for a step that passes was late as well, but it has nothing to tell by itself.
    private bool IsBlamed(string id, ScenarioResult scenario) =>
        (!scenario.IsSecond || FindingOf(scenario) is not null)
        && (Missing(id, scenario) is not { } missing || Step(missing).Status == StepStatus.Passed);

    private IEnumerable<ScenarioResult> Failed(string id) =>
        _scenarios[id].Where(scenario => scenario.Observation is not { IsHeld: true });

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
        foreach (var scenario in Failed(id))
        {
            var missing = Missing(id, scenario);
            if (missing is null && HasFinding(scenario))
                return Blamed(id, scenario);
            waitsFor ??= missing;
        }
        return waitsFor is null
            ? new(id, StepStatus.Passed) { Notes = [.. NotesOnPassed(id)] }
            : StepResult.WaitingFor(waitsFor, id);
    }

    private StepResult Blamed(string id, ScenarioResult scenario)
    {
        var finding = FindingOf(scenario)!;
        return new(id, StepStatus.Failed)
        {
            Situation = scenario.About.Situation,
            Finding = finding,
            Diagnosis = Diagnosis.Of(_exercise, id, finding, isCommand: !_hasHook),
            Notes = scenario is { IsSecond: true, RestsOnClock: true } ? [StepNote.FailedTwice] : [],
        };
    }

    private IEnumerable<StepNote> NotesOnPassed(string id)
    {
        if (_scenarios[id].Any(scenario => scenario.IsSecond))
            yield return StepNote.PassedAlone;
        if (!_hasHook && _scenarios[id].Any(scenario => scenario.About.NeedsHook))
            yield return StepNote.FromTheWire;
    }

    private static Finding? FindingOf(ScenarioResult scenario) => scenario.Observation?.Finding;

    // If steps wait only for each other, no step would be blamed: then the first that has found something is.
    private ScenarioResult? BlamedInCircle(StepResult[] steps)
    {
        IEnumerable<string?> Waits(StepResult? step)
        {
            for (; step is not null; step = Array.Find(steps, other => other.Id == step.WaitsFor))
                yield return step.WaitsFor;
        }
        var circle = steps.Where(step => Waits(step).Take(steps.Length).Contains(step.Id));
        // While scenarios are still played, one of them may yet fail a step that explains the others.
        return steps.Any(step => step.Status == StepStatus.Failed || step.IsUnderWay)
            ? null
            : circle.SelectMany(step => Failed(step.Id)).FirstOrDefault(HasFinding);
    }

    private static bool HasFinding(ScenarioResult scenario) => FindingOf(scenario) is not null;

    private string? Missing(string id, ScenarioResult scenario) =>
        scenario.Observation switch
        {
            // Nothing can be seen of a step that is still under way.
            null => id,
            { Waiting: { } waits } => waits.Otherwise is null || IsMissingFor(id, waits.Step) ? waits.Step : null,
            _ => scenario.About.Needs.FirstOrDefault(need => IsMissingFor(id, need)),
        };

    // Steps may need each other: the one that only waits for this one is no excuse for it.
    private bool IsMissingFor(string id, string need)
    {
        if (_beingJudged.Contains(need))
            return true;
        var needed = Step(need);
        return needed.Status != StepStatus.Passed && needed.WaitsFor != id;
    }
}
