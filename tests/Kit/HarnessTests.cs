using System.Net;
using System.Net.Sockets;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The harness survives everything that a program can do, and leaves no process behind.</summary>
public sealed class HarnessTests
{
    private readonly string _key = $"test-{Guid.NewGuid():N}";
    private readonly Timeline _timeline = new();

    [TearDown]
    public async Task No_process_is_left() => Assert.That(await Leftovers.Find(_key), Is.Empty);

    [Test]
    public async Task I_can_run_a_program_that_exits_at_once()
    {
        await using var program = await Start("exits");

        Assert.That(await _timeline.Until(() => program.HasEnded, Bounds.Start));
        Assert.That(program.ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task I_can_end_a_program_that_hangs()
    {
        await using var program = await Start("hangs");

        Assert.That(await _timeline.Until(() => program.HasEnded, Bounds.Settle), Is.False);
    }

    [Test]
    public async Task I_can_end_a_program_that_ignores_Ctrl_C()
    {
        await using var program = await Start("ignores");

        Assert.That(await _timeline.Until(() => program.Out.Shows("ready"), Bounds.Start));
    }

    [Test]
    public async Task I_can_read_a_program_that_prints_without_end()
    {
        await using var program = await Start("floods");

        Assert.That(await program.Until(() => program.Out.Bytes.Length >= 1 << 20, Bounds.Start));
        Assert.That(program.Out.Bytes, Has.Length.EqualTo(1 << 20), "no more than this is kept");
        Assert.That(_timeline.Entries, Has.Count.LessThanOrEqualTo(200));
    }

    [Test]
    [NonParallelizable]
    public async Task I_wait_longer_for_a_program_that_works()
    {
        await using var program = await Start("works");

        await program.Until(() => program.HasEnded, Bounds.Settle);

        Assert.That(program.Out.Shows("ready"));
    }

    [Test]
    public async Task I_see_a_prompt_that_has_no_newline()
    {
        await using var program = await Start("prompts");

        Assert.That(await _timeline.Until(() => program.Out.Shows("no newline"), Bounds.Start));
        Assert.That(program.HasEnded, Is.False, "its standard input stays open");
    }

    [Test]
    [NonParallelizable]
    [Platform(Exclude = "Win", Reason = "There a job ends it: nothing is left to be found.")]
    public async Task I_find_a_child_that_outlives_its_parent()
    {
        await using (var program = await Start("leaves"))
        {
            Assert.That(await _timeline.Until(() => program.HasEnded, Bounds.Start), "though its output is still open");
            Assert.That(await Leftovers.Find(_key), Has.Count.EqualTo(1), "the child");
        }
    }

    [Test]
    [Platform("Linux", Reason = "Elsewhere the number of a process says less about it.")]
    public async Task I_end_a_child_that_does_not_carry_the_key()
    {
        var child = "";
        await using (var program = await Start("hides"))
        {
            Assert.That(await program.Until(() => program.Out.Shows("."), Bounds.Start));
            child = program.Out.Text.Split(' ', '.')[1];
            Assert.That(Lives, child);
        }

        Assert.That(await _timeline.Until(() => !Lives(), Bounds.Kill), child);

        bool Lives() => Directory.Exists($"/proc/{child}");
    }

    [Test]
    public async Task I_read_an_unhandled_exception_and_its_line()
    {
        await using var program = await Start("crashes");

        Assert.That(await _timeline.Until(() => program.HasEnded, Bounds.Start));
        var crash = program.State.Crash;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(crash?.Type, Is.EqualTo("System.InvalidOperationException"));
            Assert.That(crash?.Message, Is.EqualTo("on purpose"));
            Assert.That(crash?.Place, Does.Match(@"^Bad\.cs:\d+$"));
        }
    }

    [Test]
    public async Task I_keep_the_beginning_of_a_line_that_is_too_long()
    {
        await using var program = await Start("rants");

        Assert.That(await _timeline.Until(() => program.HasEnded, Bounds.Start));
        var state = program.State;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(state.LastLines[0], Does.Match("^(😀){199}…$"), "no letter is cut in two");
            Assert.That(state.LastLines, Has.All.Length.LessThanOrEqualTo(CapturedOutput.LongestLine));
            Assert.That(state.Crash?.Message, Does.Match("^x{399}…$"));
        }
    }

    [Test]
    public async Task I_tell_silence_from_an_answer()
    {
        await using var server = Listener.Open(_timeline, Actor.Server, Actor.Client);
        await using var program = await Start("silent", server);
        var connection = await Called(program, server);

        var observed = await program.Sends(connection, "late"u8.ToArray());

        Assert.That(observed.Failure?.Verdict, Is.EqualTo(Verdict.Silent));
    }

    [Test]
    public async Task I_wait_for_a_late_answer()
    {
        await using var server = Listener.Open(_timeline, Actor.Server, Actor.Client);
        await using var program = await Start("late", server);
        var connection = await Called(program, server);

        var observed = await program.Sends(connection, "late"u8.ToArray());

        Assert.That(observed.IsHeld);
    }

    [Test]
    public async Task I_tell_a_reset_from_a_close()
    {
        await using var server = Listener.Open(_timeline, Actor.Server, Actor.Client);
        await using var program = await Start("resets", server);
        var connection = await Called(program, server);

        var observed = await program.Sends(connection, "half and more"u8.ToArray());

        Assert.That(observed.Failure?.Verdict, Is.EqualTo(Verdict.Reset));
    }

    [TestCase("127.0.0.1")]
    [TestCase("::1")]
    [Platform("Linux", Reason = "No other system lists which process holds a connection.")]
    public async Task I_tell_a_connection_in_the_backlog_from_one_that_was_accepted(string address)
    {
        using var server = new TcpListener(IPAddress.Parse(address), 0);
        server.Start();
        var place = (IPEndPoint)server.LocalEndpoint;
        await using var connection = await Connection.Open(place, _timeline, Actor.Client, Actor.Server);

        Assert.That(connection.IsAccepted, Is.False);
        using var accepted = await server.AcceptSocketAsync();
        Assert.That(connection.IsAccepted, Is.True);
    }

    [Test]
    public async Task I_know_all_that_had_reached_me_before_and_nothing_of_my_own()
    {
        await using var server = Listener.Open(_timeline, Actor.Server, Actor.Client);
        var callers = Enumerable.Range(0, 50).Select(_ => new TcpClient()).ToList();
        using var sender = new UdpClient();
        callers.ForEach(caller => caller.Connect(server.EndPoint));
        await sender.SendAsync("hei"u8.ToArray(), server.EndPoint);

        await server.CatchUp();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Connections, Has.Count.EqualTo(callers.Count));
            Assert.That(server.Datagram, Is.EqualTo("hei"u8.ToArray()));
        }
        callers.ForEach(caller => caller.Dispose());
    }

    [Test]
    public void I_refuse_to_start_what_is_not_there()
    {
        var subject = new Subject("no-such-command", "", KitFolder.Root, null, _key, CancellationToken.None);

        Assert.That(
            () => RunningProgram.Start(subject, [], _timeline, Actor.Client),
            Throws.TypeOf<CannotStartException>().With.Property("FileName").EqualTo("no-such-command")
        );
    }

    [Test]
    public async Task Giving_up_ends_every_run()
    {
        using var end = new CancellationTokenSource();
        await using var program = await Start("hangs", end: end.Token);

        await end.CancelAsync();

        Assert.That(await _timeline.Until(() => program.HasEnded, Bounds.Kill));
    }

    private static async Task<Connection> Called(RunningProgram program, Listener server)
    {
        Assert.That((await program.ConnectsTo(server)).IsHeld);
        return server.Connections[0];
    }

    private async Task<RunningProgram> Start(string what, Listener? server = null, CancellationToken end = default)
    {
        var subject = await BadProgram.Subject(_key, end);
        string[] place = server is null ? [] : [$"{server.EndPoint.Address}", $"{server.EndPoint.Port}"];
        return RunningProgram.Start(subject, [what, .. place], _timeline, Actor.Client);
    }
}
