using System.Globalization;
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
    private static readonly string _programs = Path.Combine(KitFolder.Root, "tests", "Programs", "Escapes");
    private static readonly string _everything = File.ReadAllText(Path.Combine(_programs, "TriesEverything.cs"));

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
    private readonly string _mark = $"mark-{Guid.NewGuid():N}";
    private readonly List<Socket> _services = [];
    private Lazy<Task<string>> _printed = null!;

    public static IEnumerable<TestCaseData<string>> Attempts =>
        Attempt().Matches(_everything).Select(match => new TestCaseData<string>(match.Groups[1].Value));

    [OneTimeSetUp]
    public void Prepare()
    {
        ConfinedChecks.Demand();
        Environment.SetEnvironmentVariable("LAB_TEST_MARK", _mark);
        _folder.Write("neighbour/Program.cs", "their work");
        Listen(new IPEndPoint(IPAddress.Loopback, 0), ProtocolType.Tcp);
        Listen(new UnixDomainSocketEndPoint("\0" + _mark), ProtocolType.Unspecified);
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
        Assert.That(ProcessesWithMark(), Is.Empty);
    }

    [All]
    [NonParallelizable]
    [TestCase("BombsWithProcesses")]
    [TestCase("HoldsMemoryInChildren")]
    public async Task A_program_that_takes_too_much_is_ended(string program)
    {
        var result = await Check(program, isConfined: true);

        Assert.That(result.Outcome, Is.EqualTo(Outcome.NotYet), $"{result.Fault}");
        Assert.That(Printed(result), Does.Not.Contain("all started"));
        Assert.That(Exits(result), Has.Some.EqualTo("137"), "the watchdog has ended it");
        Assert.That(ProcessesWithMark(), Is.Empty);
    }

    [All]
    [Test]
    public async Task A_program_that_takes_memory_is_ended_before_it_has_a_few_gigabytes()
    {
        var printed = await PrintedBy("HoldsMemory", isConfined: true);

        var most = Held()
            .Matches(printed)
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .Max();
        await TestContext.Progress.WriteLineAsync($"a program held {most} MB at most");
        Assert.That(most, Is.InRange(32, 3000));
    }

    private async Task<string> PrintedBy(string program, bool isConfined) => Printed(await Check(program, isConfined));

    // The timeline keeps the output of each run whole, in pieces.
    private static string Printed(ResultDocument result) =>
        string.Concat(
            result
                .Conversations.SelectMany(one => one.Timeline)
                .Where(entry => entry.What == Happening.Print)
                .Select(entry => Encoding.UTF8.GetString(entry.Bytes!.AsSpan()))
        );

    private static IEnumerable<string?> Exits(ResultDocument result) =>
        result
            .Conversations.SelectMany(one => one.Timeline)
            .Where(entry => entry.What == Happening.Exit)
            .Select(entry => entry.Note);

    private async Task<ResultDocument> Check(string program, bool isConfined)
    {
        var source = File.ReadAllText(Path.Combine(_programs, program + ".cs"))
            .Replace("{neighbour}", Path.Combine(_folder.Path, "neighbour", "Program.cs"))
            .Replace("{home}", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
            .Replace("{hook}", KitFolder.Hook)
            .Replace("{mark}", _mark)
            .Replace("/*harness*/1", $"{Environment.ProcessId}")
            .Replace("/*port*/1", $"{((IPEndPoint)_services[0].LocalEndPoint!).Port}");
        using var folder = new TemporaryFolder();
        var order = new CheckOrder(Exercise.Client, 4711, folder.Write("Program.cs", source));
        if (isConfined)
            return await ConfinedChecks.Run(order);
        await using var worker = WorkerProcess.Start(isConfined: false);
        return await worker.Check(order, progress: null, alone: null, CancellationToken.None);
    }

    private void Listen(EndPoint place, ProtocolType protocol)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, protocol);
        socket.Bind(place);
        socket.Listen();
        _services.Add(socket);
    }

    private List<string> ProcessesWithMark() =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => char.IsDigit(folder[^1]) && HasMark(folder))];

    private bool HasMark(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(_mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex("""^Try\("([^"]+)",""", RegexOptions.Multiline)]
    private static partial Regex Attempt();

    [GeneratedRegex(@"holds (\d+)")]
    private static partial Regex Held();
}
