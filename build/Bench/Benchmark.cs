using System.Diagnostics;
using CliWrap;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Build.Texts;

namespace Lab.Build.Bench;

/// <summary>Measures the daily loop on the solutions, each time right after its rival.</summary>
/// <param name="folder">A folder for the rival and for copies of the solutions.</param>
/// <param name="say">Is told how far it is.</param>
/// <param name="end">Gives up.</param>
public sealed class Benchmark(string folder, Action<string> say, CancellationToken end)
{
    private static readonly string _script = Path.Combine(
        KitFolder.Root,
        OperatingSystem.IsWindows() ? "build.cmd" : "build.sh"
    );

    private readonly Rival _rival = new(Path.Combine(folder, "rival"));

    /// <summary>Measures everything so many times; the figures come as they are ready.</summary>
    public async IAsyncEnumerable<Figures> Run(int rounds)
    {
        await _rival.Prepare(end);
        Task<TimeSpan> Host() => Timed(() => Script("--target=Default"));
        await Host();
        yield return await Measure("script and host", rounds, Host);
        foreach (var exercise in Exercise.All)
        {
            var program = Copy(exercise, "right", text => text);
            var wrong = Copy(exercise, "wrong", FirstByteLost);
            (string Name, string Program, Func<Task<TimeSpan>> Run)[] questions =
            [
                (exercise.Id, program, () => Timed(() => Script($"--target={exercise.Id}", $"--program={program}"))),
                ($"{exercise.Id} on save, all right", program, () => Timed(() => InHost(exercise, program))),
                ($"{exercise.Id} on save, first wrong step", wrong, () => FirstWrongStep(exercise, wrong)),
                ($"{exercise.Id} on save, compiling", program, () => Timed(() => Compile(program))),
            ];
            foreach (var question in questions)
            {
                await question.Run();
                yield return await Measure(question.Name, rounds, Edited(question.Program, question.Run));
            }
        }
    }

    private async Task<Figures> Measure(string name, int rounds, Func<Task<TimeSpan>> run)
    {
        var (own, rival) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            await _rival.Edit(end);
            rival.Add((await Timed(() => _rival.Run(end))).TotalSeconds);
            own.Add((await run()).TotalSeconds);
            say(Catalogue.Current.BenchProgress(name, round, rounds));
        }
        return new(name, own, rival);
    }

    private static async Task<TimeSpan> Timed(Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        return clock.Elapsed;
    }

    private Func<Task<TimeSpan>> Edited(string program, Func<Task<TimeSpan>> run) =>
        async () =>
        {
            await File.AppendAllTextAsync(program, "// edited\n", end);
            return await run();
        };

    // A step that is certainly wrong as soon as it is seen: in each of the solutions something is sent in a loop.
    private static string FirstByteLost(string solution)
    {
        var wrong = solution.Replace("(int sent = 0;", "(int sent = 1;", StringComparison.Ordinal);
        return wrong != solution
            ? wrong
            : throw new InvalidOperationException("The solutions send in another way now.");
    }

    private string Copy(Exercise exercise, string name, Func<string, string> change)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, exercise.Id, name)).FullName;
        var program = Path.Combine(place, "Program.cs");
        File.WriteAllText(program, change(File.ReadAllText(KitFolder.ProgramOf(exercise, solution: true))));
        return program;
    }

    private async Task Script(params string[] arguments) =>
        await Cli.Wrap(_script).WithArguments(arguments).WithStandardOutputPipe(PipeTarget.Null).ExecuteAsync(end);

    // As Watch does it, but for its look at the files.
    private async Task InHost(Exercise exercise, string program)
    {
        var result = await Check(exercise, program, new Progress());
        if (result.Outcome != Outcome.Passed)
            throw new InvalidOperationException($"{exercise.Id}: {result.Outcome}, step {result.Next}");
    }

    private async Task<TimeSpan> FirstWrongStep(Exercise exercise, string program)
    {
        var progress = new Progress();
        var result = await Check(exercise, program, progress);
        return progress.Told
            ?? throw new InvalidOperationException($"{exercise.Id}: {result.Outcome}, and no step told");
    }

    private Task<ResultDocument> Check(Exercise exercise, string program, Progress progress) =>
        Checking.Check.Run(new CheckRequest(exercise, program, null, Seed: 1), progress, end);

    private async Task Compile(string program)
    {
        await using var workspace = new Workspace(end);
        await workspace.Compile([program], "Compiled", KitFolder.Hook);
    }

    // Notes when a step was first told to be wrong.
    private sealed class Progress : IProgress<CheckProgress>
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public TimeSpan? Told { get; private set; }

        public void Report(CheckProgress value)
        {
            if (value.SoFar is not null)
                Told ??= _clock.Elapsed;
        }
    }
}
