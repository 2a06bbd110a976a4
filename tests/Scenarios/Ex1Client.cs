using System.Net;
using System.Net.Sockets;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Scenarios;

/// <summary>Exercise 1: the client. The probe is its server.</summary>
[Exercise("Ex1")]
public sealed class Ex1Client : Scenario
{
    private const string ConnectStep = "3";
    private const string SendStep = "4";

    // Late enough that a client which does not wait has long ended; and the latest for one that takes its seconds for
    // milliseconds, which must fail at its timeout and not here.
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan _latest = TimeSpan.FromMilliseconds(1200);

    // For .NET one that no resolver has to be asked about: an empty label is never valid (RFC 1035, section 2.3.1). Others
    // refuse such a name with an error of another kind; a name below "invalid" is one that never exists (RFC 6761, 6.4).
    private static string UnknownHost => Setup.Subject.Hook is null ? "no-such-host.invalid" : "no-such-host..invalid";

    private Listener _server = null!;
    private RunningProgram _client = null!;
    private Exception? _sending;
    private Exception? _closing;

    [OneTimeSetUp]
    public static void Begin_in_order() => Begin(Patience, () => Silence(OneSecond), Reply, LateReply);

    [Step("1", Situation.ServerReplies)]
    public async Task Opens_a_tcp_connection()
    {
        var story = await Reply();
        await story._client.OpensTcpSocket(story._server, ConnectStep);
    }

    [Step("2", Situation.ServerSilentOneSecond, Needs = "3 5")]
    public async Task Gives_up_after_its_timeout()
    {
        if (await GivesUpAfter(OneSecond) is { } longer)
            await GivesUpAfter(longer);
    }

    [Step("2", Situation.ServerSilentByDefault, Needs = "3 5")]
    public async Task Waits_longer_by_default()
    {
        var story = await Patience();
        var connection = await story._client.ConnectsTo(story._server);
        if (!await story.HasSent(connection))
            throw new NotVisibleYetException(SendStep);
        await story._client.Outlives(connection.OpenedAt, (await Silence(OneSecond))._client);
    }

    [Step("2", Situation.ServerSilentUntilDefault, Needs = "3 5", IsLong = true)]
    public async Task Gives_up_after_its_default_timeout()
    {
        var server = Listen();
        var client = await Call(server, Words("hello"), timeout: null);
        var connection = await client.ConnectsTo(server);
        await client.EndsAfter(
            Setup.DefaultTimeout,
            connection.OpenedAt,
            Awaited.EndsAfterDefault,
            () => connection.ClosedAt
        );
    }

    [Step("3", Situation.ServerElsewhere, Needs = "1")]
    public async Task Connects_to_host_and_port()
    {
        var elsewhere = Keep(Listener.Open(Timeline, Actor.Server, Actor.Client));
        var client = await Call(elsewhere, Words("hello"), watch: Watch.Sockets);
        var connecting = await Outcome(client.ConnectsTo(elsewhere));
        // A client may ask for the name of its host, and this address has none: then the port has to do.
        var asks = client.HasHook && client.Tries.Count == 0 && !client.IsOver;
        if (asks || client.Failures.Any(failure => failure.Error is "HostNotFound" or "NoData" or "TryAgain"))
        {
            var story = await Reply();
            connecting = await Outcome(story._client.ConnectsTo(story._server));
        }
        Rethrow(connecting);
    }

    [Step("4", Situation.PlainMessage, Needs = "3")]
    public async Task Sends_the_message() => Rethrow((await Reply())._sending);

    [Step("4", Situation.MessageBeyondAscii, Needs = "3")]
    public Task Sends_the_message_in_utf8() => SendsExactly(Words("¡Qué día, señor! 5 €"));

    [Step("5", Situation.LateReply, Needs = "3", NeedsHook = true)]
    public Task Waits_for_the_reply() => LateReply();

    // One that comes at once is shown, by chance, by a client that does not wait as well.
    [Step("6", Situation.LateReplyDiffers, Needs = "5")]
    public async Task Shows_the_reply()
    {
        var story = await LateReply();
        await story._client.Prints(Words("HOWDY"), Words("hello"), unlike: (await Patience())._client);
    }

    [Step("6", Situation.ReplyBeyondAscii, Needs = "5")]
    public Task Shows_the_reply_decoded() => ShowsReply(Words("señor"), Words("adiós"));

    [Step("7", Situation.ServerSilentUntilTimeout, Needs = "2")]
    public async Task Handles_the_timeout()
    {
        var story = await Silence(OneSecond);
        await story._client.SaysSoAndEnds(unlike: Patient, left: TimeSpan.Zero);
    }

    [Step("7", Situation.NobodyListens, Needs = "3")]
    public async Task Handles_a_refused_connection() => await (await Refusal())._client.SaysSoAndEnds(unlike: Patient);

    [Step("7", Situation.ServerResets, Needs = "4 5")]
    public async Task Handles_a_reset() => await (await Reset())._client.SaysSoAndEnds(unlike: Patient);

    [Step("7", Situation.ServerCloses, Needs = "4 5")]
    public async Task Handles_an_early_close() => await (await EarlyClose())._client.EndsOrderly();

    [Step("7", Situation.NoSuchHost, Needs = "3")]
    public async Task Handles_an_unknown_host()
    {
        var client = (await NoSuchHost())._client;
        if (!client.HasHook)
            await LookUp(UnknownHost);
        await client.SaysSoAndEnds(unlike: Patient);
    }

    [Step("8", Situation.ServerReplies, Needs = "5 7", NeedsHook = true)]
    public async Task Closes_after_the_reply() => Rethrow((await Reply())._closing);

    [Step("8", Situation.ServerSilentUntilTimeout, Needs = "2 7", NeedsHook = true)]
    public async Task Closes_after_the_timeout()
    {
        var story = await Silence(OneSecond);
        Rethrow((story.LongerThanItsStart is { } longer ? await Silence(longer) : story)._closing);
    }

    [Step("8", Situation.NobodyListens, Needs = "3 7", NeedsHook = true)]
    public async Task Closes_after_a_refusal() => await (await Refusal())._client.LeavesNothingOpen();

    [Step("8", Situation.ServerResets, Needs = "4 5 7", NeedsHook = true)]
    public async Task Closes_after_a_reset() => await (await Reset())._client.LeavesNothingOpen();

    [Step("8", Situation.ServerCloses, Needs = "4 5 7", NeedsHook = true)]
    public async Task Closes_after_an_early_close() => await (await EarlyClose())._client.LeavesNothingOpen();

    [Step("8", Situation.NoSuchHost, Needs = "3 7", NeedsHook = true)]
    public async Task Closes_without_a_host() => await (await NoSuchHost())._client.LeavesNothingOpen();

    [GoingFurther("segments", Situation.ReplyInSegments)]
    public Task Reads_a_reply_in_segments()
    {
        var reply = Utf8(Words("one two three"));
        return ShowsSegments(reply, reply.Length / 3, reply.Length * 2 / 3);
    }

    [GoingFurther("split-character", Situation.SplitCharacter)]
    public Task Reads_a_split_character()
    {
        var reply = Utf8(Words("señor"));
        return ShowsSegments(reply, 3);
    }

    [GoingFurther("long-reply", Situation.LongReply)]
    public async Task Reads_a_long_reply()
    {
        var message = new string('m', 6_000);
        var reply = string.Concat(Enumerable.Range(1000, 1500));
        var server = Listen();
        var client = await Call(server, message);
        var connection = await client.ConnectsTo(server);
        await client.Sends(connection, Utf8(message));
        await connection.Send(Utf8(reply));
        connection.HalfClose();
        await client.Prints(reply);
    }

    private static Task<Ex1Client> Reply() =>
        Story<Ex1Client>(
            "reply",
            async story =>
            {
                story._server = story.Listen();
                story._client = await story.Call(story._server, Words("hello"), watch: Watch.Sockets | Watch.Exit);
                if (await story.Connection() is not { } connection)
                    return;
                story._sending = await Outcome(story._client.Sends(connection, Utf8(Words("hello"))));
                await connection.Send(Utf8(Words("HOWDY")));
                connection.HalfClose();
                story._closing = await Outcome(story._client.ClosesBeforeExit(connection));
                story._client.LetExit();
            }
        );

    private static Task<Ex1Client> LateReply() =>
        Story<Ex1Client>(
            "late reply",
            async story =>
            {
                story._server = story.Listen();
                story._client = await story.Call(story._server, Words("hello"), watch: Watch.Bytes);
                var connection = await story._client.ConnectsTo(story._server);
                // On a busy machine a client that does not wait takes its time to end as well.
                var start = connection.OpenedAt - story._client.StartedAt;
                var late = TimeSpan.FromTicks(Math.Clamp(start.Ticks, _late.Ticks, _latest.Ticks));
                await story._client.WaitsForReply(connection, late / story.Timeline.Patience);
                await connection.Send(Utf8(Words("HOWDY")));
                await story._client.TakesReply(connection);
                connection.HalfClose();
            }
        );

    // A resolver takes its time to say that a name does not exist: as long for the client as it takes here.
    private static async Task LookUp(string name)
    {
        try
        {
            await Dns.GetHostAddressesAsync(name).WaitAsync(Bounds.Start * 6);
        }
        catch (Exception unknown) when (unknown is SocketException or TimeoutException)
        {
            // That is what was asked for.
        }
    }

    // A client that has not sent its message does not wait for the reply to it.
    private async Task<bool> HasSent(Connection connection)
    {
        bool Sent() => connection.Received.AsSpan().SequenceEqual(Utf8(Words("hello")));
        await _client.Until(() => Sent() || _client.IsOver, Bounds.Reaction);
        return Sent();
    }

    // On a busy machine the timeout may be over before the client comes to connect: then one that is not.
    private TimeSpan? LongerThanItsStart =>
        _server.Connections.Count == 0 && _server.Datagram is null && _client.IsOver && _client.LongestWait >= OneSecond
            ? TimeSpan.FromSeconds(Math.Ceiling(_client.LongestWait.Value.TotalSeconds * 3))
            : null;

    private static async Task<TimeSpan?> GivesUpAfter(TimeSpan timeout)
    {
        var story = await Silence(timeout);
        if (story.LongerThanItsStart is { } longer && timeout == OneSecond)
            return longer;
        if (story._server.Connections is not [var connection, ..])
            throw story._closing!;
        Task<TimeSpan?> Ends() =>
            story._client.EndsAfter(timeout, connection.OpenedAt, closedAt: () => connection.ClosedAt);
        if (await story.HasSent(connection))
            return await Ends();
        if (!story._client.IsOver)
            throw new NotVisibleYetException(SendStep);
        try
        {
            // One that gave up before it could send may have been too hasty, or cannot send at all. Where its start alone
            // took that long, only a longer timeout tells.
            return await Ends() ?? throw new NotVisibleYetException(SendStep);
        }
        catch (VerdictException hasty)
        {
            throw new NotVisibleYetException(SendStep, hasty);
        }
    }

    private static Task<Ex1Client> Silence(TimeSpan timeout) =>
        Story<Ex1Client>(
            $"silence for {timeout}",
            async story =>
            {
                story._server = story.Listen();
                var seconds = (int)timeout.TotalSeconds;
                story._client = await story.Call(story._server, Words("hello"), seconds, Watch.Exit);
                if (await story.Connection() is not { } connection)
                {
                    story._closing = new NotVisibleYetException(ConnectStep, story._closing as VerdictException);
                    return;
                }
                await story._client.Until(() => story._client.IsOver, timeout + Bounds.Lateness(timeout));
                story._closing = await Outcome(story._client.ClosesBeforeExit(connection, left: TimeSpan.Zero));
                story._client.LetExit();
            }
        );

    private static Task<Ex1Client> Refusal() =>
        Story<Ex1Client>(
            "refusal",
            async story =>
                story._client = await story.Run(
                    Actor.Client,
                    Watch.Wire,
                    [.. At(EndPoints.Fresh(), null), Words("hello")]
                )
        );

    private static Task<Ex1Client> NoSuchHost() =>
        Story<Ex1Client>(
            "no such host",
            async story =>
                story._client = await story.Run(
                    Actor.Client,
                    Watch.Wire,
                    [UnknownHost, .. At(EndPoints.Fresh(), null)[1..], Words("hello"), "5"]
                )
        );

    private static Task<Ex1Client> EarlyClose() => Ending("early close", connection => connection.Close());

    private static Task<Ex1Client> Reset() =>
        Ending(
            "reset",
            connection =>
            {
                connection.Reset();
                return Task.CompletedTask;
            }
        );

    // A server that ends the connection once it has the message.
    private static Task<Ex1Client> Ending(string name, Func<Connection, Task> end) =>
        Story<Ex1Client>(
            name,
            async story =>
            {
                story._server = story.Listen();
                story._client = await story.Call(story._server, Words("hello"));
                var connection = await story._client.ConnectsTo(story._server);
                await story._client.Sends(connection, Utf8(Words("hello")));
                await end(connection);
            }
        );

    // One that has said whatever it says at its start.
    private static async Task<RunningProgram?> Patient()
    {
        var story = await Patience();
        await Outcome(story._client.ConnectsTo(story._server));
        var since = story._server.Connections is [var connection, ..] ? connection.OpenedAt : story._client.StartedAt;
        await story._client.SettlesDown(since, OneSecond);
        return story._client;
    }

    private static Task<Ex1Client> Patience() =>
        Story<Ex1Client>(
            "patience",
            async story =>
            {
                story._server = story.Listen();
                story._client = await story.Call(story._server, Words("hello"), timeout: null);
            }
        );

    // Without a connection nothing of the rest can be seen.
    private async Task<Connection?> Connection()
    {
        _sending = _closing = await Outcome(_client.ConnectsTo(_server));
        return _closing is null ? _server.Connections[0] : null;
    }

    private Listener Listen() => Keep(Listener.Open(Timeline, Actor.Server, Actor.Client, EndPoints.FreshAtLocalhost));

    private Task<RunningProgram> Call(
        Listener server,
        string message,
        int? timeout = LongTimeout,
        Watch watch = Watch.Wire
    )
    {
        var (place, seconds) = (At(server.EndPoint, null), At(server.EndPoint, timeout)[2..]);
        return Run(Actor.Client, watch, [.. place, message, .. seconds]);
    }

    // Closing this side after the reply serves clients that read until the end as well as those that read once.
    private async Task SendsExactly(string message)
    {
        var server = Listen();
        var client = await Call(server, message);
        var connection = await client.ConnectsTo(server);
        await client.Sends(connection, Utf8(message));
        await connection.Send(Utf8(Words("HOWDY")));
        connection.HalfClose();
        await client.Until(() => !connection.IsOpen || client.IsOver, Bounds.Settle);
        await client.HasSentOnly(connection, Utf8(message));
    }

    private async Task ShowsReply(string message, string reply)
    {
        var server = Listen();
        var client = await Call(server, message);
        var connection = await client.ConnectsTo(server);
        await connection.Send(Utf8(reply));
        connection.HalfClose();
        await client.Prints(reply, own: message);
    }

    private async Task ShowsSegments(byte[] reply, params int[] cuts)
    {
        var server = Listen();
        var message = new string('m', reply.Length);
        var client = await Call(server, message, watch: Watch.Bytes);
        var connection = await client.ConnectsTo(server);
        await client.Sends(connection, Utf8(message));
        var at = 0;
        foreach (var cut in cuts)
        {
            await connection.Send(reply[at..cut]);
            at = cut;
            // Until the client has taken this segment alone; what it does next is seen with the whole reply.
            await client.Until(() => client.BytesReceived >= cut || client.IsOver, Bounds.Settle);
        }
        await connection.Send(reply[at..]);
        connection.HalfClose();
        await client.Prints(System.Text.Encoding.UTF8.GetString(reply));
    }
}
