using Cake.Frosting;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>What to do first.</summary>
[TaskName("Default")]
[TaskDescription("Says what there is to do")]
public sealed class DefaultTask : FrostingTask<LabContext>
{
    /// <inheritdoc />
    public override void Run(LabContext context) => Console.WriteLine(Catalogue.Current.Welcome);
}
