using System.Text.Json;
using CliWrap;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests what a user types, and the answers.</summary>
public sealed class HostTests
{
    [TestCase("There is no argument --porgram", "--target=Ex1", "--porgram=x")]
    [TestCase("--program means nothing to Watch: it goes with Ex1, Ex2, Ex3", "--target=Watch", "--program=x")]
    [TestCase("--exercise means nothing to Default", "--exercise=Ex1")]
    [TestCase("Name one program", "--target=Ex1", "--solution", "--command=x")]
    [TestCase("no target Nowhere", "--target=Nowhere")]
    [TestCase("There is no program at", "--target=Ex1", "--program=no-such-file.cs")]
    [TestCase("There is no C# file in", "--target=Ex1", "--program=.github")]
    [TestCase("is no C# program", "--target=Ex1", "--program=README.md")]
    [TestCase("--command holds no command", "--target=Ex1", "--command= ")]
    [TestCase("a quote is not closed", "--target=Ex1", "--command=\"python3 x")]
    [TestCase("one of these endings: .json, .html, .md, .xml", "--target=Ex1", "--output=result.txt")]
    [TestCase("a seed is a number", "--target=Ex1", "--seed=many")]
    public async Task Wrong_use_gets_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
    {
        var run = await Host.Run(arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.Output + run.Error);
            Assert.That(run.Error, Does.Contain(sentence));
            Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1), "one sentence");
        }
    }

    [Test]
    public async Task A_command_that_cannot_be_started_could_not_be_checked()
    {
        var result = await Results.Of(Exercise.Client, "--command=no-such-command at all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("outcome"), Is.EqualTo("couldNotCheck"));
            Assert.That(result.Step("1").Text("observed"), Does.Contain("no-such-command"));
        }
    }

    [Test]
    public async Task A_program_that_does_not_compile_gets_file_and_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("Program.cs", "var a = 1;\nvar b = a +;\n");

        var run = await Host.Run("--target=Ex1", $"--program={file}");
        var result = await Results.Of(Exercise.Client, $"--program={file}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Output, Does.Contain("Program.cs(2,12): CS1525"));
            Assert.That(result.Text("next"), Is.EqualTo("compile"));
            Assert.That(result.Step("compile").Text("verdict"), Is.EqualTo("doesNotCompile"));
            Assert.That(result.Step("8").Text("status"), Is.EqualTo("notChecked"));
        }
    }

    [Test]
    public async Task A_folder_is_a_program_with_all_its_files()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Program.cs", File.ReadAllText(KitFolder.ProgramOf(Exercise.Client)) + "\nOther.Hello();");
        folder.Write("Other.cs", "static class Other { public static void Hello() { } }");
        folder.Write("obj/Generated.cs", "this is not C#");

        var result = await Results.Of(Exercise.Client, $"--program={folder.Path}");

        Assert.That(result.Text("next"), Is.EqualTo("1"), result.Summary());
    }

    [TestCase("<Project />", "1")]
    [TestCase("<Project><PropertyGroup><StartupObject>One</StartupObject></PropertyGroup></Project>", "compile")]
    [TestCase(null, "compile")]
    public async Task A_file_in_a_project_is_a_program_with_all_its_files(string? project, string next)
    {
        using var folder = new TemporaryFolder();
        var program = folder.Write(
            "Program.cs",
            File.ReadAllText(KitFolder.ProgramOf(Exercise.Client)) + "\nOther.Hello();"
        );
        folder.Write("Inner/Other.cs", "static class Other { public static void Hello() { } }");
        folder.Write(".hidden.cs", "this is not C#");
        if (project is not null)
            folder.Write("Ex1.Client.csproj", project);

        var result = await Results.Of(Exercise.Client, $"--program={program}");

        Assert.That(result.Text("next"), Is.EqualTo(next), result.Summary());
    }

    [Test]
    public async Task The_result_has_the_documented_shape()
    {
        var result = await Results.Of(Exercise.Client, "--seed=4711");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("exercise"), Is.EqualTo("Ex1"));
            Assert.That(result.Text("program"), Is.EqualTo("exercises/Ex1.Client/Program.cs"));
            Assert.That(result.GetProperty("seed").GetInt32(), Is.EqualTo(4711));
            Assert.That(result.GetProperty("seconds").GetDouble(), Is.Positive);
            Assert.That(result.GetProperty("goingFurther")[0].Names(), Is.EquivalentTo(["id", "title", "status"]));
            Assert.That(
                result.Step("1").Names(),
                Is.EquivalentTo([
                    "id",
                    "title",
                    "status",
                    "verdict",
                    "observed",
                    "expected",
                    "advice",
                    "pointer",
                    "notes",
                    "timeline",
                ])
            );
            Assert.That(
                result.Step("1").GetProperty("timeline")[0].Names(),
                Is.EquivalentTo(["ms", "who", "event", "text"])
            );
        }
    }

    [Test]
    public async Task The_verdict_says_what_to_do_next()
    {
        var run = await Host.Run("--target=Ex1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Output, Does.Contain("Next: step 1, \"Create a connection-oriented socket (TCP)\""));
            Assert.That(run.Output, Does.Contain("0 of 8 steps pass."));
            Assert.That(run.Output.Where(letter => char.IsControl(letter) && letter is not ('\n' or '\r')), Is.Empty);
        }
    }

    [Test]
    public async Task Of_several_targets_the_worst_counts()
    {
        var program = KitFolder.ProgramOf(Exercise.EchoServer, solution: true);

        var run = await Host.Run("--target=Ex1", "--target=Ex2", $"--program={program}");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Output);
    }

    [Test]
    public async Task The_targets_are_described()
    {
        var run = await Host.Run("--description");

        Assert.That(run.Output, Does.Contain("Ex1").And.Contain("Ex2").And.Contain("Ex3").And.Contain("Test"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "SIGINT can be sent to one process only on Unix.")]
    public async Task Ctrl_C_leaves_nothing_running()
    {
        IgnoreWhereSignalIsIgnored();
        using var interrupt = new CancellationTokenSource();
        using var folder = new TemporaryFolder();
        var bad = await Compiler.Compile(
            [Path.Combine(KitFolder.Root, "tests", "Programs", "Bad.cs")],
            "Bad",
            folder.Path,
            CancellationToken.None
        );
        var key = $"test-{Guid.NewGuid():N}";
        var output = new StringWriter();
        var host = Cli.Wrap(Compiler.Dotnet)
            .WithArguments([Host.Assembly, "--target=Ex1", $"--command={Compiler.Dotnet} {bad.Assembly} ignores"])
            // The processes of runs inherit this variable too, but it is not the variable that marks the runs.
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["LAB_TEST"] = key })
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(
                PipeTarget.ToDelegate(line =>
                {
                    if (line.StartsWith("checking", StringComparison.Ordinal))
                        interrupt.Cancel();
                })
            )
            .WithStandardErrorPipe(PipeTarget.ToDelegate(output.WriteLine))
            .ExecuteAsync(CancellationToken.None, interrupt.Token);

        Assert.That(async () => await host, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(output.ToString(), Does.Contain("Nothing was left running."));
        Assert.That(await Leftovers.Find(key, "LAB_TEST"), Is.Empty);
    }

    // A command that a shell starts in the background ignores SIGINT, and so do all its children.
    private static void IgnoreWhereSignalIsIgnored()
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status))
            return;
        var ignored = File.ReadLines(Status).Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..];
        if ((Convert.ToUInt64(ignored.Trim(), 16) & 2) != 0)
            Assert.Ignore("SIGINT is ignored by everything that is started here");
    }

    [Test]
    public async Task Two_checks_at_the_same_moment_do_not_meet()
    {
        var both = await Task.WhenAll(
            Results.Of(Exercise.EchoServer, "--solution"),
            Results.Of(Exercise.EchoServer, "--solution")
        );

        Assert.That(both.Select(result => result.Text("outcome")), Is.All.EqualTo("passed"));
    }
}

/// <summary>The names in a JSON result.</summary>
internal static class JsonNames
{
    public static IEnumerable<string> Names(this JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name);
}
