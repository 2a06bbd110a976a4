using System.Text.RegularExpressions;
using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Tests the host's output for command lines, apart from times and other things that differ from run to run.
/// </summary>
/// <remarks>
/// Baseline/commands.txt holds the command lines, each followed by its output. On an overloaded machine a check may end
/// before it has looked at every step.
/// </remarks>
[NonParallelizable]
public sealed partial class CommandLineTests
{
    private const string Prompt = "$ ";

    public static IEnumerable<TestCaseData> Commands =>
        Blocks().Select(block => new TestCaseData(block.Line, block.Output).SetArgDisplayNames(block.Line));

    [TestCaseSource(nameof(Commands))]
    public async Task A_command_line_prints_what_it_printed(string line, string output) =>
        Assert.That(await Play(line), Is.EqualTo(output));

    [Test]
    [Explicit("It writes the baseline anew.")]
    public async Task Write_what_command_lines_print()
    {
        var blocks = new List<string>();
        foreach (var (line, _) in Blocks())
            blocks.Add($"{Prompt}{line}\n{await Play(line)}");
        await File.WriteAllTextAsync(Baseline.CommandsFile, string.Join('\n', blocks));
    }

    private static IEnumerable<(string Line, string Output)> Blocks() =>
        from block in Regex.Split(File.ReadAllText(Baseline.CommandsFile).ReplaceLineEndings("\n"), @"(?m)^\$ ").Skip(1)
        let parts = block.Split('\n', 2)
        select (parts[0], parts[1].TrimEnd() + "\n");

    private static async Task<string> Play(string line)
    {
        var run = await Host.Run([.. Argument().Matches(line).Select(match => match.Value.Replace("\"", ""))]);
        return $"exit code {run.ExitCode}\n{Plain(run.Output)}{Plain(run.Error)}".TrimEnd() + "\n";
    }

    // The order of the first events and the values that the system assigns depend on chance.
    private static string Plain(string printed)
    {
        var text = Colour()
            .Replace(printed, "")
            .Replace(KitFolder.Root, "KIT", StringComparison.Ordinal)
            .ReplaceLineEndings("\n");
        var lines = Ladder()
            .Replace(text, "")
            .Split('\n')
            .Select(line => Place().Replace(Count().Replace(Time().Replace(line, "# s"), "# of "), "ADDRESS"));
        return string.Join('\n', lines);
    }

    [GeneratedRegex("""([^\s"]|"[^"]*")+""")]
    private static partial Regex Argument();

    // It begins with its legend, if there is one, or with the names of its columns.
    [GeneratedRegex(@"^( +│ connected .*\n)? +ms .*\n(.+\n)*", RegexOptions.Multiline)]
    private static partial Regex Ladder();

    [GeneratedRegex(@"\d+\.\d s\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<=… )\d+ of ")]
    private static partial Regex Count();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex(@"127\.\d+\.\d+\.\d+:\d+")]
    private static partial Regex Place();
}
