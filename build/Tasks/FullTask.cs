using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Checks the three exercises in parallel, and waits for the real 300 seconds of each.</summary>
[TaskName(Target.Full)]
public sealed class FullTask : ResultTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.FullTarget;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var console = Terminal.Open();
        var results = await new ProgressView(console, Texts).While(whole =>
        {
            var progress = new TotalProgress(whole);
            return Task.WhenAll(
                Exercise.All.Select(exercise =>
                    Notebook.OfKit.CheckAndNote(RequestFor(exercise, context), progress.Part(), interrupted)
                )
            );
        });
        foreach (var result in results)
            Deliver(result, context, console);
    }

    private static CheckRequest RequestFor(Exercise exercise, LabContext context) =>
        new(exercise, new Source.CSharp(KitFolder.ProgramOf(exercise, context.Get(KitArgument.Solution))), context.Seed)
        {
            FullWait = Exercise.DefaultTimeout,
        };
}
