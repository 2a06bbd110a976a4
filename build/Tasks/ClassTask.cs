using Lab.Build.Arguments;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Grading;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>A task at whose end a graded class is in its folder.</summary>
public abstract class ClassTask : LabTask
{
    /// <summary>The folder of the class, which is made if there is none.</summary>
    private protected static ClassFolder FolderIn(LabContext context) =>
        new(OutFolder.Make(context.Get(KitArgument.Out)));

    /// <summary>Writes the grades and the feedback, and shows the summary.</summary>
    private protected static async Task Publish(
        ClassFolder folder,
        GradingRule rule,
        LabContext context,
        CancellationToken interrupted
    )
    {
        var publisher = new ClassPublisher(folder, rule, context.Get(KitArgument.Marks) ?? folder.Marks, Texts);
        Terminal.Open().Show(new SummaryView(Texts).Of(await publisher.Publish(interrupted)));
        Console.WriteLine(Texts.ClassIsIn(folder.Path));
    }
}
