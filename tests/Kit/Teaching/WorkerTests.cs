using System.Diagnostics;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Teaching.Confining;
using Lab.Build.Teaching.Grading;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A worker checks what it is given, and its end is no student's fault.</summary>
public sealed class WorkerTests
{
    private const string PythonClient = """
        import socket, sys
        with socket.socket() as s:
            s.settimeout(float(sys.argv[4]) if len(sys.argv) > 4 else 300)
            s.connect((sys.argv[1], int(sys.argv[2])))
            s.sendall(sys.argv[3].encode())
            open("log.txt", "a").write("sent")
            try:
                print(s.recv(4096).decode())
            except TimeoutError:
                print("timeout")
        """;

    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_worker_that_is_killed_gives_a_result_with_a_fault()
    {
        await using var worker = WorkerProcess.Start(isConfined: false);
        var running = new TaskCompletionSource();
        var check = worker.Check(Solution(Exercise.Client), new Once(running), alone: null, CancellationToken.None);
        await running.Task;

        Process.GetProcessById(worker.ProcessId).Kill(entireProcessTree: true);

        var result = await check;
        Assert.That(result.Outcome, Is.EqualTo(Outcome.CouldNotCheck));
        Assert.That(result.Fault, Is.TypeOf<Fault.CheckerDied>());
        Assert.That(
            (
                await worker.Check(Solution(Exercise.Client), new Once(running), alone: null, CancellationToken.None)
            ).Fault,
            Is.TypeOf<Fault.CheckerDied>(),
            "nor does it begin another check"
        );
    }

    [All]
    [Test]
    public async Task A_program_that_ends_its_compiler_ends_no_worker_twice()
    {
        // Nothing can catch that the compiler's stack is too small.
        var source = $"int a = {new string('(', 20_000)}1{new string(')', 20_000)};";
        var order = new CheckOrder(Exercise.Client, 1, _folder.Write("Program.cs", source));
        await using var first = WorkerProcess.Start(isConfined: false);
        await using var second = WorkerProcess.Start(isConfined: false);

        var once = await first.Check(order, progress: null, alone: null, default);
        var twice = await second.Check(order with { IsSecondTry = true }, progress: null, alone: null, default);

        Assume.That(once.Fault, Is.TypeOf<Fault.CheckerDied>(), "where the compiler's stack is as small as usual");
        Assert.That(twice.Fault, Is.Not.TypeOf<Fault.CheckerDied>());
        Assert.That(second.IsAlive);
    }

    [Test]
    public async Task A_check_that_is_cancelled_ends_and_the_worker_goes_on()
    {
        await using var worker = WorkerProcess.Start(isConfined: false);
        var running = new TaskCompletionSource();
        using var end = new CancellationTokenSource();
        var check = worker.Check(Solution(Exercise.Client), new Once(running), alone: null, end.Token);
        await running.Task;

        await end.CancelAsync();

        Assert.That(async () => await check, Throws.InstanceOf<OperationCanceledException>());
        var next = await worker.Check(
            Solution(Exercise.Client),
            new Once(running),
            alone: null,
            CancellationToken.None
        );
        Assert.That(next.Outcome, Is.EqualTo(Outcome.Passed), $"{next.Fault}");
        Assert.That(next.Confinement, Is.EqualTo(Confinement.None));
    }

    [Test]
    public async Task A_check_waits_for_its_turn_before_it_plays_again_and_gives_it_back()
    {
        var (turns, over) = (0, new TaskCompletionSource());
        await using var worker = WorkerProcess.Start(isConfined: false);
        // It is silent, which only a second look can tell from late.
        _folder.Write("Program.cs", "System.Threading.Thread.Sleep(-1);");

        var result = await worker.Check(
            new(Exercise.Client, 4711, _folder.Path),
            progress: null,
            async end =>
            {
                Interlocked.Increment(ref turns);
                await Task.Yield();
                return new Turn(over);
            },
            CancellationToken.None
        );

        Assert.That(result.Outcome, Is.EqualTo(Outcome.NotYet));
        Assert.That(turns, Is.LessThanOrEqualTo(1));
        Assert.That(over.Task.IsCompleted, Is.EqualTo(turns > 0));
    }

    [Test]
    public async Task A_program_that_is_not_there_is_a_fault()
    {
        ConfinedChecks.Demand();
        await using var worker = WorkerProcess.Start(isConfined: true);

        var result = await worker.Check(
            new(Exercise.Client, 4711, _folder.Path) { Command = "no-such-command" },
            progress: null,
            alone: null,
            CancellationToken.None
        );

        Assert.That(result.Fault, Is.EqualTo(new Fault.CannotStart("no-such-command")));
    }

    [Test]
    public async Task A_program_in_Python_is_checked_confined_in_its_folder()
    {
        ConfinedChecks.Demand();
        _folder.Write("client.py", PythonClient);
        await using var worker = WorkerProcess.Start(isConfined: true);

        var result = await worker.Check(
            new(Exercise.Client, 4711, _folder.Path) { Command = "python3 client.py" },
            progress: null,
            alone: null,
            CancellationToken.None
        );

        Assert.That(result.Fault, Is.Null);
        Assert.That(
            result.Steps.Single(step => step.Id == "4").Status,
            Is.EqualTo(StepStatus.Passed),
            $"{result.Next}"
        );
        Assert.That(
            Directory.EnumerateFileSystemEntries(_folder.Path).Count(),
            Is.EqualTo(1),
            "nothing is written there"
        );
    }

    [Test]
    public async Task A_build_may_write_its_folder_and_nothing_else()
    {
        ConfinedChecks.Demand();
        _folder.Write("inner/make.sh", "echo made > made.txt; echo bad > ../bad.txt; cat /etc/shadow; echo end");

        var build = await ProgramBuild.Run(
            "sh make.sh",
            Path.Combine(_folder.Path, "inner"),
            isConfined: true,
            CancellationToken.None
        );

        Assert.That(build.HasWorked, build.Output);
        Assert.That(build.Output, Does.EndWith("end").And.Contain("No such file"));
        Assert.That(File.ReadAllText(Path.Combine(_folder.Path, "inner", "made.txt")), Is.EqualTo("made\n"));
        Assert.That(File.Exists(Path.Combine(_folder.Path, "bad.txt")), Is.False);
    }

    [Test]
    public async Task A_build_that_fills_the_disk_is_ended()
    {
        ConfinedChecks.Demand();

        var build = await ProgramBuild.Run(
            "sh -c \"yes > large\"",
            _folder.Path,
            isConfined: true,
            CancellationToken.None
        );

        Assert.That(build.HasWorked, Is.False);
        Assert.That(new FileInfo(Path.Combine(_folder.Path, "large")).Length, Is.LessThan(4L << 30));
    }

    [Test]
    public async Task What_a_build_links_to_is_not_shown_to_the_program()
    {
        ConfinedChecks.Demand();
        var secret = _folder.Write("secret/key", "secret");
        var inner = Directory.CreateDirectory(Path.Combine(_folder.Path, "inner")).FullName;
        await ProgramBuild.Run($"ln -s {secret} stolen", inner, isConfined: true, CancellationToken.None);

        var shown = await ProgramBuild.Run("cat stolen", inner, isConfined: true, CancellationToken.None);

        Assert.That(shown.HasWorked, Is.False, shown.Output);
        using var sandbox = new Bubblewrap();
        var subject = new Subject("cat", "stolen", inner, null, _folder.Path, CancellationToken.None)
        {
            Sandbox = sandbox,
        };
        var timeline = new Timeline();
        await using var program = RunningProgram.Start(subject, [], timeline, Actor.Client);
        Assert.That(await timeline.Until(() => program.HasEnded, Bounds.Start));
        Assert.That(program.ExitCode, Is.EqualTo(1), program.Out.Text);
        Assert.That(program.Out.Text, Is.Empty);
    }

    private static CheckOrder Solution(Exercise exercise) =>
        new(exercise, 4711, KitFolder.ProgramOf(exercise, solution: true));

    private sealed class Turn(TaskCompletionSource over) : IDisposable
    {
        public void Dispose() => over.SetResult();
    }

    private sealed class Once(TaskCompletionSource running) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value)
        {
            if (value.Phase == CheckPhase.Running)
                running.TrySetResult();
        }
    }
}
