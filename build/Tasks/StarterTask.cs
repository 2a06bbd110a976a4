using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Guidance;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>Lays down starters, and never over work that somebody has begun.</summary>
[TaskName(Target.Starter)]
public sealed class StarterTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.StarterTarget;

    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        var exercises = context.Get(KitArgument.OneExercise) is { } one ? [one] : Exercise.All;
        foreach (var exercise in exercises)
            LayDown(exercise, context);
        return Task.CompletedTask;
    }

    private static void LayDown(Exercise exercise, LabContext context)
    {
        var program = KitFolder.ProgramOf(exercise);
        var shown = KitFolder.Shown(program);
        try
        {
            if (!Starter.IsUntouched(exercise, program) && !context.Get(KitArgument.Force))
            {
                context.Refuse(Texts.StarterWouldHide(shown));
                return;
            }
            var kept = Starter.LayDown(exercise, Texts, program);
            Console.WriteLine(
                kept is null ? Texts.StarterLaid(shown) : Texts.StarterLaidBeside(shown, KitFolder.Shown(kept))
            );
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            context.Refuse(Texts.StarterNotWritten(shown, denied.Message));
        }
    }
}
