using System.Net;
using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>
/// What both servers are asked: the steps that have the same id in both exercises, and for the others one verb for each
/// thing, of which the exercises say to which step it belongs.
/// </summary>
/// <typeparam name="TExercise">The class itself.</typeparam>
public abstract class ServerScenario<TExercise> : Scenario
    where TExercise : ServerScenario<TExercise>, new()
{
    private RunningProgram _server = null!;
    private Connection _client = null!;
    private Listener _holder = null!;
    private TimeSpan _listeningSince;
    private TimeSpan? _stoppedAt;
    private Exception? _listening;
    private Exception? _echoing;
    private Exception? _closing;

    /// <summary>The step that receives the message.</summary>
    protected abstract string ReceiveStep { get; }

    /// <summary>The step that shows the message: where no hook can be in the program, it tells what was received.</summary>
    protected abstract string ShowStep { get; }

    /// <summary>Where this scenario's server is told to listen.</summary>
    protected IPEndPoint Place { get; } = EndPoints.Fresh();

    /// <summary>A line as netcat sends it, and as it is shown.</summary>
    protected static string Line => Words("hei, señor") + "\n";

    [Step("1", "the server is started")]
    public Task Opens_a_tcp_socket() => OpensTcpSocket(bindStep: "2");

    [Step("2", "an address and a port of its own", Needs = "1")]
    public Task Binds_there_and_nowhere_else() => BindsThereOnly(listenStep: "4");

    [Step("3", "nobody calls; the timeout is 1 second", Needs = "4 5a", GoesFirst = true)]
    public Task Ends_when_nobody_calls() => EndsWhenNobodyCalls();

    [Step("3", "nobody calls; the timeout is the default", Needs = "4 5a", GoesFirst = true)]
    public Task Waits_longer_by_default() => WaitsLongerByDefault();

    [Step("3", "nobody calls until the default timeout has passed", Needs = "4 5a", IsLong = true)]
    public async Task Ends_after_its_default_timeout()
    {
        var server = await Serve(timeout: null);
        await server.EndsAfter(Setup.DefaultTimeout, Timeline.Now, Expected.EndsAfterDefault, StoppedListening);
    }

    [Step("4", "a client that connects", Needs = "2")]
    public Task Listens() => TakesConnections();

    [Step("5", "three clients, one after the other", Needs = "5a")]
    public Task Serves_client_after_client() => ServesOneAfterTheOther();

    [Step("5a", "a client that sends one line", Needs = "4")]
    public Task Accepts_a_client() => AcceptsCall();

    /// <summary>Starts the server without waiting for it.</summary>
    protected Task<RunningProgram> Launch(int? timeout = LongTimeout, Watch watch = Watch.Wire, bool first = false) =>
        Run("server", watch, At(Place, timeout), first);

    /// <summary>Starts the server and waits until it listens.</summary>
    protected async Task<RunningProgram> Serve(int? timeout = LongTimeout, Watch watch = Watch.Wire, bool first = false)
    {
        var server = await Launch(timeout, watch, first);
        await server.Listens(Place);
        return server;
    }

    /// <summary>Opens a connection to the server.</summary>
    protected async Task<Connection> Call(RunningProgram server, string caller = "client") =>
        Keep(await server.TakesCall(Place, caller));

    private static async Task OpensTcpSocket(string bindStep)
    {
        var story = await Start();
        await story._server.OpensTcpSocket(story.Place, bindStep);
    }

    private static async Task BindsThereOnly(string listenStep)
    {
        var story = await Start();
        await story._server.Binds(story.Place, listenStep);
    }

    private static async Task TakesConnections()
    {
        var story = await Start();
        await story._server.Listens(story.Place);
        await story.Call(story._server);
    }

    private static async Task EndsWhenNobodyCalls()
    {
        if (await EndsAfter(OneSecond) is { } longer)
            await EndsAfter(longer);
    }

    private static async Task<TimeSpan?> EndsAfter(TimeSpan timeout)
    {
        var story = await Silence(timeout);
        Rethrow(story._server.IsOver ? null : story._listening);
        return await story._server.EndsAfter(timeout, story._listeningSince, closedAt: story.StoppedListening);
    }

    // When it was first seen that nobody listens there any more; nothing tells but a look.
    private TimeSpan? StoppedListening() => _stoppedAt ??= EndPoints.IsListening(Place) ? null : Timeline.Now;

    private static async Task WaitsLongerByDefault()
    {
        var story = await Patience();
        await story._server.Outlives(story._listeningSince, (await Silence(OneSecond))._server);
    }

    protected static async Task SaysThatTimeIsUp()
    {
        var patient = await Patient();
        var story = await Silence(OneSecond);
        await story._server.SaysSoAndEnds(unlike: patient, left: TimeSpan.Zero);
    }

    protected static async Task StopsListeningBeforeExit() => Rethrow((await Silence(OneSecond))._closing);

    private async Task AcceptsCall()
    {
        var story = await OneLine();
        await story._server.Accepts(story._client, 1, showStep: ShowStep);
    }

    protected async Task ReceivesMessage()
    {
        var story = await OneLine();
        await story._server.Receives(story._client, ShowStep);
    }

    protected static async Task ShowsMessage()
    {
        var story = await OneLine();
        var patience = await Patience();
        await story._server.Prints(Line.TrimEnd(), unlike: patience._server, left: story._client.TimeLeft);
    }

    protected static async Task EchoesLine() => Rethrow((await OneLine())._echoing);

    protected static async Task ClosesClient()
    {
        var story = await OneLine();
        await story._server.Closes(story._client);
    }

    private async Task ServesOneAfterTheOther()
    {
        var server = await Serve(watch: Watch.Sockets | Watch.Exit);
        Connection? previous = null;
        for (var number = 1; number <= 3; number++)
        {
            var client = await Call(server, $"client {number}");
            // A line of its own: without the hook it tells by what the server prints who was taken.
            await client.Send(Utf8(Words($"client {number}") + "\n"));
            var accepting = await Outcome(server.Accepts(client, number, Expected.Served, ShowStep));
            // A server that has not come so far as to receive has no reason yet to take the next one.
            if (accepting is not null && previous is { Received.Length: 0 } && !server.IsOver)
                throw new NotVisibleYetException(ReceiveStep);
            Rethrow(accepting);
            await Leave(client);
            previous = client;
        }
    }

    // A buffer that is shown whole still holds the end of the longer message.
    protected async Task ShowsShorterMessage()
    {
        var (longer, shorter) = (Words("a rather long message"), Words("short"));
        var server = await Serve();
        var first = await Call(server, "client 1");
        await first.Send(Utf8(longer));
        var patience = await Patience();
        await server.Prints(longer, unlike: patience._server);
        await Leave(first);
        var second = await Call(server, "client 2");
        await second.Send(Utf8(shorter));
        await server.Prints(shorter, unlike: patience._server);
        await server.DoesNotPrint(shorter, followedBy: longer[shorter.Length..]);
    }

    protected async Task Echoes(byte[] message)
    {
        var server = await Serve();
        var client = await Call(server);
        await client.Send(message);
        await server.Sends(client, message);
        client.HalfClose();
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        await server.HasSentOnly(client, message);
    }

    protected async Task EchoesToEach()
    {
        var server = await Serve();
        foreach (var message in new[] { Utf8(Words("the first one says this")), Utf8(Words("the other that")) })
        {
            var client = await Call(server);
            await client.Send(message);
            await server.Sends(client, message);
            await Leave(client);
            await server.HasSentOnly(client, message);
        }
    }

    protected async Task SurvivesReset()
    {
        var server = await Serve(watch: Watch.Sockets, first: true);
        var first = await Call(server, "client 1");
        await first.Send(Utf8(Line));
        first.Reset();
        await ServesAnother(server);
    }

    protected async Task SurvivesResetWhileReceiving()
    {
        var server = await Serve(watch: Watch.Sockets, first: true);
        var first = await Call(server, "client 1");
        await server.Until(() => server.Accepted > 0 || server.IsOver, Bounds.Settle);
        first.Reset();
        await ServesAnother(server);
    }

    protected async Task SurvivesEmptyClient()
    {
        var server = await Serve(watch: Watch.Sockets, first: true);
        var first = await Call(server, "client 1");
        await first.Close();
        await ServesAnother(server);
    }

    protected static async Task SaysThatPortIsTaken()
    {
        var story = await PortTaken();
        await story._server.GivesUpPort(story._holder.EndPoint, unlike: await Patient());
    }

    protected static async Task ClosesWhenPortIsTaken() => await (await PortTaken())._server.LeavesNothingOpen();

    protected async Task EchoesInSegments()
    {
        var server = await Serve();
        var client = await Call(server);
        var message = Utf8(Words("one two three señor"));
        foreach (var half in new[] { message[..^8], message[^8..] })
        {
            await client.Send(half);
            // The first half comes back alone, or the second one travels alone.
            await Timeline.Until(() => client.Received.Length == client.Sent.Length, TimeSpan.FromMilliseconds(300));
        }
        client.HalfClose();
        await server.Sends(client, message);
    }

    protected Task EchoesLongMessage() => Echoes(Utf8(string.Concat(Enumerable.Range(1000, 25_000))));

    private static Task<TExercise> Start() =>
        Story<TExercise>("start", async story => story._server = await story.Launch(watch: Watch.Exit));

    // A server may close after one echo, or echo until the client has nothing more to say: the half-close serves both.
    private static Task<TExercise> OneLine() =>
        Story<TExercise>(
            "one line",
            async story =>
            {
                story._server = await story.Serve(watch: Watch.Bytes | Watch.Exit, first: true);
                story._client = await story.Call(story._server);
                await story._client.Send(Utf8(Line));
                // Looked at before the half-close, which turns a silent server into one that closes.
                story._echoing = await Outcome(story._server.Sends(story._client, Utf8(Line)));
                story._client.HalfClose();
            }
        );

    private static Task<TExercise> Silence(TimeSpan timeout) =>
        Story<TExercise>(
            $"silence for {timeout}",
            async story =>
            {
                story._server = await story.Launch((int)timeout.TotalSeconds, Watch.Exit, first: true);
                // Not demanded here: a timeout that is far too short may be over before anybody has looked.
                story._closing = story._listening = await Outcome(story._server.Listens(story.Place));
                story._listeningSince = story.Timeline.Now;
                // One that does not listen waits for something else than a client.
                if (story._listening is not null && !story._server.IsOver)
                    return;
                var left = timeout + Bounds.Lateness(timeout);
                await story._server.LookUntil(() => story._server.IsOver || story.StoppedListening() is not null, left);
                await story._server.Until(() => story._server.IsOver, Bounds.Settle);
                story._closing = await Outcome(
                    story._server.IsOver
                        ? story._server.StopsListeningBeforeExit(story.Place)
                        : story._server.EndsAfter(timeout, story._listeningSince)
                );
                story._server.LetExit();
            }
        );

    private static Task<TExercise> PortTaken() =>
        Story<TExercise>(
            "port taken",
            async story =>
            {
                story._holder = story.Keep(Listener.Open(story.Timeline, "another program", "server"));
                story._server = await story.Run("server", Watch.Wire, At(story._holder.EndPoint));
            }
        );

    // One that has said whatever it says at its start; null where it does not get so far as to listen.
    private static async Task<RunningProgram?> Patient()
    {
        var patience = Patience();
        if (await Outcome(patience) is not null)
            return null;
        var server = (await patience)._server;
        await server.ComesToRest();
        return server;
    }

    private static Task<TExercise> Patience() =>
        Story<TExercise>(
            "patience",
            async story =>
            {
                story._server = await story.Serve(timeout: null, first: true);
                story._listeningSince = story.Timeline.Now;
            }
        );

    // To close while an echo is under way would be a reset.
    private async Task Leave(Connection client)
    {
        client.HalfClose();
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        await client.Close();
    }

    private async Task ServesAnother(RunningProgram server)
    {
        var second = await Call(server, "client 2");
        await second.Send(Utf8(Words("and me?")));
        await server.Accepts(second, 2, Expected.Served, ShowStep);
        // An exception in another thread takes its time to end the process.
        await server.Until(() => server.IsOver, Bounds.Settle);
        await server.StillListens(Place);
    }
}
