using Cake.Core;
using Cake.Frosting;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Gives the next hint for the step that the student is at.</summary>
[TaskName("Hint")]
[TaskDescription("Gives the next hint for the step you are at, or for --exercise and --step")]
public sealed class HintTask : FrostingTask<LabContext>
{
    /// <inheritdoc />
    public override void Run(LabContext context)
    {
        var notebook = Notebook.OfKit;
        if ((context.Exercise ?? notebook.Current) is not { } exercise)
        {
            Console.WriteLine(Catalogue.Current.EverythingDone);
            return;
        }
        var step = context.Step ?? notebook[exercise].Next ?? exercise.StepIds[0];
        if (step != CheckResult.Compile && !exercise.StepIds.Contains(step))
        {
            context.Refuse(Catalogue.Current.NoSuchStep(exercise, step));
            return;
        }
        foreach (var line in HintView.Lines(notebook.NextHint(exercise, step)))
            Console.WriteLine(line);
    }
}
