using Cake.Frosting;
using Lab.Build.Guidance;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Where the student stands, and what to do next.</summary>
[TaskName("Default")]
[TaskDescription("Shows where you stand in the three exercises, and what to do next")]
public sealed class DefaultTask : FrostingTask<LabContext>
{
    /// <inheritdoc />
    public override void Run(LabContext context)
    {
        Terminal.Open().Show(StandingView.Of(Notebook.OfKit, DateTimeOffset.Now));
    }
}
