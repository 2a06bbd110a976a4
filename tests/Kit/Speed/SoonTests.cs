using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using NUnit.Framework;

namespace Lab.Kit.Tests.Speed;

/// <summary>
/// Measures how soon a student learns the first wrong step, and how long the whole check takes, one known wrong program
/// after the other. Test parameters: <c>every</c> takes each n-th program only, <c>from</c> is the first of them,
/// <c>named</c> is a regular expression for their names, and <c>busy</c> is the number of processes that keep the machine
/// busy meanwhile.
/// </summary>
[NonParallelizable]
[Explicit("It measures, which takes many minutes on a machine that does nothing else.")]
public sealed class SoonTests
{
    [Test]
    public async Task The_first_wrong_step_is_certain_soon()
    {
        await using var busy = await BusyMachine.With(TestContext.Parameters.Get("busy", 0));
        var every = TestContext.Parameters.Get("every", 1);
        var named = new Regex(TestContext.Parameters.Get("named", ""));
        var programs = KnownPrograms
            .Wrong.Where(program => named.IsMatch(program.ToString()))
            .Skip(TestContext.Parameters.Get("from", 0))
            .Where((_, at) => at % every == 0);
        var (first, whole) = (new List<double>(), new List<double>());
        foreach (var program in programs.Where(program => program.Step != ResultDocument.Compile))
        {
            var result = await Check(program.Exercise, program.Source());
            var certain = result.Steps.FirstOrDefault(step => step.Id == result.Next)?.CertainAt?.TotalSeconds;
            first.Add(certain ?? result.Seconds);
            whole.Add(result.Seconds);
            var found = result.Steps.FirstOrDefault(step => step.Id == result.Next)?.Finding?.Verdict;
            var other = result.Next == program.Step && found == program.Verdict ? "" : $"  NOW {result.Next} {found}";
            await Say($"{certain, 6:0.0} {result.Seconds, 6:0.0}  {program}{other}");
        }
        await Say($"first wrong step: {Quantiles(first)}");
        await Say($"whole check:      {Quantiles(whole)}");
    }

    private static async Task<ResultDocument> Check(Exercise exercise, string source)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Program.cs", source);
        var request = new CheckRequest(exercise, new Source.CSharp(folder.Path), Random.Shared.Next(1000, 10_000));
        return await Lab.Build.Checking.Check.Run(request, new Progress<CheckProgress>(), CancellationToken.None);
    }

    private static string Quantiles(List<double> seconds)
    {
        seconds.Sort();
        double At(double share) => seconds[(int)Math.Ceiling(share * seconds.Count) - 1];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds.Count} checks, median {At(0.5):0.0} s, 95 of 100 within {At(0.95):0.0} s, worst {At(1):0.0} s"
        );
    }

    private static Task Say(FormattableString line) =>
        TestContext.Progress.WriteLineAsync(FormattableString.Invariant(line));
}
