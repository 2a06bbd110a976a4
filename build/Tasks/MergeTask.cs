using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Grading;
using Lab.Build.Teaching.Rules;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>Puts the parts of a class together that several machines have graded. It runs no program.</summary>
[TaskName(Target.Merge)]
public sealed class MergeTask : ClassTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.MergeTarget;

    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        var parts = new ClassParts(context.Get(KitArgument.Parts));
        var folder = FolderIn(context);
        var file = context.Get(KitArgument.Config) ?? parts.First.At(ClassFolder.RuleFile);
        var rule = GradingRule.Read(file).DemandDeadline(file);
        parts.CopyTo(folder, interrupted);
        ClassFolder.Write(folder.At(ClassFolder.RuleFile), TeachersFile.Read(file));
        return Publish(folder, rule, context, interrupted);
    }
}
