using System.Diagnostics;
using Cake.Frosting;
using Lab.Build.Bench;
using Lab.Build.Checking;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Measures how long an answer takes, against <c>dotnet test</c> in the same minutes.</summary>
[TaskName("Bench")]
[TaskDescription("Measures how long an answer takes, against dotnet test; --rounds times")]
public sealed class BenchTask : LabTask
{
    private const int UsualRounds = 10;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        await using var workspace = new Workspace(interrupted);
        var benchmark = new Benchmark(workspace.Folder, Console.Error.WriteLine, interrupted);
        var figures = new List<Figures>();
        await foreach (var one in benchmark.Run(context.Rounds ?? UsualRounds))
        {
            figures.Add(one);
            Console.WriteLine(Texts.BenchFigures(one));
        }
        using var host = Process.GetCurrentProcess();
        var memory = host.PeakWorkingSet64 >> 20;
        Console.WriteLine(Texts.BenchMemory(memory));
        foreach (var file in context.Outputs)
            JsonView.Save(new { Figures = figures, PeakMegabytes = memory }, file);
    }
}
