using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Checking;
using Lab.Build.Tasks;
using Lab.Build.Texts;

namespace Lab.Build.Teaching;

/// <summary>Writes the kit as students get it: without solutions, and proven to work.</summary>
[TaskName(Target.Handout)]
public sealed class HandoutTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.HandoutTarget;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var file = context.Get(KitArgument.Out) ?? throw new RefusedException(new Refusal.NoOut());
        var handout = Handout.Of(KitFolder.Root, Texts);
        Console.WriteLine(Texts.HandoutIsProven);
        await using var workspace = new Workspace(interrupted);
        var proof = new HandoutProof(handout, workspace.Folder, Texts, interrupted);
        await foreach (var flaw in proof.Flaws())
            throw new RefusedException(new Refusal.BadHandout(flaw));
        try
        {
            await File.WriteAllBytesAsync(file, handout.Zipped(), interrupted);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new Refusal.HandoutNotWritten(file, denied.Message));
        }
        Console.WriteLine(Texts.HandoutWritten(file, handout.Files.Count));
    }
}
