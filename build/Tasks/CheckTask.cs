using Cake.Frosting;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Checks one exercise and shows what was found.</summary>
/// <param name="exercise">The exercise.</param>
public abstract class CheckTask(Exercise exercise) : LabTask
{
    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var request = new CheckRequest(exercise, PathFor(context), context.Command, context.Seed)
        {
            FullWait = context.Full ? Exercise.DefaultTimeout : null,
        };
        var console = Terminal.Open();
        var result = await new ProgressView(console).While(progress =>
            Notebook.OfKit.Check(request, progress, interrupted)
        );
        console.Show(ResultView.Of(result));
        foreach (var file in context.Outputs)
            JsonView.Write(result, file);
        context.ExitCode.Add((int)result.Outcome);
    }

    private string? PathFor(LabContext context) =>
        context.Command is not null ? null
        : context.Program is { } given ? Path.GetFullPath(given)
        : KitFolder.ProgramOf(exercise, context.Solution);
}

/// <summary>Exercise 1.</summary>
[TaskName("Ex1")]
[TaskDescription("Checks exercise 1, the client, step by step")]
public sealed class Ex1Task() : CheckTask(Exercise.Client);

/// <summary>Exercise 2.</summary>
[TaskName("Ex2")]
[TaskDescription("Checks exercise 2, the echo server, step by step")]
public sealed class Ex2Task() : CheckTask(Exercise.EchoServer);

/// <summary>Exercise 3.</summary>
[TaskName("Ex3")]
[TaskDescription("Checks exercise 3, the multithreaded echo server, step by step")]
public sealed class Ex3Task() : CheckTask(Exercise.ThreadedServer);
