using System.Text.Json;
using Lab.Build;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Windows, as far as wine can show it: the programs on Windows and the kit on Unix, and the kit on Windows.
/// </summary>
/// <remarks>
/// What wine cannot show reliably is explicit: it runs only when it is asked for by name. The others may try twice, because
/// wine itself now and then ends a program of .NET.
/// </remarks>
[NonParallelizable]
public sealed class WindowsTests
{
    // A connection that is reset before Accept has taken it gives an error there that Windows does not have (0x2749), and a
    // listening port shows seconds late: what a server does there says little about Windows.
    private const string OnRequest = "wine 8 differs from Windows in what sockets see, and starts programs slowly";

    private const string Slow = "a dozen checks take minutes there";

    private static readonly Exercise[] _servers = [Exercise.EchoServer, Exercise.ThreadedServer];

    private static Wine _wine = null!;

    /// <summary>Programs that are checked by the kit on Windows.</summary>
    /// <remarks>
    /// Clients only: wine takes a second and more to list the listening ports while many programs run, and a server is
    /// ready when its port is listed.
    /// </remarks>
    public static IEnumerable<string> RightClients =>
        ["TcpClientStream.cs", "AsyncCancellation.cs", "EndPointBomCrlf.cs", "ClienteEnEspanol.cs"];

    public static IEnumerable<WrongProgram> WrongClientsThere =>
        Named(
            WrongClients.All,
            "a UDP socket",
            "a timeout in seconds",
            "a fixed address",
            "ASCII",
            "a newline added",
            "the message shown instead",
            "only the timeout handled",
            "never closed"
        );

    /// <summary>Programs on Windows that are checked by the kit on Unix: what the wire shows has to do.</summary>
    public static IEnumerable<WrongProgram> WrongServersThere =>
        Named(
                WrongServers.EchoServers,
                "any address",
                "one client only",
                "the final newline lost",
                "the whole buffer sent"
            )
            .Concat(Named(WrongServers.ThreadedServers, "one client at a time"));

    [OneTimeSetUp]
    public static async Task StartWine() => _wine = await Wine.Shared();

    [Test]
    [Explicit(OnRequest)]
    public async Task The_client_passes_as_a_program_of_Windows()
    {
        var result = await CheckFromUnix(Exercise.Client, KitFolder.ProgramOf(Exercise.Client, solution: true));

        Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
    }

    [Explicit(OnRequest)]
    [TestCaseSource(nameof(_servers))]
    public async Task A_server_passes_as_a_program_of_Windows(Exercise exercise)
    {
        var result = await CheckFromUnix(exercise, KitFolder.ProgramOf(exercise, solution: true));

        Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
    }

    [Explicit(OnRequest)]
    [TestCaseSource(nameof(WrongServersThere))]
    public async Task A_wrong_server_is_told_what_is_wrong(WrongProgram program)
    {
        using var folder = new TemporaryFolder();

        var result = await CheckFromUnix(program.Exercise, folder.Write("Program.cs", program.Source()));

        Check(program, result);
    }

    [Test]
    [Retry(2)]
    public async Task The_kit_on_Windows_passes_the_solution()
    {
        var program = Path.Combine("solutions", Exercise.Client.Folder, "Program.cs");
        await _wine.CompileAhead(Path.Combine(_wine.Kit, program));

        var (run, result) = await CheckOnWindows(Exercise.Client, "--solution");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output);
            Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
            Assert.That(result.Text("program"), Is.EqualTo("solutions/Ex1.Client/Program.cs"), "without a backslash");
            Assert.That(
                result.GetProperty("goingFurther").EnumerateArray().Select(one => one.Text("status")),
                Is.All.EqualTo("passed")
            );
        }
    }

    [Explicit(Slow)]
    [TestCaseSource(nameof(RightClients))]
    public async Task The_kit_on_Windows_passes_a_right_client(string file)
    {
        var source = Path.Combine(_wine.Kit, "tests", "Programs", "Ex1", file);
        await _wine.CompileAhead(source);

        var (run, result) = await CheckOnWindows(Exercise.Client, $"--program={Wine.Name(source)}");

        Assert.That(result.Text("outcome"), Is.EqualTo("passed"), run.Output);
    }

    [Explicit(Slow)]
    [TestCaseSource(nameof(WrongClientsThere))]
    public async Task The_kit_on_Windows_tells_a_client_what_is_wrong(WrongProgram program)
    {
        using var folder = new TemporaryFolder();
        var source = folder.Write("mis programas/Program.cs", program.Source());
        await _wine.CompileAhead(source);

        var (_, result) = await CheckOnWindows(Exercise.Client, $"--program={Wine.Name(source)}");

        Check(program, result);
    }

    [Test]
    [Explicit("wine's own services may be among the processes that are found")]
    public async Task The_kit_on_Windows_ends_what_outlives_its_parent()
    {
        var bad = await _wine.Compile(Path.Combine(KitFolder.Root, "tests", "Programs", "Bad.cs"), "Bad");
        var command = $"\"{Wine.Name(_wine.Dotnet)}\" \"{Wine.Name(bad)}\" leaves";

        var mark = ("LAB_LEAVES", (string?)_wine.Key);
        var (run, result) = await CheckOnWindows(Exercise.Client, [$"--command={command}"], mark);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("outcome"), Is.EqualTo("notYet"), run.Output);
            Assert.That(await Leftovers.Find(_wine.Key, "LAB_LEAVES"), Is.Empty, "by the job, not by its parent");
        }
    }

    [Test]
    [Explicit("wine 8 tells no start time of some processes, and Process.Kill of a tree needs it")]
    public async Task The_harness_holds_on_Windows()
    {
        await _wine.CompileAhead(Path.Combine(_wine.Kit, "tests", "Programs", "Bad.cs"));
        // Finding the child of a parent that is gone is the job's work there.
        var filter = "FullyQualifiedName~HarnessTests&Name!=I_find_a_child_that_outlives_its_parent";

        var run = await _wine.Run(
            "wine",
            [
                Path.Combine(_wine.Kit, ".lab/artifacts/bin/Kit/debug/Lab.Kit.Tests.exe"),
                "--no-ansi",
                "--no-progress",
                "--filter",
                filter,
            ],
            _wine.Kit
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output);
            Assert.That(run.Output, Does.Match(@"succeeded: 1\d"));
            Assert.That(run.Output, Does.Contain("skipped: 0"));
        }
    }

    private static IEnumerable<WrongProgram> Named(IEnumerable<WrongProgram> programs, params string[] names) =>
        names.Select(name => programs.Single(program => program.Name == name));

    private static void Check(WrongProgram program, JsonElement result)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("next"), Is.EqualTo(program.Step), result.Summary());
            Assert.That(
                result.Step(program.Step).Text("verdict"),
                Is.EqualTo(Json.Word(program.Verdict)),
                result.Summary()
            );
        }
    }

    private static async Task<JsonElement> CheckFromUnix(Exercise exercise, string source)
    {
        var command = await _wine.CommandFor(await _wine.Compile(source, exercise.Folder));
        return await Checks.RunCommand(exercise, command);
    }

    private static Task<(WineRun Run, JsonElement Result)> CheckOnWindows(Exercise exercise, string argument) =>
        CheckOnWindows(exercise, [argument]);

    private static async Task<(WineRun Run, JsonElement Result)> CheckOnWindows(
        Exercise exercise,
        string[] arguments,
        params (string Name, string? Value)[] settings
    )
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "el resultado.json");
        var host = Path.Combine(_wine.Kit, ".lab/artifacts/bin/Build/debug/Build.exe");
        var run = await _wine.Run(
            "wine",
            [host, $"--target={exercise.Id}", $"--output={Wine.Name(file)}", .. arguments],
            _wine.Kit,
            settings
        );
        Assert.That(File.Exists(file), $"{run.ExitCode}: {run.Output}");
        // A call that only Unix has would show here.
        Assert.That(run.Output, Does.Not.Contain("NotFoundException").And.Not.Contain("/proc"));
        return (run, JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement);
    }
}
