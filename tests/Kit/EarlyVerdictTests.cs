using System.Collections.Concurrent;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>A check reports only certain results before it is done.</summary>
/// <remarks>On an overloaded machine all results may come at the same time.</remarks>
[NonParallelizable]
public sealed class EarlyVerdictTests
{
    private readonly Reports _reports = new();

    [Test]
    public async Task A_step_that_is_certainly_wrong_is_told_while_others_are_under_way()
    {
        var result = await CheckNow(Wrong("a fixed timeout").Replace("UTF8", "ASCII", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _reports.Select(report => report.SoFar),
                Has.Some.Matches<ResultDocument?>(early =>
                    early?.Next is "4" or "6" && early.Steps.Single(step => step.Id == "2").IsUnderWay
                ),
                "while the timeout is awaited"
            );
            Assert.That(result.Next, Is.EqualTo("2"), "in the end");
            Assert.That(result.Steps.Any(step => step.IsUnderWay), Is.False, "in the end");
        }
    }

    [Test]
    public async Task What_only_the_clock_has_failed_is_not_told_before_it_is_certain()
    {
        // The program works all the time. So nobody knows whether it would end if it had more time.
        var result = await CheckNow(
            Wrong("a fixed timeout")
                .Replace(
                    "int count = socket.Receive(buffer);",
                    "while (!socket.Poll(0, SelectMode.SelectRead)) { Thread.SpinWait(100_000); }\nint count = socket.Receive(buffer);",
                    StringComparison.Ordinal
                )
        );

        Assert.That(result.Next, Is.EqualTo("2"));
        Assert.That(
            _reports.Where(report => report.Phase == CheckPhase.Running).Select(report => report.SoFar),
            Is.All.Null
        );
    }

    [Test]
    public async Task A_program_that_only_waits_is_told_before_the_check_is_over()
    {
        var result = await CheckNow(Wrong("a fixed timeout"));

        Assert.That(result.Next, Is.EqualTo("2"));
        Assert.That(
            _reports.Where(report => report.Phase == CheckPhase.Running).Select(report => report.SoFar?.Next),
            Has.Some.EqualTo("2")
        );
    }

    // Sockets that are open at a program's exit are never known on Windows.
    [Platform(Exclude = "Win")]
    [TestCaseSource(nameof(ThatNeverClose))]
    public async Task What_a_program_tells_at_its_exit_is_not_looked_for_again(WrongProgram program)
    {
        var result = await CheckNow(program.Source(), program.Exercise);

        Assert.That(result.Next, Is.EqualTo(program.Step));
        Assert.That(_reports.Select(report => report.Phase), Has.None.EqualTo(CheckPhase.PlayingAgain));
    }

    [Test]
    public async Task Of_a_right_program_nothing_is_told_early()
    {
        var result = await CheckNow(File.ReadAllText(KitFolder.ProgramOf(Exercise.Client, solution: true)));

        Assert.That(result.Outcome, Is.EqualTo(Outcome.Passed));
        Assert.That(_reports.Select(report => report.SoFar), Is.All.Null);
    }

    [Test]
    public void What_was_given_up_says_nothing_about_the_program()
    {
        using var giveUp = new CancellationTokenSource();
        // The check is cancelled in the middle, while some programs still run. They are killed.
        _reports.Then = report =>
        {
            if (report is { Phase: CheckPhase.Running, Done: > 2 })
                _ = giveUp.CancelAsync();
        };

        var check = CheckNow(File.ReadAllText(KitFolder.ProgramOf(Exercise.Client, solution: true)), end: giveUp.Token);

        Assert.That(async () => await check, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_reports.Select(report => report.SoFar), Is.All.Null);
    }

    private static IEnumerable<WrongProgram> ThatNeverClose =>
        KnownPrograms.Wrong.Where(program =>
            program.Name is "never closed" or "an exit before the close" or "closed on success only"
        );

    private static string Wrong(string name) => WrongClients.All.Single(program => program.Name == name).Source();

    private async Task<ResultDocument> CheckNow(
        string source,
        Exercise? exercise = null,
        CancellationToken end = default
    )
    {
        using var folder = new TemporaryFolder();
        var request = new CheckRequest(
            exercise ?? Exercise.Client,
            new Source.CSharp(folder.Write("Program.cs", source)),
            Seed: 4711
        );
        return await Check.Run(request, _reports, end);
    }

    private sealed class Reports : ConcurrentQueue<CheckProgress>, IProgress<CheckProgress>
    {
        public Action<CheckProgress>? Then { get; set; }

        public void Report(CheckProgress value)
        {
            Enqueue(value);
            Then?.Invoke(value);
        }
    }
}
