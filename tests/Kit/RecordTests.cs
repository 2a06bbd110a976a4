using System.Net;
using System.Net.Sockets;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Harness;
using Lab.Scenarios;
using Lab.Scenarios.Servers;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// The timeline holds what goes over the wire, in the right order, and the probes do not wait for it. <see
/// cref="CaptureTests"/> compares whole checks with the network's own record.
/// </summary>
public sealed class RecordTests : IDisposable
{
    private readonly Timeline _timeline = new();
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public RecordTests() => _server.Start();

    public void Dispose() => _server.Dispose();

    [Test]
    public void A_probe_that_is_refused_is_on_the_timeline()
    {
        var place = EndPoints.Fresh();

        Assert.That(
            async () => await Connection.Open(place, _timeline, Actor.Client, Actor.Server),
            Throws.InstanceOf<SocketException>()
        );

        Assert.That(Events(), Is.EqualTo([(Actor.Client, Happening.Try), (Actor.Client, Happening.Fail)]));
        Assert.That(_timeline.Entries[^1].Note, Is.EqualTo("Connect: ConnectionRefused"));
        Assert.That(_timeline.Entries[^1].Peer, Is.EqualTo(Actor.Server));
        Assert.That(_timeline.Calls, Is.Empty);
    }

    [Test]
    public void A_server_accepts_after_the_connect_even_if_it_is_reported_before()
    {
        var call = _timeline.NextConnection(Actor.Client, Actor.Server);

        _timeline.Accepts(Actor.Server, 1);
        _timeline.Connects(call);

        Assert.That(Events(), Is.EqualTo([(Actor.Client, Happening.Connect), (Actor.Server, Happening.Accept)]));
    }

    [Test]
    public void A_line_that_is_printed_piece_by_piece_ends_where_the_peer_does_something()
    {
        var call = _timeline.NextConnection(Actor.Client, Actor.Server);

        _timeline.Add(Actor.Server, Happening.Print, "a"u8.ToArray());
        _timeline.Add(Actor.Client, Happening.Start);
        _timeline.Add(Actor.Server, Happening.Print, "b"u8.ToArray());
        _timeline.Add(Actor.Client, Happening.Send, "c"u8.ToArray(), link: new(call.Number, Actor.Server));
        _timeline.Add(Actor.Server, Happening.Print, "c"u8.ToArray());

        Assert.That(
            _timeline.Entries.Select(entry => (entry.What, entry.Bytes?.Total)),
            Is.EqualTo([(Happening.Print, 2), (Happening.Start, (int?)null), (Happening.Send, 1), (Happening.Print, 1)])
        );
    }

    [TestCase(Happening.Close)]
    [TestCase(Happening.Reset)]
    [TestCase(Happening.Send)]
    public async Task What_the_peer_does_after_my_close_is_recorded_and_not_waited_for(Happening late)
    {
        await using var connection = await Open();
        using var peer = await _server.AcceptSocketAsync();

        await connection.Close();
        await Do(late, peer);

        Happening[] after = late == Happening.Send ? [Happening.Send, Happening.Reset] : [late];
        Happening[] all = [Happening.Connect, Happening.Close, .. after];
        Assert.That(await _timeline.Until(() => _timeline.Entries.Count == all.Length, Bounds.Reaction));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Events().Select(one => one.What), Is.EqualTo(all));
            Assert.That(_timeline.Entries[2].Who, Is.EqualTo(Actor.Server));
            Assert.That(connection.State, Is.EqualTo(ConnectionState.Open), "it was open when the probe closed it");
            Assert.That(connection.ClosedAt, Is.Null);
            Assert.That(connection.Received, Is.Empty);
        }
    }

    [Test]
    public async Task What_had_come_before_my_close_counts()
    {
        for (var round = 0; round < 100; round++)
        {
            await using var connection = await Open();
            using var peer = await _server.AcceptSocketAsync();
            peer.Send("hei"u8);

            await connection.Close();

            Assert.That(connection.Received, Is.EqualTo("hei"u8.ToArray()));
        }
    }

    [Test]
    public async Task A_FIN_is_recorded_once()
    {
        await using var connection = await Open();

        connection.HalfClose();
        await connection.Close();

        Assert.That(Events().Select(one => one.What), Is.EqualTo([Happening.Connect, Happening.HalfClose]));
    }

    [Test]
    public async Task Nothing_is_sent_after_a_reset()
    {
        await using var connection = await Open();
        await Do(Happening.Reset, await _server.AcceptSocketAsync());
        Assert.That(await _timeline.Until(() => connection.State == ConnectionState.Reset, Bounds.Reaction));

        await connection.Send("hei"u8.ToArray());
        connection.HalfClose();
        connection.Reset();

        Assert.That(Events().Select(one => one.What), Is.EqualTo([Happening.Connect, Happening.Reset]));
    }

    [Test]
    public async Task A_tap_passes_everything_on_and_records_it()
    {
        await using var tap = OpenTap();
        using var caller = await CallTap(tap);
        using var peer = await _server.AcceptSocketAsync();

        caller.Send("hei"u8);
        caller.Shutdown(SocketShutdown.Send);
        Assert.That(await ReadToEnd(peer), Is.EqualTo("hei"u8.ToArray()));
        peer.Send("ha det"u8);
        peer.Dispose();
        Assert.That(await ReadToEnd(caller), Is.EqualTo("ha det"u8.ToArray()));

        Assert.That(
            Events(),
            Is.EqualTo([
                (Actor.Netcat, Happening.Connect),
                (Actor.Netcat, Happening.Send),
                (Actor.Netcat, Happening.Close),
                (Actor.Server, Happening.Send),
                (Actor.Server, Happening.Close),
            ])
        );
        Assert.That(_timeline.Entries.Select(entry => entry.Connection), Is.All.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_tap_passes_a_reset_on(bool byServer)
    {
        await using var tap = OpenTap();
        using var caller = await CallTap(tap);
        using var peer = await _server.AcceptSocketAsync();

        await Do(Happening.Reset, byServer ? peer : caller);

        Assert.That(async () => await ReadToEnd(byServer ? caller : peer), Throws.InstanceOf<SocketException>());
        Assert.That(Events(), Does.Contain((byServer ? Actor.Server : Actor.Netcat, Happening.Reset)));
    }

    [Test]
    public async Task A_tap_resets_its_caller_if_the_server_refuses()
    {
        await using var tap = OpenTap();
        _server.Stop();

        // The reset may come while the caller still connects.
        Assert.That(
            async () =>
            {
                using var caller = await CallTap(tap);
                await ReadToEnd(caller);
            },
            Throws.InstanceOf<SocketException>()
        );
        Assert.That(await _timeline.Until(() => _timeline.Entries.Count > 0, Bounds.Reaction));
        Assert.That(_timeline.Entries[^1].Note, Is.EqualTo("Connect: ConnectionRefused"));
    }

    [Test]
    public async Task A_tap_does_not_keep_a_conversation_from_ending()
    {
        var tap = OpenTap();
        using var caller = await CallTap(tap);
        using var peer = await _server.AcceptSocketAsync();

        await tap.DisposeAsync().AsTask().WaitAsync(Bounds.Reaction);
    }

    [Test]
    public async Task The_programs_of_the_acceptance_are_on_the_timeline()
    {
        await using var workspace = new Workspace(CancellationToken.None);
        var (server, _) = await workspace.Compile([Solution(Exercise.ThreadedServer)], "Server", KitFolder.Hook);
        var (client, _) = await workspace.Compile([Solution(Exercise.Client)], "Client", hook: null);
        var fixture = ExerciseAttribute.FixtureOf(Exercise.ThreadedServer.Id);
        var all = ((ServerExerciseAttribute)ExerciseAttribute.Of(fixture)).Converse();
        all.Setup = new(server!, Task.FromResult(client), Seed: 4711);

        var played = all.Acceptance;
        Assert.That((await played.Serves.Seen).IsHeld);
        await played.Played;

        var entries = played.Entries;
        var place = entries[0].Note!.Split(' ')[..2];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(played.Connections.Select(call => call.Caller), Is.EqualTo([Actor.Netcat, Actor.Client]));
            Assert.That(
                entries.Where(entry => entry.What == Happening.Accept).Select(entry => entry.Peer),
                Is.EqualTo([Actor.Netcat, Actor.Client])
            );
            Assert.That(
                entries.Where(entry => entry.Connection == 2).Select(entry => (entry.Who, entry.What)),
                Is.SupersetOf([
                    (Actor.Client, Happening.Connect),
                    (Actor.Client, Happening.Send),
                    (Actor.Server, Happening.Send),
                    (Actor.Client, Happening.Close),
                ])
            );
            Assert.That(
                entries.Where(entry => entry.What == Happening.Start).Select(entry => entry.Note!.Split(' ')[..2]),
                Is.All.EqualTo(place),
                "the tap is part of the check"
            );
        }
    }

    private static string Solution(Exercise exercise) => KitFolder.ProgramOf(exercise, solution: true);

    private static async Task Do(Happening what, Socket peer)
    {
        if (what == Happening.Send)
            await peer.SendAsync("late"u8.ToArray());
        if (what == Happening.Reset)
            peer.LingerState = new LingerOption(true, 0);
        if (what != Happening.Send)
            peer.Dispose();
    }

    private static async Task<byte[]> ReadToEnd(Socket socket)
    {
        var all = new MemoryStream();
        var buffer = new byte[100];
        int count;
        while ((count = await socket.ReceiveAsync(buffer)) > 0)
            all.Write(buffer, 0, count);
        return all.ToArray();
    }

    private IPEndPoint Place => (IPEndPoint)_server.LocalEndpoint;

    private Task<Connection> Open() => Connection.Open(Place, _timeline, Actor.Client, Actor.Server);

    private Tap OpenTap() => new(Place, _timeline, Actor.Netcat, Actor.Server);

    private async Task<Socket> CallTap(Tap tap)
    {
        var caller = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await caller.ConnectAsync(tap.EndPoint);
        Assert.That(await _timeline.Until(() => _timeline.Entries.Count > 0, Bounds.Reaction), "the tap has called");
        return caller;
    }

    private IReadOnlyList<(Actor Who, Happening What)> Events() =>
        [.. _timeline.Entries.Select(entry => (entry.Who, entry.What))];
}
