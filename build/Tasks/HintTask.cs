using Cake.Frosting;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using Lab.Build.Views;
using Spectre.Console.Rendering;

namespace Lab.Build.Tasks;

/// <summary>Gives the next hint for the step that the student is at.</summary>
[TaskName("Hint")]
[TaskDescription("Gives the next hint for the step you are at, or for --exercise and --step")]
public sealed class HintTask : LabTask
{
    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        Terminal.Open().Show(View(context, Notebook.OfKit));
        return Task.CompletedTask;
    }

    private static IRenderable View(LabContext context, Notebook notebook)
    {
        if ((context.Exercise ?? notebook.Current) is not { } exercise)
            return new Prose(Catalogue.Current.EverythingDone);
        if (context.Step is { } wanted && !exercise.StepIds.Contains(wanted))
            throw new RefusedException(new Refusal.NoSuchStep(exercise, wanted));
        if ((context.Step ?? notebook[exercise].Next) is not { } step)
            return new Prose(Catalogue.Current.NothingToHint(exercise));
        return HintView.Of(notebook.NextHint(exercise, step));
    }
}
