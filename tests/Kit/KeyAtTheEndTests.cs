using Lab.Build;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// A program that has done all its steps may wait for a key before it ends: Enter is pressed for it, and a note says so.
/// The wrong programs hold those that close their socket only after the wait.
/// </summary>
public sealed class KeyAtTheEndTests
{
    private static readonly (string Exercise, string Last)[] _ends =
    [
        ("Ex1", "socket.Close();\n}"),
        ("Ex2", "server?.Close();\n}"),
        ("Ex3", "server?.Close();\n}"),
    ];

    private static readonly string[] _waits =
    [
        "Console.ReadLine();",
        "Console.WriteLine(\"Press any key.\"); Console.ReadKey();",
        "while (Console.In.Read() is not (-1 or '\\n')) { }",
    ];

    public static IEnumerable<TestCaseData> Programs =>
        from end in _ends
        from wait in _waits
        select new TestCaseData(end.Exercise, end.Last, wait).SetArgDisplayNames(end.Exercise, wait);

    [TestCaseSource(nameof(Programs))]
    public async Task A_key_awaited_at_the_end_is_a_note(string exercise, string last, string wait)
    {
        var checkedOne = Exercise.All.Single(one => one.Id == exercise);
        using var folder = new TemporaryFolder();
        var solution = KitFolder.ProgramOf(checkedOne, solution: true);
        folder.Write("Program.cs", WrongProgram.Changed(solution, [(last, $"{last}\n{wait}")]));

        var result = await Checks.Run(checkedOne, folder.Path);

        var lastStep = checkedOne.StepIds.Last(id => id != "check");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
            Assert.That(result.StepIn(lastStep).Notes, Has.Some.EqualTo(Lab.Build.Results.StepNote.AwaitsKey));
        }
    }
}
