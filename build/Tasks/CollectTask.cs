using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>Notes what a class has committed so far, so that it is known later what was there and when.</summary>
[TaskName(Target.Collect)]
public sealed class CollectTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.CollectTarget;

    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        var submissions = Submission.In(
            context.Get(KitArgument.Submissions) ?? throw new RefusedException(new SubmissionRefusal.NoSubmissions())
        );
        var folder = OutFolder.Make(context.Get(KitArgument.Out));
        var before = Witnesses.Read(folder);
        var (collection, seen) = CollectedClass.Of(
            submissions,
            new SubmissionReader(),
            before,
            DateTimeOffset.Now,
            interrupted
        );
        seen.Write(folder);
        foreach (var line in Lines(collection))
            Console.WriteLine(line);
        Console.WriteLine(Texts.WitnessesWritten(Path.Combine(folder, Witnesses.FileName)));
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Lines(CollectedClass collection)
    {
        yield return Texts.CollectedRepositories(collection.Repositories, collection.NewHeads);
        yield return Texts.CollectedCommits(collection.NewCommits);
        if (collection.Rewritten.Count > 0)
            yield return Texts.CollectedRewritten(collection.Rewritten);
        if (collection.WithoutGit.Count > 0)
            yield return Texts.CollectedWithoutGit(collection.WithoutGit);
        if (collection.NotRead.Count > 0)
            yield return Texts.CollectedNotRead(collection.NotRead);
    }
}
