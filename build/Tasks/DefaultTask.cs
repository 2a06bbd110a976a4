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
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var work = await CommittedWork.Read(KitFolder.Root, interrupted);
        var deadline = Deadline.Of(KitFolder.Root);
        Terminal.Open().Show(new StandingView(Texts).Of(Notebook.OfKit, work, deadline, DateTimeOffset.Now));
    }
}
