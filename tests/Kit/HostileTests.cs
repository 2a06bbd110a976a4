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

/// <summary>A program that attacks the checker, and what it must be told.</summary>
/// <param name="Name">Its file in tests/Programs/Hostile, without the ending.</param>
/// <param name="Exercise">Whose outer shape it has.</param>
/// <param name="Next">The first step that is wrong with it; null where all steps hold.</param>
/// <param name="Step">The step that shows the attack.</param>
/// <param name="Verdict">What is found there; null where the step holds.</param>
/// <param name="Quoted">What is quoted there of what the program said.</param>
public sealed record HostileProgram(
    string Name,
    Exercise Exercise,
    string? Next,
    string Step,
    string? Verdict,
    string Quoted = ""
)
{
    /// <summary>What must have been observed there.</summary>
    public Symptom? Observed { get; init; }

    /// <summary>The source.</summary>
    public string File => Path.Combine(KitFolder.Root, "tests", "Programs", "Hostile", Name + ".cs");

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>Programs that attack the checker get a verdict like any other, in time, and leave nothing behind.</summary>
public sealed class HostileTests
{
    // Measured: 6 to 25 s each where nothing else runs. Longer than this is not slow, but stuck.
    private static readonly TimeSpan _bound = TimeSpan.FromMinutes(2);

    // For the host's objects, in hexadecimal: 256 MiB. It dies of what it cannot keep within, and then there is no result.
    private const string MostMemory = "10000000";

    // Not the variable of the runs, but one that their processes inherit as well.
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
        // Where nobody else listens, it has become its own server, which never answers.
        new("StealsPort", Exercise.Client, "7", "7", "stillRunning"),
        new("ClosesError", Exercise.Client, null, "8", null),
        new("Detaches", Exercise.Client, null, "8", null),
        new("CatchesSignals", Exercise.EchoServer, "3", "3", "stillRunning"),
        new("AnswersSlowly", Exercise.ThreadedServer, "3", "6c", "wrongBytes"),
    ];

    [OneTimeSetUp]
    public static async Task Start_the_compiler_server()
    {
        // It outlives the check that starts it, as it is meant to: so none of these may be the one.
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
        // The one who would remove it is dead.
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

    // A copy of its own tells the folder of its check from those of others.
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

    // The folder of a check holds the compiler's options, and these name the source.
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
            // Another check's, which has just ended.
            return false;
        }
    }
}
