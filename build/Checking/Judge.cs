using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Checking;

/// <summary>
/// Turns the results of scenarios into results of steps: it reports one cause, not ten failures. A failed scenario
/// counts against its step only if the steps that it needs work. Otherwise its step waits for them.
/// </summary>
public sealed class Judge
{
    private readonly ILookup<string, ScenarioResult> _scenarios;
    private readonly Dictionary<string, StepResult> _judged = [];
    private readonly HashSet<string> _beingJudged = [];
    private readonly Exercise _exercise;
    private readonly bool _hasHook;
    private readonly bool _onlyCertain;
    private readonly ScenarioResult? _blamedInCircle;

    /// <summary>Judges the scenarios of one check.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="scenarios">All scenarios of the check.</param>
    /// <param name="hasHook">Whether the startup hook could run inside the program.</param>
    /// <param name="onlyCertain">
    /// Whether a scenario that may be played once more says nothing yet, so that its step waits for itself.
    /// </param>
    public Judge(Exercise exercise, IEnumerable<ScenarioResult> scenarios, bool hasHook, bool onlyCertain = false)
    {
        (_exercise, _hasHook, _onlyCertain) = (exercise, hasHook, onlyCertain);
        _scenarios = scenarios.Where(scenario => !scenario.About.IsGoingFurther).ToLookup(one => one.About.Id);
        // All steps are judged before the circle is looked for: if two steps need each other, the first one is blamed.
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
    /// The scenarios that must be played once more before a step fails, or stays unchecked because of them. They say
    /// only that something did not come in time, and a busy machine may be the reason. There is one for each step: if
    /// it fails again, the step has failed and its other scenarios are not needed.
    /// </summary>
    public IReadOnlyList<ScenarioResult> InDoubt =>
        [
            .. from id in _exercise.StepIds
            let blamed = Failed(id).FirstOrDefault(scenario => scenario == _blamedInCircle || IsBlamed(id, scenario))
            where blamed is { IsInDoubt: true } || blamed is not null && IsStranded(blamed)
            select blamed,
        ];

    // A scenario that waits for a step that has passed in others came too late to see anything.
    private bool IsStranded(ScenarioResult scenario) =>
        scenario is { IsSecond: false, Observation.Waiting: { Otherwise: null } waits }
        && Step(waits.Step).Status == StepStatus.Passed;

    // A scenario whose needed step passed on the second try was late for the same reason. If it found nothing itself,
    // it is not to blame.
    private bool IsBlamed(string id, ScenarioResult scenario) =>
        (!scenario.IsSecond || FindingOf(scenario) is not null)
        && (Missing(id, scenario) is not { } missing || Step(missing).Status == StepStatus.Passed);

    /// <summary>The steps with scenarios that have not ended, and may still say something.</summary>
    public IReadOnlySet<string> Open =>
        _scenarios.Where(step => step.Any(scenario => IsOpen(step.Key, scenario))).Select(step => step.Key).ToHashSet();

    private bool IsOpen(string id, ScenarioResult scenario) =>
        scenario.Observation is null
            ? Failing(scenario) is null
            : IsStranded(scenario) || scenario.IsInDoubt && Missing(id, scenario) is null;

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
            if (missing is null && _onlyCertain && scenario.IsInDoubt)
                missing = id;
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
        var remarks = _scenarios[id].Select(one => one.Observation).OfType<Observation.Held>();
        foreach (var remark in remarks.SelectMany(held => held.Remarks).Distinct())
            yield return NoteOn(remark);
    }

    private static StepNote NoteOn(Remark remark) =>
        remark switch
        {
            Remark.PrintsTrace => StepNote.PrintsTrace,
            Remark.AwaitsKey => StepNote.AwaitsKey,
            _ => throw new ArgumentOutOfRangeException(nameof(remark), remark, null),
        };

    private static Finding? FindingOf(ScenarioResult scenario) => scenario.Observation?.Finding;

    // Steps that wait only for each other would leave no step to blame. The first one that has found something is
    // blamed then.
    private ScenarioResult? BlamedInCircle(StepResult[] steps)
    {
        IEnumerable<string?> Waits(StepResult? step)
        {
            for (; step is not null; step = Array.Find(steps, other => other.Id == step.WaitsFor))
                yield return step.WaitsFor;
        }
        var circle = steps.Where(step => Waits(step).Take(steps.Length).Contains(step.Id));
        // A scenario that is still being played may fail a step that explains the others.
        return steps.Any(step => step.Status == StepStatus.Failed || step.IsUnderWay)
            ? null
            : circle.SelectMany(step => Failed(step.Id)).FirstOrDefault(HasFinding);
    }

    private static bool HasFinding(ScenarioResult scenario) => FindingOf(scenario) is not null;

    private string? Missing(string id, ScenarioResult scenario) =>
        scenario.Observation switch
        {
            // A scenario that has not ended says nothing yet, so the step waits for itself. If a needed step has failed,
            // it will never say anything.
            null => Failing(scenario) ?? id,
            { Waiting: { } waits } => waits.Otherwise is null || IsMissingFor(id, waits.Step) ? waits.Step : null,
            _ => scenario.About.Needs.FirstOrDefault(need => IsMissingFor(id, need)),
        };

    private string? Failing(ScenarioResult scenario) =>
        scenario.About.Needs.FirstOrDefault(need =>
            !_beingJudged.Contains(need) && Step(need).Status == StepStatus.Failed
        );

    // Steps may need each other. A step that only waits for this one does not excuse it.
    private bool IsMissingFor(string id, string need)
    {
        if (_beingJudged.Contains(need))
            return true;
        var needed = Step(need);
        return needed.Status != StepStatus.Passed && needed.WaitsFor != id;
    }
}
