using System.Collections.Concurrent;
using System.Diagnostics;
using Lab.Build;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// The same program gets the same verdict on a machine of any load. A run of all tests checks a few programs. On
/// request, every known program is checked as often as the test parameter <c>rounds</c> says.
/// </summary>
[All]
[NonParallelizable]
public sealed class LoadTests
{
    // This gives more than three thousand checks with the present programs.
    private const int UsualRounds = 12;
    private const int SampleStep = 23;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> _changed = new();
    private readonly ConcurrentQueue<string> _changedElsewhere = new();
    private readonly ConcurrentDictionary<(Exercise, string), string> _first = new();
    private int _checks;
    private int _playedAgain;

    private string Figures =>
        $@"{_checks} checks, {_changed.Count} changed verdicts, {_changedElsewhere.Count} changed in a step not blamed, {_playedAgain} checks played a scenario again, {_clock.Elapsed:h\:mm\:ss}";

    [Test]
    public async Task A_few_programs_keep_their_verdicts_on_an_overloaded_machine()
    {
        await using var busy = await BusyMachine.With(Environment.ProcessorCount);

        await CheckAll(KnownPrograms.All.Where((_, index) => index % SampleStep == 0), atOnce: 2);
    }

    [Test]
    [Explicit("It takes hours.")]
    public async Task Every_program_keeps_its_verdict_however_often_it_is_checked()
    {
        var rounds = TestContext.Parameters.Get("rounds", UsualRounds);

        // This number of checks loads each core ten times over.
        await CheckAll(Enumerable.Repeat(KnownPrograms.All, rounds).SelectMany(round => round), atOnce: 4);
    }

    private async Task CheckAll(IEnumerable<KnownProgram> programs, int atOnce)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        await Parallel.ForEachAsync(programs, options, async (program, _) => await Check(program));

        await TestContext.Progress.WriteLineAsync(Figures);
        Assert.That(_changed.Concat(_changedElsewhere), Is.Empty, Figures);
    }

    private async Task Check(KnownProgram program)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Program.cs", program.Source);
        var result = await Checks.Run(program.Exercise, folder.Path);
        var next = result.Text("next");
        var verdict = string.IsNullOrEmpty(next) ? null : result.Step(next).Text("verdict");
        if (next != (program.Next ?? "") || verdict != (program.Verdict is { } expected ? Json.Word(expected) : null))
            await Note(_changed, $"{program.Exercise} {program.Name}: step {next}, {verdict}\n{result.Summary()}");
        var steps = result.GetProperty("steps").EnumerateArray();
        var all = string.Join(
            ", ",
            steps.Select(step => $"{step.Text("id")} {step.Text("status")} {step.Text("verdict")}")
        );
        if (_first.GetOrAdd((program.Exercise, program.Name), all) is var first && first != all)
            await Note(_changedElsewhere, $"{program.Exercise} {program.Name}:\n{first}\n{all}");
        if (result.GetProperty("steps").EnumerateArray().Any(step => step.GetProperty("notes").GetArrayLength() > 0))
            Interlocked.Increment(ref _playedAgain);
        if (Interlocked.Increment(ref _checks) % 20 == 0)
            await TestContext.Progress.WriteLineAsync(Figures);
    }

    private static async Task Note(ConcurrentQueue<string> all, string changed)
    {
        all.Enqueue(changed);
        await TestContext.Progress.WriteLineAsync(changed);
    }
}
