using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Rules;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>Writes the kit as students get it: without solutions, and proven to work.</summary>
[TaskName(Target.Handout)]
public sealed class HandoutTask : LabTask
{
    private const string Zip = ".zip";

    /// <inheritdoc />
    public override string Description(Catalogue words) => words.HandoutTarget;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var file = context.Get(KitArgument.Out) ?? throw new RefusedException(new Refusal.NoOut());
        if (!file.EndsWith(Zip, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(new Refusal.NotZip(file));
        var deadline = context.Get(KitArgument.Config) is { } rule
            ? new Deadline(GradingRule.Read(rule).DemandDeadline(rule).Deadline!.Value)
            : null;
        var kit = await CommittedKit.Read(KitFolder.Root, interrupted);
        var handout = Handout.Of(kit, Texts, deadline);
        using var output = new ReplacedFile(file);
        Console.WriteLine(Texts.HandoutIsProven(kit.Commit));
        await using var workspace = new Workspace(interrupted);
        await foreach (var flaw in new HandoutProof(handout, workspace.Folder, Texts, interrupted).Flaws())
            throw new RefusedException(new Refusal.BadHandout(flaw));
        output.Complete(handout.Zipped());
        Console.WriteLine(Texts.HandoutWritten(file, handout.Files.Count));
    }
}
