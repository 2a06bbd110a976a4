using Lab.Build;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>A scenario that failed only because of time is played once more, alone, and the result says so.</summary>
public sealed class PlayedAgainTests
{
    // The program may have started another process that works for it, so nobody knows whether it only waits.
    private const string MayHaveHelp = "_ = System.Diagnostics.Process.GetCurrentProcess().Id;";

    // The code imitates a machine that is busy for a while: the first replies are shown late, in any scenario.
    private const string LateAtFirst = $$"""
        {{MayHaveHelp}}
        File.Create(Path.Combine("..", $"run-{Guid.NewGuid()}")).Dispose();
        if (Directory.GetFiles("..", "run-*").Length <= 6) Thread.Sleep(5000);

        """;

    [Test]
    public async Task A_right_program_passes_that_was_late_at_first()
    {
        const string Shown = "Console.Write(text, 0, length);";

        var notes = await Notes((Shown, LateAtFirst + Shown), outcome: "passed");

        Assert.That(notes, Has.Some.Contains("played once more, alone, it passes"));
    }

    [Test]
    public async Task A_wrong_program_fails_again()
    {
        var notes = await Notes(
            ("for (int sent = 0; sent < request.Length; )", $"{MayHaveHelp}\nfor (int sent = 0; false; )"),
            outcome: "notYet"
        );

        Assert.That(notes, Has.Some.Contains("it fails again"));
    }

    [Test]
    public async Task A_wrong_program_that_only_waits_is_not_played_again()
    {
        var notes = await Notes(("sent < request.Length", "false"), outcome: "notYet");

        Assert.That(notes, Is.Empty);
    }

    private static async Task<IReadOnlyList<string>> Notes((string Old, string New) change, string outcome)
    {
        using var folder = new TemporaryFolder();
        var solution = KitFolder.ProgramOf(Exercise.Client, solution: true);
        folder.Write("Program.cs", WrongProgram.Changed(solution, [change]));

        var result = await Checks.Run(Exercise.Client, folder.Path);

        Assert.That(result.Text("outcome"), Is.EqualTo(outcome), result.Summary());
        var steps = result.GetProperty("steps").EnumerateArray();
        return
        [
            .. steps.SelectMany(step => step.GetProperty("notes").EnumerateArray()).Select(note => note.ToString()),
        ];
    }
}
