using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Build.Watching;

namespace Lab.Build.Tasks;

/// <summary>Checks the program whenever it is saved.</summary>
[TaskName(Target.Watch)]
public sealed class WatchTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.WatchTarget;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
            throw new RefusedException(new Refusal.NoTerminal());
        var watched = context.Get(KitArgument.OneExercise) is { } one ? [one] : Exercise.All;
        var programs = watched.ToDictionary(exercise => exercise, exercise => KitFolder.ProgramOf(exercise));
        var view = new WatchView(Terminal.Open(), Texts);
        await using var loop = new WatchLoop(Notebook.OfKit, programs, context.Seed, view);
        try
        {
            await view.While(() => loop.Run(ReadKey, interrupted));
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is one way to leave.
        }
    }

    private static char? ReadKey() =>
        Console.KeyAvailable ? char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar) : null;
}
