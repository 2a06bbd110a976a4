using System.Runtime.Loader;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests.Pointers;

/// <summary>Real checks: they point at the line, and a passing one does not even load what reads C#.</summary>
public sealed class CheckedPointerTests
{
    [Test]
    public async Task A_check_points_at_the_line()
    {
        var step = await FailedStepOf(WrongClients.All.Single(program => program.Name == "a timeout in seconds"));

        Assert.That(step.Passage?.Mistake, Is.EqualTo(Build.Reading.Mistake.SecondsForMilliseconds));
    }

    [Test]
    public async Task A_crash_points_at_the_catch_that_lets_it_through()
    {
        var program = WrongClients.All.Single(program => program.Name == "only the timeout handled");

        Assert.That(
            (await FailedStepOf(program)).Passage?.Mistake,
            Is.EqualTo(Build.Reading.Mistake.CatchesOtherType).Or.EqualTo(Build.Reading.Mistake.FilterLetsThrough)
        );
    }

    /// <summary>Other tests load the library into this process, so the check needs one of its own.</summary>
    [Test]
    public async Task A_passing_check_does_not_load_the_compiler()
    {
        var run = await Cli.Wrap(Compiler.Dotnet)
            .WithArguments([
                typeof(CheckedPointerTests).Assembly.Location,
                "--filter",
                $"Name~{nameof(Pass_in_own_process)}",
            ])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.That(run.ExitCode, Is.Zero, run.StandardOutput);
    }

    [Test]
    [Explicit("It looks at what this process has loaded.")]
    public async Task Pass_in_own_process()
    {
        var result = await CheckOf(KitFolder.ProgramOf(Exercise.Client, solution: true));

        Assert.That(result.Outcome, Is.EqualTo(Outcome.Passed));
        Assert.That(
            AssemblyLoadContext.Default.Assemblies.Select(assembly => assembly.GetName().Name),
            Has.None.StartsWith("Microsoft.CodeAnalysis")
        );
    }

    private static async Task<StepResult> FailedStepOf(WrongProgram program)
    {
        using var folder = new TemporaryFolder();
        var result = await CheckOf(folder.Write("Program.cs", program.Source()));
        return result.Steps.Single(step => step.Id == program.Step);
    }

    private static Task<ResultDocument> CheckOf(string path) =>
        Check.Run(
            new(Exercise.Client, new Source.CSharp(path), 4711),
            new Progress<CheckProgress>(),
            CancellationToken.None
        );
}
