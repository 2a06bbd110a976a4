using System.Collections.Concurrent;
using System.Text;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Build.Teaching.Confining;
using Lab.Build.Teaching.Grading;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Checks programs in confined workers, as a class is graded.</summary>
internal static class ConfinedChecks
{
    private static readonly ConcurrentBag<WorkerProcess> _idle = [];

    /// <summary>Skips the test if this machine cannot confine programs.</summary>
    public static void Demand()
    {
        try
        {
            SandboxTrial.Make();
        }
        catch (RefusedException refused)
        {
            Assert.Ignore($"This machine cannot confine programs: {refused.Refusal}");
        }
    }

    /// <summary>Checks a C# program.</summary>
    public static Task<ResultDocument> Run(Exercise exercise, string path) =>
        Run(new CheckOrder(exercise, Random.Shared.Next(1000, 10_000), path));

    /// <summary>Checks a program.</summary>
    public static async Task<ResultDocument> Run(CheckOrder order)
    {
        var worker = _idle.TryTake(out var idle) ? idle : WorkerProcess.Start(isConfined: true);
        try
        {
            return await worker.Check(order, progress: null, alone: null, CancellationToken.None);
        }
        finally
        {
            _idle.Add(worker);
        }
    }

    /// <summary>All that the runs of a program have printed.</summary>
    public static string Printed(ResultDocument result) =>
        string.Concat(
            result
                .Conversations.SelectMany(one => one.Timeline)
                .Where(entry => entry.What == Happening.Print)
                .Select(entry => Encoding.UTF8.GetString(entry.Bytes!.AsSpan()))
        );

    /// <summary>Ends all workers.</summary>
    public static async Task End()
    {
        while (_idle.TryTake(out var worker))
            await worker.DisposeAsync();
    }
}
