using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Reading;

/// <summary>A step with the passage that explains it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Belongs">The task of the step that the mistake belongs to. Null if it is the step itself.</param>
internal sealed record Explained(StepResult Step, Passage Passage, StepTask? Belongs)
{
    /// <summary>The steps with this explanation.</summary>
    public ValueList<StepResult> In(Exercise exercise, ValueList<StepResult> steps)
    {
        var owner = exercise.StepIds.FirstOrDefault(id => exercise.TaskOf(id) == Belongs) ?? Step.Id;
        var isMoved = owner != Step.Id && steps.Single(step => step.Id == owner).Status == StepStatus.NotChecked;
        return isMoved
            ? [.. steps.Select(step => Moved(exercise, step, owner))]
            : [.. steps.Select(step => step.Id == Step.Id ? step with { Passage = Passage } : step)];
    }

    // What waited for the step that showed the mistake waits for the one that it belongs to.
    private StepResult Moved(Exercise exercise, StepResult step, string owner) =>
        step.Id == owner
            ? Step with
            {
                Id = owner,
                Diagnosis = Diagnosis.Of(exercise, owner, Step.Finding!, isCommand: false),
                Passage = Passage,
            }
        : step.Id == Step.Id || step.WaitsFor == Step.Id ? StepResult.WaitingFor(owner, step.Id)
        : step;
}
