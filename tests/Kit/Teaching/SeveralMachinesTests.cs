using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Arguments;
using NUnit.Framework;
using Graded = Lab.Build.Teaching.Grading.ClassFolder;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The files that let several machines grade a class: a workflow of GitHub, and a script for Slurm.</summary>
[NonParallelizable]
public sealed partial class SeveralMachinesTests
{
    private static readonly Dictionary<string, string> _clients = new()
    {
        ["ana"] = ClassFolder.Right(Exercise.Client),
        ["bea"] = KnownPrograms.Representatives.First(wrong => wrong.Exercise == Exercise.Client).Source(),
        ["carl"] = "does not compile",
        ["dora"] = ClassFolder.Right(Exercise.Client) + "// dora",
    };

    private static readonly string _script = Path.Combine(KitFolder.Root, "build", "Teaching", "grade.sbatch");
    private static readonly string _workflow = Path.Combine(KitFolder.Root, ".github", "workflows", "grade.yml");

    [All]
    [Test]
    [Platform("Linux")]
    public async Task A_cluster_grades_what_one_machine_grades()
    {
        ConfinedChecks.Demand();
        using var cluster = await Cluster.Start();
        using var folder = new ClassFolder();
        using var results = new TemporaryFolder();
        foreach (var (id, client) in _clients)
        foreach (var exercise in Exercise.All)
            folder.Write(
                $"{id}/{ClassFolder.KitPath(exercise)}",
                exercise == Exercise.Client ? client : "does not compile"
            );
        var rule = $"--config={results.Write("grading.json", MadeUpClass.Rule)}";
        var (whole, graded) = (Path.Combine(results.Path, "whole"), Path.Combine(results.Path, "graded"));

        var alone = await Host.Run("--target=Grade", $"--submissions={folder.Path}", rule, $"--out={whole}");
        var jobs = await cluster.Submit("--array=1-2", _script, graded, $"--submissions={folder.Path}", rule);
        var merged = await Cli.Wrap(_script)
            .WithArguments([graded])
            .WithWorkingDirectory(KitFolder.Root)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.That(
            (alone.ExitCode, jobs.ExitCode, merged.ExitCode),
            Is.EqualTo((0, 0, 0)),
            jobs.Output + jobs.Error + merged.StandardError
        );
        Assert.That(Directory.EnumerateDirectories(Path.Combine(graded, "parts")).Count(), Is.EqualTo(2));
        foreach (var id in _clients.Keys)
            Assert.That(FoundIn(graded, id), Is.EqualTo(FoundIn(whole, id)), id);
        Assert.That(
            await File.ReadAllTextAsync(Path.Combine(graded, "grades.csv")),
            Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(whole, "grades.csv")))
        );
    }

    [TestCase("exit 1", 1, "")]
    [TestCase("echo other-ana; echo practical-", 1, "No repository has a name that begins with practical-")]
    [TestCase("echo practical-ana; echo other-bea; echo practical-carl", 0, "ana.git carl.git")]
    [Platform("Linux")]
    public async Task The_workflow_copies_the_repositories_of_the_assignment_or_fails(
        string lists,
        int exitCode,
        string printed
    )
    {
        using var folder = new TemporaryFolder();
        var gh = folder.Write(
            "bin/gh",
            $"#!/bin/sh\ncase \"$*\" in 'repo list'*) {lists} ;; *) mkdir \"$4\" ;; esac\n"
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(gh, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await Cli.Wrap("bash")
            .WithArguments(["-e", "-c", $"{CollectStep}\ntar -tf class.tar | xargs -n 1 basename | grep git | xargs"])
            .WithWorkingDirectory(folder.Path)
            .WithEnvironmentVariables(
                new Dictionary<string, string?>
                {
                    ["ORGANIZATION"] = "course",
                    ["PREFIX"] = "practical-",
                    ["PATH"] = $"{Path.GetDirectoryName(gh)}:{Environment.GetEnvironmentVariable("PATH")}",
                }
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.That((run.ExitCode, run.StandardOutput.Trim()), Is.EqualTo((exitCode, printed)), run.StandardError);
    }

    [Test]
    public void Both_use_arguments_that_there_are()
    {
        foreach (var file in new[] { _script, _workflow })
        {
            var text = File.ReadAllText(file);
            var targets = Given()
                .Matches(text)
                .Where(one => one.Groups["name"].Value == "target")
                .Select(one => one.Groups["value"].Value)
                .ToList();
            Assert.That(targets, Is.SupersetOf(new[] { Target.Grade, Target.Merge }), file);
            Assert.That(targets, Is.SubsetOf(Target.All), file);
            foreach (var line in Kit().Matches(text).Select(one => one.Value))
            {
                var names = Given().Matches(line).Select(one => one.Groups["name"].Value).ToList();
                var target = Given().Match(line).Groups["value"].Value;
                foreach (var name in names.Where(name => name != "target"))
                    Assert.That(KitArgument.All.Single(one => one.Name == name).Targets, Does.Contain(target), line);
            }
        }
    }

    // The commands are those lines below "run" that are further to the right.
    private static string CollectStep =>
        string.Join(
            '\n',
            File.ReadLines(_workflow)
                .SkipWhile(line => line.Trim() != "run: |")
                .Skip(1)
                .TakeWhile(line => line.StartsWith("          ", StringComparison.Ordinal))
        );

    private static string FoundIn(string folder, string id) =>
        string.Join(
            '\n',
            Exercise
                .All.Select(exercise => new Graded(folder).ReadResult(new(id, id), exercise)!.Document)
                .SelectMany(result =>
                    result
                        .Steps.Select(step =>
                            $"{step.Id} {step.Status} {step.Finding?.Verdict} {step.Diagnosis?.Cause}"
                        )
                        .Prepend($"{result.Exercise} {result.Fault}")
                )
        );

    // A command goes on in the next line if that begins with an argument.
    [GeneratedRegex(@"\./build\.sh .*(\n +--.*)*")]
    private static partial Regex Kit();

    [GeneratedRegex(@"--(?<name>[a-z]+)=(?<value>\w*)")]
    private static partial Regex Given();
}
