using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Shows the student's progress, and what to do next.</summary>
[TaskName(Target.Default)]
public sealed class DefaultTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.DefaultTarget;

    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        Terminal.Open().Show(new StandingView(Texts).Of(Notebook.OfKit, DateTimeOffset.Now));
        return Task.CompletedTask;
    }
}
