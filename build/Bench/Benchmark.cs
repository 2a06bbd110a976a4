using System.Diagnostics;
using CliWrap;
using Lab.Build.Checking;
using Lab.Build.Texts;

namespace Lab.Build.Bench;

/// <summary>Measures the daily loop on the solutions, each time right after its rival.</summary>
/// <param name="folder">A folder for the rival and for copies of the solutions.</param>
/// <param name="say">Is told how far it is.</param>
/// <param name="end">Gives up.</param>
public sealed class Benchmark(string folder, Action<string> say, CancellationToken end)
{
    private static readonly string _script = Path.Combine(
        Kit.Root,
        OperatingSystem.IsWindows() ? "build.cmd" : "build.sh"
    );

    private readonly Rival _rival = new(Path.Combine(folder, "rival"));

    /// <summary>Measures everything so many times.</summary>
    public async Task<IReadOnlyList<Figures>> Run(int rounds)
    {
        await _rival.Prepare(end);
        await Script("--target=Default");
        List<Figures> all = [await Measure("script and host", rounds, () => Script("--target=Default"))];
        foreach (var exercise in Exercise.All)
        {
            var program = Copy(exercise);
            Task Check() => Script($"--target={exercise.Id}", $"--program={program}");
            await Check();
            all.Add(await Measure(exercise.Id, rounds, Edited(program, Check)));
            Task CheckHere() => InHost(exercise, program);
            await CheckHere();
            all.Add(await Measure($"{exercise.Id} in a running host", rounds, Edited(program, CheckHere)));
            all.Add(await Measure($"{exercise.Id} compiling", rounds, Edited(program, () => Compile(program))));
        }
        return all;
    }

    private async Task<Figures> Measure(string name, int rounds, Func<Task> run)
    {
        var (own, rival) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            await _rival.Edit(end);
            rival.Add(await Time(() => _rival.Run(end)));
            own.Add(await Time(run));
            say(Catalogue.Current.BenchProgress(name, round, rounds));
        }
        return new(name, own, rival);
    }

    private static async Task<double> Time(Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        return clock.Elapsed.TotalSeconds;
    }

    private Func<Task> Edited(string program, Func<Task> run) =>
        async () =>
        {
            await File.AppendAllTextAsync(program, "// edited\n", end);
            await run();
        };

    private string Copy(Exercise exercise)
    {
        var program = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, exercise.Id)).FullName, "Program.cs");
        File.Copy(Kit.ProgramOf(exercise, solution: true), program);
        return program;
    }

    private async Task Script(params string[] arguments) =>
        await Cli.Wrap(_script).WithArguments(arguments).WithStandardOutputPipe(PipeTarget.Null).ExecuteAsync(end);

    private async Task InHost(Exercise exercise, string program)
    {
        var request = new CheckRequest(exercise, program, null, Seed: 1);
        var result = await Checking.Check.Run(request, new Silence(), end);
        if (result.Outcome != Outcome.Passed)
            throw new InvalidOperationException($"{exercise.Id}: {result.Outcome}, step {result.Next}");
    }

    private async Task Compile(string program)
    {
        await using var workspace = new Workspace(end);
        await workspace.Compile([program], "Compiled", Kit.Hook);
    }

    private sealed class Silence : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) { }
    }
}
