using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Build.Teaching.Confining;
using Lab.Build.Teaching.Grading;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A confined program cannot reach, take or leave anything that is not its own.</summary>
[Platform("Linux")]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed partial class EscapeTests
{
    private static readonly string _everything = Escapes.Text("TriesEverything");

    // These succeed for any user who is not confined, so they show that the attempts are real ones.
    private static readonly string[] _successfulOutside =
    [
        "reads a neighbour's work",
        "lists the folder of the neighbours",
        "lists the home",
        "reads the command of the harness",
        "reads the variables of the harness",
        "finds the variables of the harness in any process",
        "finds the harness among the commands",
        "changes itself",
        "removes itself",
        "changes its neighbour",
        "talks to a service of the machine",
        "talks over an abstract socket",
        "talks over a socket in a folder",
        "signals the harness",
        "hides memory in a file without a name",
        "hides memory in a segment",
        "fills its own folder",
        "fills the temporary folder",
        "finds the key of its reports",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string _fixture = $"mark-{Guid.NewGuid():N}";
    private readonly List<Socket> _services = [];
    private Lazy<Task<string>> _printed = null!;

    public static IEnumerable<TestCaseData<string>> Attempts =>
        Attempt().Matches(_everything).Select(match => new TestCaseData<string>(match.Groups[1].Value));

    [OneTimeSetUp]
    public void Prepare()
    {
        ConfinedChecks.Demand();
        Environment.SetEnvironmentVariable("LAB_TEST_MARK", MarkOf("TriesEverything"));
        _folder.Write("neighbour/Program.cs", "their work");
        Listen(new IPEndPoint(IPAddress.Loopback, 0), ProtocolType.Tcp);
        Listen(new UnixDomainSocketEndPoint("\0" + MarkOf("TriesEverything")), ProtocolType.Unspecified);
        Listen(
            new UnixDomainSocketEndPoint(Path.Combine(_folder.Path, "neighbour", "socket")),
            ProtocolType.Unspecified
        );
        _printed = new(() => PrintedBy("TriesEverything", isConfined: true));
    }

    [OneTimeTearDown]
    public async Task Clean()
    {
        await ConfinedChecks.End();
        _services.ForEach(one => one.Dispose());
        Environment.SetEnvironmentVariable("LAB_TEST_MARK", null);
        _folder.Dispose();
    }

    [TestCaseSource(nameof(Attempts))]
    public async Task A_confined_program_is_stopped_when_it(string tries)
    {
        var printed = await _printed.Value;

        Assert.That(printed, Does.Contain($"stopped {tries}: "));
        Assert.That(printed, Does.Not.Contain($"ESCAPED {tries}: "));
    }

    [All]
    [Test]
    public async Task The_attempts_succeed_unconfined()
    {
        var printed = await PrintedBy("TriesEverything", isConfined: false);

        using (Assert.EnterMultipleScope())
            foreach (var attempt in _successfulOutside)
                Assert.That(printed, Does.Contain($"ESCAPED {attempt}: "));
    }

    [Test]
    public async Task A_program_that_prints_results_of_its_own_does_not_pass()
    {
        var result = await Check("ForgesResults", isConfined: true);

        Assert.That(result.Outcome, Is.EqualTo(Outcome.NotYet), $"{result.Fault}");
        Assert.That(result.Steps.Select(step => step.Status), Has.None.EqualTo(StepStatus.Passed));
    }

    [Test]
    public async Task Processes_that_a_program_leaves_end_with_it()
    {
        var printed = await PrintedBy("LeavesProcesses", isConfined: true);

        Assert.That(printed, Does.Contain("left"));
        Assert.That(Escapes.ProcessesWith(MarkOf("LeavesProcesses")), Is.Empty);
    }

    [TestCase("BombsWithProcesses")]
    [TestCase("HoldsMemoryInChildren")]
    [TestCase("HoldsMemory")]
    public async Task A_program_that_takes_too_much_of_the_machine_is_ended(string program)
    {
        using var sandbox = new Bubblewrap();
        await using var workspace = new Workspace(CancellationToken.None) { Sandbox = sandbox };
        var file = _folder.Write($"{program}/Program.cs", SourceOf(program));
        var (subject, errors) = await workspace.Compile([file], program, KitFolder.Hook);
        Assert.That(errors, Is.Empty);
        var timeline = new Timeline();

        await using var run = RunningProgram.Start(subject!, [], timeline, Actor.Client);

        Assert.That(await timeline.Until(() => run.HasEnded, TimeSpan.FromSeconds(90)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(128 + 9), run.Out.Text + run.Error.Text);
            Assert.That(run.Out.Text, Does.Not.Contain("all started").And.Not.Contain("holds 2048"));
            Assert.That(Escapes.ProcessesWith(MarkOf(program)), Is.Empty);
            Assert.That(sandbox.Failure, Is.Null);
        }
    }

    private async Task<string> PrintedBy(string program, bool isConfined) =>
        ConfinedChecks.Printed(await Check(program, isConfined));

    private async Task<ResultDocument> Check(string program, bool isConfined)
    {
        using var folder = new TemporaryFolder();
        var order = new CheckOrder(Exercise.Client, 4711, folder.Write("Program.cs", SourceOf(program)));
        if (isConfined)
            return await ConfinedChecks.Run(order);
        await using var worker = WorkerProcess.Start(isConfined: false);
        return await worker.Check(order, progress: null, alone: null, CancellationToken.None);
    }

    private string MarkOf(string program) => $"{_fixture}-{program}.";

    private string SourceOf(string program) =>
        Escapes.SourceOf(
            program,
            Path.Combine(_folder.Path, "neighbour", "Program.cs"),
            MarkOf(program),
            ((IPEndPoint)_services[0].LocalEndPoint!).Port
        );

    private void Listen(EndPoint place, ProtocolType protocol)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, protocol);
        socket.Bind(place);
        socket.Listen();
        _services.Add(socket);
    }

    [GeneratedRegex("""^Try\("([^"]+)",""", RegexOptions.Multiline)]
    private static partial Regex Attempt();
}
