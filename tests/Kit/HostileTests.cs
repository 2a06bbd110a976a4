using System.Globalization;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>A program that attacks the checker, and the verdict that it must get.</summary>
/// <param name="Name">Its file in tests/Programs/Hostile, without the extension.</param>
/// <param name="Exercise">The exercise that it pretends to solve.</param>
/// <param name="Next">The first step that fails. Null if all steps pass.</param>
/// <param name="Step">The step that shows the attack.</param>
/// <param name="Verdict">The verdict of that step. Null if the step passes.</param>
/// <param name="Quoted">The part of the program's output that is quoted there.</param>
public sealed record HostileProgram(
    string Name,
    Exercise Exercise,
    string? Next,
    string Step,
    string? Verdict,
    string Quoted = ""
)
{
    /// <summary>The symptom that must be observed there.</summary>
    public Symptom? Observed { get; init; }

    /// <summary>The source file.</summary>
    public string File => Path.Combine(KitFolder.Root, "tests", "Programs", "Hostile", Name + ".cs");

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>Programs that attack the checker get a verdict in time like any others, and leave nothing behind.</summary>
public sealed class HostileTests
{
    // These checks take 6 to 25 s each on a machine with no other work, as measured. One that takes longer than this
    // bound is stuck, not slow.
    private static readonly TimeSpan _bound = TimeSpan.FromMinutes(2);

    // The host gets 256 MiB for its objects (the value is hexadecimal). If that is not enough, it dies and there is no
    // result.
    private const string MostMemory = "10000000";

    // The processes of runs inherit this variable too, but it is not the variable that marks the runs.
    private const string Variable = "LAB_TEST";

    private readonly string _key = $"hostile-{Guid.NewGuid():N}";
    private readonly TemporaryFolder _folder = new();

    public static IReadOnlyList<HostileProgram> Programs { get; } =
    [
        new("ForkBomb", Exercise.Client, "4", "4", "silent"),
        new("EatsMemory", Exercise.Client, "1", "1", "processEnded", "Out of memory"),
        new("FloodsOutput", Exercise.Client, "4", "4", "silent"),
        new("FloodsError", Exercise.Client, "4", "4", "silent"),
        new("FloodsSocket", Exercise.Client, "4", "4", "extraBytes"),
        new("TinyWrites", Exercise.Client, "4", "4", "extraBytes"),
        new("ConnectsManyTimes", Exercise.Client, "4", "4", "silent") { Observed = Symptom.NothingCame },
        new("PrintsEscapes", Exercise.Client, "6", "6", "wrongBytes", "\\x1b[2J\\x1b]0;hacked\\x07"),
        new("PrintsInvalidUtf8", Exercise.Client, "6", "6", "wrongBytes", "\\xff\\xfe\\xc3(\\x80"),
        // The program becomes its own server if nobody else listens, and this server never answers.
        new("StealsPort", Exercise.Client, "7", "7", "stillRunning"),
        new("ClosesError", Exercise.Client, null, "8", null),
        new("Detaches", Exercise.Client, null, "8", null),
        new("CatchesSignals", Exercise.EchoServer, "3", "3", "stillRunning"),
        new("AnswersSlowly", Exercise.ThreadedServer, "3", "6c", "wrongBytes"),
    ];

    [OneTimeSetUp]
    public static async Task Start_the_compiler_server()
    {
        // The compiler's server outlives the check that starts it, on purpose. So no check of this test may be the one
        // that starts it.
        using var folder = new TemporaryFolder();
        await Compiler.Compile([folder.Write("None.cs", "return;")], "None", folder.Path, CancellationToken.None);
    }

    [TearDown]
    public async Task Nothing_is_left()
    {
        try
        {
            Assert.That(await Leftovers.Find(_key, Variable), Is.Empty, "processes");
            Assert.That(FoldersOfChecks(), Is.Empty, "folders");
        }
        finally
        {
            _folder.Dispose();
        }
    }

    [Platform(Exclude = "Win", Reason = "Some of them use what only Unix has.")]
    [TestCaseSource(nameof(Programs))]
    public async Task A_hostile_program_is_told_apart_from_one_that_fails(HostileProgram program)
    {
        var file = Path.Combine(_folder.Path, "result.json");

        var run = await Run(
            Compiler.Dotnet,
            [Host.Assembly, $"--target={program.Exercise.Id}", $"--program={Copy(program.File)}", $"--output={file}"]
        );

        Assert.That(File.Exists(file), run.StandardOutput + run.StandardError);
        var result = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        Baseline.AssertHolds(KitFolder.Shown(program.File), result);
        var step = result.Step(program.Step);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("outcome"), Is.EqualTo(program.Next is null ? "passed" : "notYet"));
            Assert.That(result.Text("next"), Is.EqualTo(program.Next ?? ""), result.Summary());
            Assert.That(step.Text("verdict"), Is.EqualTo(program.Verdict ?? ""), result.Summary());
            Assert.That(step.Text("observed"), Does.Contain(program.Quoted));
            if (program.Observed is { } observed)
                Assert.That(result.DiagnosisOf(program.Step).Observed, Is.EqualTo(observed));
            Assert.That(run.StandardOutput.Where(CommandsTheTerminal), Is.Empty, run.StandardOutput);
            Assert.That(run.StandardError, Is.Empty);
        }
    }

    [Test]
    [Platform("Linux", Reason = "Elsewhere a program is not told its parent, or a job ends it with the host.")]
    public async Task A_program_that_kills_the_host_gives_no_result_and_a_sentence()
    {
        var program = Copy(Path.Combine(KitFolder.Root, "tests", "Programs", "Hostile", "KillsParent.cs"));

        var run = await Run(Path.Combine(KitFolder.Root, "build.sh"), ["--target=Ex1", $"--program={program}"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.StandardOutput + run.StandardError);
            Assert.That(run.StandardError.TrimEnd(), Does.StartWith("The check was ended from outside"));
            Assert.That(run.StandardError.TrimEnd().Split('\n'), Has.Length.EqualTo(1), "one sentence");
        }
        // The killed host can no longer remove its folder.
        foreach (var folder in FoldersOfChecks())
            Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Every_hostile_program_is_checked()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(KitFolder.Root, "tests", "Programs", "Hostile"))
            .Select(Path.GetFileNameWithoutExtension);

        Assert.That(files, Is.EquivalentTo(Programs.Select(program => program.Name).Append("KillsParent")));
    }

    // Each test copies its program, so that the folder of its check can be found among others.
    private string Copy(string file) => _folder.Write(Path.GetFileName(file), File.ReadAllText(file));

    private async Task<BufferedCommandResult> Run(string command, string[] arguments)
    {
        using var bound = new CancellationTokenSource(_bound);
        return await Cli.Wrap(command)
            .WithArguments(arguments)
            .WithWorkingDirectory(KitFolder.Root)
            .WithEnvironmentVariables(
                new Dictionary<string, string?> { [Variable] = _key, ["DOTNET_GCHeapHardLimit"] = MostMemory }
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(bound.Token);
    }

    private static bool CommandsTheTerminal(char letter) =>
        char.IsControl(letter) && letter is not ('\n' or '\r')
        || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    // The folder of a check holds the compiler's options, and the options name the source.
    private List<string> FoldersOfChecks() =>
        [.. Directory.EnumerateDirectories(Path.GetTempPath(), "lab-*").Where(IsOurs)];

    private bool IsOurs(string folder)
    {
        try
        {
            return Directory
                .EnumerateFiles(folder, "*.rsp")
                .Any(options => File.ReadAllText(options).Contains(_folder.Path, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            // The folder belongs to another check, which has just ended.
            return false;
        }
    }
}
