using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Checks one exercise and shows the result.</summary>
/// <param name="exercise">The exercise.</param>
public abstract class CheckTask(Exercise exercise) : ResultTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.CheckTarget(exercise);

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var request = new CheckRequest(exercise, SourceFor(context), context.Seed)
        {
            FullWait = context.Get(KitArgument.Full) ? Exercise.DefaultTimeout : null,
        };
        var console = Terminal.Open();
        var result = await new ProgressView(console, Texts).While(progress =>
            Notebook.OfKit.CheckAndNote(request, progress, interrupted)
        );
        Deliver(result, context, console);
    }

    private Source SourceFor(LabContext context) =>
        context.Get(KitArgument.Command) is { } command ? new Source.Command(command)
        : context.Get(KitArgument.Program) is { } given ? new Source.CSharp(Path.GetFullPath(given))
        : new Source.CSharp(KitFolder.ProgramOf(exercise, context.Get(KitArgument.Solution)));
}

/// <summary>Checks exercise 1.</summary>
[TaskName("Ex1")]
public sealed class Ex1Task() : CheckTask(Exercise.Client);

/// <summary>Checks exercise 2.</summary>
[TaskName("Ex2")]
public sealed class Ex2Task() : CheckTask(Exercise.EchoServer);

/// <summary>Checks exercise 3.</summary>
[TaskName("Ex3")]
public sealed class Ex3Task() : CheckTask(Exercise.ThreadedServer);
