using System.Globalization;
using System.Net;
using System.Text;
using CliWrap;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The solutions work with the programs that people use for testing.</summary>
[All]
public sealed class PeerTests
{
    private const int Transfer = 1 << 18;
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(30);
    private static readonly string[] _messages = ["hei, señor\nsecond line\n", "hei, señor, no newline"];
    private static readonly Exercise[] _servers = [Exercise.EchoServer, Exercise.ThreadedServer];
    private static readonly TemporaryFolder _folder = new();
    private static readonly Dictionary<Exercise, Lazy<Task<string>>> _solutions = Exercise.All.ToDictionary(
        exercise => exercise,
        exercise => new Lazy<Task<string>>(() => Compile(exercise))
    );

    private readonly string _key = $"test-{Guid.NewGuid():N}";
    private readonly Timeline _timeline = new();
    private readonly IPEndPoint _place = EndPoints.Fresh();

    public static IEnumerable<TestCaseData> Talks =>
        from peer in Peer.All
        from message in _messages
        select new TestCaseData(peer, message).SetArgDisplayNames(peer.Name, End(message));

    public static IEnumerable<TestCaseData> Calls =>
        from server in _servers
        from peer in Peer.All
        from message in _messages
        select new TestCaseData(server, peer, message).SetArgDisplayNames(server.Id, peer.Name, End(message));

    public static IEnumerable<TestCaseData> Callers =>
        from server in _servers
        from peer in Peer.All
        select new TestCaseData(server, peer).SetArgDisplayNames(server.Id, peer.Name);

    [OneTimeTearDown]
    public static void RemoveFolder() => _folder.Dispose();

    [TearDown]
    public async Task No_process_is_left() => Assert.That(await Leftovers.Find(_key), Is.Empty);

    [TestCaseSource(nameof(Calls))]
    public async Task A_server_echoes_to_a_peer_that_half_closes(Exercise exercise, Peer peer, string message)
    {
        var file = Installed(peer);
        await using var server = await Serve(exercise);

        await using var caller = Call(peer, file, RunningPeer.Once(Utf8(message)));
        var ended = await _timeline.Until(() => caller.HasEnded, _bound);

        Assert.That(ended, "the peer ends when the server closes");
        Assert.That(Encoding.UTF8.GetString(caller.Output), Is.EqualTo(message));
        await ServesAnother(server);
    }

    [TestCaseSource(nameof(Calls))]
    public async Task A_server_echoes_to_a_peer_that_stays_and_is_killed(Exercise exercise, Peer peer, string message)
    {
        var file = Installed(peer);
        await using var server = await Serve(exercise);

        await using var caller = Call(peer, file, RunningPeer.AndStay(Utf8(message)));
        await _timeline.Until(() => caller.HasEnded || caller.Output.Length >= Utf8(message).Length, _bound);

        Assert.That(Encoding.UTF8.GetString(caller.Output), Is.EqualTo(message));
        Assert.That(caller.HasEnded, Is.False, "the server leaves it its connection");
        await caller.Kill();
        await ServesAnother(server);
    }

    [TestCaseSource(nameof(Callers))]
    public async Task A_server_survives_a_peer_that_is_killed_while_bytes_travel(Exercise exercise, Peer peer)
    {
        var file = Installed(peer);
        await using var server = await Serve(exercise);

        await using var caller = Call(peer, file, RunningPeer.ForEver(Utf8(new string('x', 4096))));
        await _timeline.Until(() => caller.HasEnded || caller.Output.Length >= Transfer, _bound);

        Assert.That(caller.HasEnded, Is.False);
        Assert.That(caller.Output, Has.Length.AtLeast(Transfer));
        Assert.That(caller.Output, Is.All.EqualTo((byte)'x'));
        await caller.Kill();
        await ServesAnother(server);
    }

    [TestCaseSource(typeof(Peer), nameof(Peer.All))]
    public async Task The_threaded_server_serves_another_while_a_peer_stays_silent(Peer peer)
    {
        var file = Installed(peer);
        await using var server = await Serve(Exercise.ThreadedServer);

        await using var silent = Call(peer, file, RunningPeer.AndStay([]));
        await _timeline.Until(() => silent.HasEnded || EndPoints.HasCaller(_place), _bound);

        Assert.That(silent.HasEnded, Is.False);
        Assert.That(EndPoints.HasCaller(_place), "the peer holds a connection");
        await ServesAnother(server);
    }

    [TestCaseSource(nameof(Talks))]
    public async Task The_client_talks_to_a_peer_that_half_closes(Peer peer, string message)
    {
        const string Reply = "¡adiós!";
        var file = Installed(peer);
        await using var server = await Listen(peer, file, RunningPeer.Once(Utf8(Reply)));

        await using var client = await Talk(message);
        await _timeline.Until(() => client.HasEnded, _bound);

        await HasGot(server, message);
        HasShown(client, Reply);
    }

    [TestCaseSource(nameof(Talks))]
    public async Task The_client_talks_to_a_peer_that_stays(Peer peer, string message)
    {
        var reply = new string(message.Select(letter => letter == 'e' ? 'i' : letter).ToArray());
        var file = Installed(peer);
        await using var server = await Listen(peer, file, RunningPeer.AndStay(Utf8(reply)));

        await using var client = await Talk(message);
        await _timeline.Until(() => client.HasEnded, _bound);

        await HasGot(server, message);
        HasShown(client, reply);
    }

    [TestCaseSource(typeof(Peer), nameof(Peer.All))]
    public async Task The_client_ends_when_its_peer_is_killed(Peer peer)
    {
        var file = Installed(peer);
        await using var server = await Listen(peer, file, RunningPeer.AndStay([]));

        await using var client = await Talk("hello");
        await HasGot(server, "hello");
        await server.Kill();

        Assert.That((await client.EndsOrderly()).IsHeld);
    }

    private async Task HasGot(RunningPeer server, string message)
    {
        await _timeline.Until(() => server.HasEnded || server.Output.Length >= Utf8(message).Length, _bound);
        Assert.That(Encoding.UTF8.GetString(server.Output), Is.EqualTo(message));
    }

    private static void HasShown(RunningProgram client, string reply)
    {
        Assert.That(client.Out.Text.ReplaceLineEndings("\n"), Is.EqualTo(reply + "\n"), client.Error.Text);
        Assert.That(client.ExitCode, Is.Zero);
    }

    private async Task ServesAnother(RunningProgram server)
    {
        var message = Utf8("the next one\n");
        var (_, caller) = await server.TakesCall(_place, new Actor(Role.Client, 2));
        Assert.That(caller, Is.Not.Null);
        await using var next = caller!;
        await next.Send(message);
        next.HalfClose();
        await _timeline.Until(() => !next.IsOpen || server.HasEnded, _bound);

        Assert.That(next.Received, Is.EqualTo(message), server.Error.Text);
        Assert.That(server.HasEnded, Is.False, server.Error.Text);
    }

    private async Task<RunningProgram> Serve(Exercise exercise)
    {
        var server = RunningProgram.Start(await Solution(exercise), [.. Place, "60"], _timeline, Actor.Server);
        await server.Listens(_place);
        return server;
    }

    private async Task<RunningProgram> Talk(string message) =>
        RunningProgram.Start(await Solution(Exercise.Client), [.. Place, message, "30"], _timeline, Actor.Client);

    private RunningPeer Call(Peer peer, string file, PipeSource input) =>
        RunningPeer.Call(peer, file, _place, input, _key, _timeline);

    private Task<RunningPeer> Listen(Peer peer, string file, PipeSource input) =>
        RunningPeer.Listen(peer, file, _place, input, _key, _timeline);

    private string[] Place => [_place.Address.ToString(), _place.Port.ToString(CultureInfo.InvariantCulture)];

    private async Task<Subject> Solution(Exercise exercise) =>
        new(
            Compiler.Dotnet,
            $"\"{await _solutions[exercise].Value}\"",
            _folder.Path,
            null,
            _key,
            CancellationToken.None
        );

    private static async Task<string> Compile(Exercise exercise)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, exercise.Id)).FullName;
        string[] sources = [KitFolder.ProgramOf(exercise, solution: true)];
        var (assembly, errors) = await Compiler.Compile(sources, exercise.Folder, folder, CancellationToken.None);
        Assert.That(errors, Is.Empty);
        return assembly;
    }

    private static string Installed(Peer peer)
    {
        var file = File.Exists(peer.Command) ? peer.Command : Machine.Find(peer.Command);
        if (file is null)
            Assert.Ignore($"{peer.Command} is not installed");
        return file!;
    }

    private static string End(string message) => message.EndsWith('\n') ? "with a newline" : "without a newline";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
