using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Checking;
using Lab.Build.Demo;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Scenarios.Servers;

namespace Lab.Build.Tasks;

/// <summary>
/// Plays the practical's own acceptance test live, first with the threaded server, then with the sequential one.
/// </summary>
[TaskName(Target.Demo)]
public sealed class DemoTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) =>
        KitFolder.IsHandout ? words.DemoTargetOfHandout : words.DemoTarget;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        await using var workspace = new Workspace(interrupted);
        var isOfSolutions = !KitFolder.IsHandout && !context.Get(KitArgument.Exercises);
        Task<Subject> Bring(Exercise exercise) => Compile(workspace, exercise, isOfSolutions);

        var client = await Bring(Exercise.Client);
        foreach (var exercise in new[] { Exercise.ThreadedServer, Exercise.EchoServer })
        {
            var view = new DemoView(Terminal.Open(), Texts);
            var scene = new Scene(await Bring(exercise), client, view.Show);
            view.Begin(Texts.DemoTitle(exercise));
            var ending = await scene.Play(exercise);
            interrupted.ThrowIfCancellationRequested();
            view.End(Texts.DemoOutcome(exercise, ending));
            if (exercise == Exercise.ThreadedServer)
                context.ExitCode.Add(ending == Ending.Served ? 0 : 1);
        }
    }

    private static async Task<Subject> Compile(Workspace workspace, Exercise exercise, bool solution)
    {
        var source = solution ? KitFolder.SolutionOf(exercise, Texts.Code) : KitFolder.ProgramOf(exercise);
        if (!File.Exists(source))
            throw new RefusedException(new Refusal.NoProgramToShow(KitFolder.Shown(source)));
        var (program, _) = await workspace.Compile([source], exercise.Folder, KitFolder.Hook);
        return program ?? throw new RefusedException(new Refusal.CannotCompile(exercise));
    }
}
