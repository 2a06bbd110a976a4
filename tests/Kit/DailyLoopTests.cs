using System.Net;
using System.Net.Sockets;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Demo;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;
using Lab.Scenarios.Servers;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests the targets that a student uses between two lines of code, by running them.</summary>
public sealed class DailyLoopTests
{
    private readonly Timeline _timeline = new();
    private readonly IPEndPoint _place = EndPoints.Fresh();

    [Test]
    public async Task Without_a_target_it_says_where_I_stand()
    {
        var run = await Host.Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain("Ex1  ").And.Contain("Ex2  ").And.Contain("Ex3  "));
        }
    }

    [Test]
    public async Task Hint_gives_a_hint_for_a_step()
    {
        var run = await Host.Run("--target=Hint", "--exercise=Ex3", "--step=5b");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(
                run.Output,
                Does.StartWith("Ex3, step 5b, Create and start a thread that serves this client · hint ")
            );
        }
    }

    [TestCase("there is not", "--target=Hint", "--exercise=Ex4", "--exercise=Ex4: the exercises are Ex1, Ex2, Ex3.")]
    [TestCase("not in it", "--target=Hint", "--step=99", "--step=99: the steps of")]
    [TestCase("no port", "--target=Netcat", "--listen", "Give a port:")]
    [TestCase("no number", "--target=Netcat", "--port=http", "--port=http: a port is a number from 1 to 65535.")]
    [TestCase("no number yet", "--target=Netcat", "--port", "Say which: --port=VALUE.")]
    [TestCase("no file for the result", "--target=Ex1", "--output", "Say which: --output=VALUE.")]
    [TestCase("a switch that is off", "--target=Ex1", "--full=no", "--full takes no value: leave it out")]
    [TestCase("no terminal", "--target=Watch", "--exercise=Ex2", "Watch needs a terminal")]
    public async Task Wrong_use_gets_one_sentence(string what, string target, string argument, string sentence)
    {
        var run = await Host.Run(target, argument);

        Assert.That(run.ExitCode, Is.EqualTo(2), $"{what}: {run.Error}");
        Assert.That(run.Error, Does.Contain(sentence));
    }

    [Test]
    public async Task Netcat_says_that_nobody_listens()
    {
        var run = await Host.Run("--target=Netcat", $"--host={_place.Address}", $"--port={_place.Port}");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("refuses the connection: nobody listens there."));
    }

    [Test]
    public async Task Netcat_says_that_a_port_is_taken()
    {
        await using var other = Listener.Open(_timeline, Actor.PortHolder, Actor.Client, () => _place);

        var run = await Host.Run("--target=Netcat", $"--host={_place.Address}", $"--port={_place.Port}", "--listen");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain($"Port {_place.Port} is taken"));
    }

    [Test]
    public async Task Netcat_says_that_it_was_reset()
    {
        await using var server = Listener.Open(_timeline, Actor.Server, Actor.Netcat, () => _place);
        var netcat = Host.Run("--target=Netcat", $"--host={_place.Address}", $"--port={_place.Port}");
        await _timeline.Until(() => server.Connections.Count > 0, Bounds.Start * 6);
        server.Connections[0].Reset();
        var run = await netcat;

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("The other side has reset the connection."));
    }

    [Test]
    public async Task Netcat_carries_more_than_it_could_keep()
    {
        const int Length = 3 << 20;
        await using var server = Listener.Open(_timeline, Actor.Server, Actor.Netcat, () => _place);
        var file = Enumerable.Range(0, Length).Select(at => (byte)(at * 7)).ToArray();
        var output = new MemoryStream();
        var netcat = Netcat()
            .WithStandardInputPipe(PipeSource.FromBytes([1, 2, 3]))
            .WithStandardOutputPipe(PipeTarget.ToStream(output))
            .ExecuteAsync();
        await _timeline.Until(() => server.Connections.Count > 0, Bounds.Start * 6);
        var client = server.Connections[0];
        await _timeline.Until(() => !client.IsOpen, Bounds.Start);
        await client.Send(file);
        await client.Close();
        await netcat;

        Assert.That(client.Received, Is.EqualTo(new byte[] { 1, 2, 3 }), "and then it half-closes");
        Assert.That(output.ToArray(), Is.EqualTo(file));
    }

    [Test]
    public async Task Netcat_speaks_UDP()
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        server.Bind(_place);
        using var end = new CancellationTokenSource();
        var output = new MemoryStream();
        var netcat = Netcat("--udp")
            .WithStandardInputPipe(PipeSource.FromString("hei", Encoding.UTF8))
            .WithStandardOutputPipe(
                PipeTarget.Create(
                    async (stream, _) =>
                    {
                        var buffer = new byte[16];
                        output.Write(buffer, 0, await stream.ReadAsync(buffer, CancellationToken.None));
                        await end.CancelAsync();
                    }
                )
            )
            .ExecuteAsync(end.Token);
        var buffer = new byte[16];
        var came = await server.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
        await server.SendToAsync(Encoding.UTF8.GetBytes("ha det"), came.RemoteEndPoint);

        Assert.That(async () => await netcat, Throws.InstanceOf<OperationCanceledException>(), "UDP has no end");
        Assert.That(Encoding.UTF8.GetString(buffer, 0, came.ReceivedBytes), Is.EqualTo("hei"));
        Assert.That(Encoding.UTF8.GetString(output.ToArray()), Is.EqualTo("ha det"));
    }

    [Test]
    public async Task Demo_shows_a_client_that_is_served_and_one_that_is_not()
    {
        var run = await Host.Run("--target=Demo");

        var (threaded, sequential) = run.Output.Split("Ex2, the echo server") is [var one, var two]
            ? (one, two)
            : ("", "");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output);
            Assert.That(
                threaded,
                Does.Contain("The client got its reply all the same").And.Contain("prints \"Hello, server!")
            );
            Assert.That(sequential, Does.Contain("waits in the backlog"));
        }
    }

    [Test]
    public async Task Demo_does_not_take_a_client_that_shows_its_own_message_for_one_without_a_reply()
    {
        const string Connecting = "socket.Connect(host, port);";
        await using var workspace = new Workspace(CancellationToken.None);
        using var folder = new TemporaryFolder();
        var solution = KitFolder.ProgramOf(Exercise.Client, solution: true);
        var talkative = folder.Write(
            "Program.cs",
            WrongProgram.Changed(solution, [(Connecting, "Console.WriteLine($\"Sending {message}\"); " + Connecting)])
        );
        var server = KitFolder.ProgramOf(Exercise.ThreadedServer, solution: true);
        var (client, _) = await workspace.Compile([talkative], "Client", KitFolder.Hook);
        var (serving, _) = await workspace.Compile([server], "Server", KitFolder.Hook);

        var ending = await new Scene(serving!, client!, _ => { }).Play(Exercise.ThreadedServer);

        Assert.That(ending, Is.EqualTo(Ending.Served));
    }

    [Test]
    public async Task Demo_of_exercises_that_are_not_written_shows_no_reply()
    {
        var run = await Host.Run("--target=Demo", "--exercises");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Output + run.Error);
        Assert.That(run.Output, Does.Contain("There was nobody to serve the client"));
    }

    [Test]
    [Platform("Linux", Reason = "A terminal of its own is made by script(1).")]
    public async Task Watch_checks_at_once_and_leaves_when_told_to()
    {
        if (Machine.Find("script") is not { } script)
        {
            Assert.Ignore("script is not installed");
            return;
        }
        const string Verdict = "✗ 1  · 2";
        var screen = new StringBuilder();
        var shown = new TaskCompletionSource();
        var command = $"stty cols 80 rows 24; {Compiler.Dotnet} {Host.Assembly} --target=Watch --exercise=Ex2";
        var watch = await Cli.Wrap(script)
            .WithArguments(["-qefc", command, "/dev/null"])
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["TERM"] = "xterm" })
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(
                PipeSource.Create(
                    async (stream, end) =>
                    {
                        await shown.Task.WaitAsync(end);
                        await stream.WriteAsync("q"u8.ToArray(), end);
                        await stream.FlushAsync(end);
                    }
                )
            )
            .WithStandardOutputPipe(
                PipeTarget.Create(
                    async (stream, end) =>
                    {
                        var buffer = new byte[4096];
                        int count;
                        while ((count = await stream.ReadAsync(buffer, end)) > 0)
                        {
                            screen.Append(Encoding.UTF8.GetString(buffer, 0, count));
                            if (screen.ToString().Contains(Verdict, StringComparison.Ordinal))
                                shown.TrySetResult();
                        }
                    }
                )
            )
            .ExecuteAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(watch.ExitCode, Is.Zero, screen.ToString());
            Assert.That(screen.ToString(), Does.Contain("q quit").And.Contain("compiling").And.Contain(Verdict));
        }
    }

    private Command Netcat(params string[] more) =>
        Cli.Wrap(Compiler.Dotnet)
            .WithArguments([
                Host.Assembly,
                "--target=Netcat",
                $"--host={_place.Address}",
                $"--port={_place.Port}",
                .. more,
            ])
            .WithValidation(CommandResultValidation.None);
}
