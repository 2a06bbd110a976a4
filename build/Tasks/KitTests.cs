using CliWrap;
using Lab.Build.Checking;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>Runs the kit's own tests: builds the whole solution first, then starts the tests' program.</summary>
/// <param name="show">Is given each line that is printed.</param>
internal sealed class KitTests(Action<string> show)
{
    private static readonly string _tests = Path.Combine(
        ".lab",
        "artifacts",
        "bin",
        "Kit",
        "debug",
        "Lab.Kit.Tests.dll"
    );

    private static readonly string[] _build = ["build", "lab.sln", "-nologo", "-v:quiet", "-nodeReuse:false"];

    /// <summary>Runs them.</summary>
    /// <param name="before">Commands of <c>dotnet</c> that must succeed before.</param>
    /// <param name="options">Options of the tests' program.</param>
    /// <param name="end">Gives up.</param>
    /// <returns>Whether everything succeeded.</returns>
    public async Task<bool> Run(IEnumerable<string[]> before, IEnumerable<string> options, CancellationToken end)
    {
        string[][] stages = [.. before, _build, [_tests, "--no-ansi", "--no-progress", .. options]];
        foreach (var stage in stages)
        {
            if (await Dotnet(stage, end) == 0)
                continue;
            show(Catalogue.Current.StageFailed($"dotnet {string.Join(' ', stage)}"));
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
            .WithStandardOutputPipe(PipeTarget.ToDelegate(show))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(show))
            .ExecuteAsync(end);
        return result.ExitCode;
    }
}
