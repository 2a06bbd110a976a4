using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Gives the next hint for the step that the student is at.</summary>
[TaskName(Target.Hint)]
public sealed class HintTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.HintTarget;

    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        foreach (var line in Lines(context, Notebook.OfKit))
            Console.WriteLine(line);
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Lines(LabContext context, Notebook notebook)
    {
        if ((context.Get(KitArgument.OneExercise) ?? notebook.Current) is not { } exercise)
            return [Catalogue.Current.EverythingDone];
        if (context.Get(KitArgument.Step) is { } wanted && !exercise.StepIds.Contains(wanted))
            throw new WrongUseException(new WrongUse.NoSuchStep(exercise, wanted));
        if ((context.Get(KitArgument.Step) ?? notebook[exercise].Next) is not { } step)
            return [Catalogue.Current.NothingToHint(exercise)];
        return HintView.Lines(notebook.NextHint(exercise, step));
    }
}
