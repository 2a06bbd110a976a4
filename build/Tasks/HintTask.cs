using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using Lab.Build.Views;
using Spectre.Console.Rendering;

namespace Lab.Build.Tasks;

/// <summary>Gives the next hint for the student's next step.</summary>
[TaskName(Target.Hint)]
public sealed class HintTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.HintTarget;

    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        Terminal.Open().Show(View(context, Notebook.OfKit));
        return Task.CompletedTask;
    }

    private static IRenderable View(LabContext context, Notebook notebook)
    {
        if ((context.Get(KitArgument.OneExercise) ?? notebook.Current) is not { } exercise)
            return new Prose(Texts.EverythingDone);
        if (context.Get(KitArgument.Step) is { } wanted && !exercise.StepIds.Contains(wanted))
            throw new RefusedException(new Refusal.NoSuchStep(exercise, wanted));
        if ((context.Get(KitArgument.Step) ?? notebook[exercise].Next) is not { } step)
            return new Prose(Texts.NothingToHint(exercise));
        return new HintView(Texts).Of(notebook.NextHint(exercise, step, Texts.ReadMe));
    }
}
