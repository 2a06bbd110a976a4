using System.Globalization;
using System.Text.RegularExpressions;
using Cake.Frosting;
using CliWrap;
using Lab.Build.Arguments;
using Lab.Build.Checking;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>
/// Checks everything that must hold before a change is accepted: the formatting, the whole solution, the kit's own
/// tests.
/// </summary>
[TaskName(Target.Test)]
public sealed partial class TestTask : LabTask
{
    private static readonly string _tests = Path.Combine(
        ".lab",
        "artifacts",
        "bin",
        "Kit",
        "debug",
        "Lab.Kit.Tests.dll"
    );

    private static readonly string[] _withoutLong = ["--filter", "TestCategory!=All"];

    private static readonly string[][] _before =
    [
        ["tool", "restore", "-v", "quiet"],
        ["csharpier", "check", "."],
        ["build", "lab.sln", "-nologo", "-v:quiet", "-nodeReuse:false"],
    ];

    private readonly Dictionary<string, int> _counts = new()
    {
        ["succeeded"] = 0,
        ["failed"] = 0,
        ["skipped"] = 0,
    };

    /// <inheritdoc />
    public override string Description(Catalogue words) => words.TestTarget;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        string[] tests = [_tests, "--no-ansi", "--progress", "off"];
        if (!context.Get(KitArgument.AllTests))
            tests = [.. tests, .. _withoutLong];
        if (!await RunStages([.. _before, tests], interrupted))
            _counts["failed"] = Math.Max(1, _counts["failed"]);
        Console.WriteLine($"{_counts["skipped"]} skipped");
        Console.WriteLine($"{_counts["succeeded"]} passed, {_counts["failed"]} failed");
        // A run without any counted test has not passed.
        context.ExitCode.Add(_counts["failed"] == 0 && _counts["succeeded"] > 0 ? 0 : 1);
    }

    private async Task<bool> RunStages(string[][] stages, CancellationToken end)
    {
        foreach (var stage in stages)
        {
            if (await Dotnet(stage, end) == 0)
                continue;
            Console.WriteLine(Texts.StageFailed($"dotnet {string.Join(' ', stage)}"));
            return false;
        }
        return true;
    }

    private async Task<int> Dotnet(string[] arguments, CancellationToken end)
    {
        var result = await Cli.Wrap(Compiler.Dotnet)
            .WithArguments(arguments)
            .WithWorkingDirectory(KitFolder.Root)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(Count))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(Count))
            .ExecuteAsync(end);
        return result.ExitCode;
    }

    // The runner's summary has lines such as "  succeeded: 12".
    private void Count(string line)
    {
        Console.WriteLine(line);
        if (Summary().Match(line) is { Success: true } match)
            _counts[match.Groups["what"].Value] = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*(?<what>succeeded|failed|skipped): (?<count>\d+)\s*$")]
    private static partial Regex Summary();
}
