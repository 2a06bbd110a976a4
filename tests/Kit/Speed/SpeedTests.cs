using System.Diagnostics;
using CliWrap;
using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests.Speed;

/// <summary>
/// Measures how long an answer takes after an edit, compared with <c>dotnet test</c> on a project with one test. Both
/// run in turn, so that the machine is equally busy for both. The test parameter <c>rounds</c> is the number of turns.
/// </summary>
[NonParallelizable]
[Explicit("It measures, which takes minutes on a machine that does nothing else.")]
public sealed class SpeedTests
{
    private const int UsualRounds = 10;

    private static readonly string _script = Path.Combine(
        KitFolder.Root,
        OperatingSystem.IsWindows() ? "build.cmd" : "build.sh"
    );

    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public async Task A_check_answers_sooner_than_dotnet_test(Exercise exercise)
    {
        var solution = KitFolder.ProgramOf(exercise, solution: true);
        var program = _folder.Write("solution/Program.cs", await File.ReadAllTextAsync(solution));
        var rival = new Rival(Path.Combine(_folder.Path, "rival"));
        await rival.Prepare();
        await Check(exercise, program);
        var (own, others) = (new List<double>(), new List<double>());

        for (var round = 0; round < TestContext.Parameters.Get("rounds", UsualRounds); round++)
        {
            await rival.Edit();
            others.Add(await Seconds(rival.Run));
            await File.AppendAllTextAsync(program, "// edited\n");
            own.Add(await Seconds(() => Check(exercise, program)));
        }

        var ratios = own.Zip(others, (one, other) => one / other).Order().ToList();
        await TestContext.Progress.WriteLineAsync(
            FormattableString.Invariant(
                $"{exercise}: {Median(own):0.00} s, dotnet test {Median(others):0.00} s; {Median(ratios):0.00} of it ({ratios[0]:0.00} to {ratios[^1]:0.00})"
            )
        );
        Assert.That(Median(ratios), Is.LessThan(1));
    }

    private static Task Check(Exercise exercise, string program) =>
        Cli.Wrap(_script)
            .WithArguments([$"--target={exercise}", $"--program={program}"])
            .WithStandardOutputPipe(PipeTarget.Null)
            .ExecuteAsync();

    private static async Task<double> Seconds(Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
