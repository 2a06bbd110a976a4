using System.Net;
using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>
/// What both servers are asked: the steps that have the same id in both exercises, and for the others one verb for each
/// thing, of which the exercises say to which step it belongs.
/// </summary>
/// <typeparam name="TExercise">The class itself.</typeparam>
public abstract partial class ServerScenario<TExercise> : Scenario
    where TExercise : ServerScenario<TExercise>, new()
{
    private const string BindStep = "2";
    private const string ListenStep = "4";
    private const string LoopStep = "5";

    /// <summary>The step that shows the message: where no hook can be in the program, it tells what was received.</summary>
    protected abstract string ShowStep { get; }

    /// <summary>The step that sends the message back.</summary>
    protected abstract string SendStep { get; }

    /// <summary>The step that closes the client's socket.</summary>
    protected abstract string CloseStep { get; }

    /// <summary>Where this scenario's server is told to listen.</summary>
    protected IPEndPoint Place { get; } = EndPoints.Fresh();

    /// <summary>How many connections were opened to it.</summary>
    protected int Calls { get; private set; }

    /// <summary>How clients reset their connections.</summary>
    protected virtual IEnumerable<Func<RunningProgram, Task>> Resets => [ResetsAfterSending, ResetsBeforeSending];

    /// <summary>A line as netcat sends it, and as it is shown.</summary>
    protected static string Line => Words("hei, señor") + "\n";

    // A buffer that is shown whole still holds the end of the longer message.
    private static string LongerMessage => Words("a rather long message");

    private static string ShorterMessage => Words("short");

    [Step("1", Situation.ServerStarted)]
    public async Task Opens_a_tcp_socket() => Rethrow((await OneLine())._opening);

    [Step(BindStep, Situation.PlaceOfItsOwn, Needs = "1")]
    public async Task Binds_there_and_nowhere_else() => Rethrow((await OneLine())._binding);

    [Step("3", Situation.NobodyCallsOneSecond, Needs = "4 5a")]
    public async Task Ends_when_nobody_calls()
    {
        if (await EndsAfter(OneSecond) is { } longer)
            await EndsAfter(longer);
    }

    [Step("3", Situation.NobodyCallsByDefault, Needs = "4 5a")]
    public async Task Waits_longer_by_default()
    {
        var story = await Patience();
        await story._server.Outlives(story._listeningSince, (await Silence(OneSecond))._server);
    }

    [Step("3", Situation.NobodyCallsUntilDefault, Needs = "5 5a", IsLong = true)]
    public async Task Ends_after_its_default_timeout()
    {
        var server = await Serve(timeout: null);
        TimeSpan? calledAt = null;
        bool HasStopped() => server.IsOver || StoppedListening() is not null;
        if (!await EndPoints.LookUntil(HasStopped, Timeline, Setup.BeforeLateCall / Timeline.Patience))
        {
            calledAt = Timeline.Now;
            var client = await Call(server);
            await client.Send(Utf8(Line));
            await Leave(client);
        }
        await server.EndsAfter(
            Setup.DefaultTimeout,
            Timeline.Now,
            Awaited.EndsAfterDefault,
            StoppedListening,
            calledAt
        );
    }

    [Step("3", Situation.ClientComesAndGoes, Needs = "5 5a")]
    public async Task Ends_when_nobody_calls_any_more()
    {
        if (await EndsAfterCall(OneSecond) is { } longer)
            await EndsAfterCall(longer);
    }

    [Step(ListenStep, Situation.ClientConnects, Needs = "2")]
    public async Task Listens() => await OneCall();

    [Step(LoopStep, Situation.ClientAfterClient, Needs = "5a")]
    public async Task Serves_client_after_client() =>
        Rethrow((await InTurn())._turns.Select(turn => turn.Accepting).FirstOrDefault(failure => failure is not null));

    [Step("5a", Situation.OneLine, Needs = "4")]
    public async Task Accepts_a_client()
    {
        var story = await OneCall();
        await story._server.Accepts(story._client, 1, showStep: ShowStep);
    }

    /// <summary>Starts the server without waiting for it.</summary>
    protected Task<RunningProgram> Launch(int? timeout = LongTimeout, Watch watch = Watch.Wire) =>
        Run(Actor.Server, watch, At(Place, timeout));

    /// <summary>Starts the server and waits until it listens.</summary>
    protected async Task<RunningProgram> Serve(int? timeout = LongTimeout, Watch watch = Watch.Wire)
    {
        var server = await Launch(timeout, watch);
        await server.Listens(Place);
        return server;
    }

    /// <summary>Opens a connection to the server.</summary>
    protected async Task<Connection> Call(RunningProgram server, Actor? caller = null)
    {
        Calls++;
        return Keep(await server.TakesCall(Place, caller ?? Actor.Client));
    }

    /// <summary>Opens the next connection to the server, by a client that is called by its number.</summary>
    protected Task<Connection> CallNext(RunningProgram server) => Call(server, new Actor(Role.Client, Calls + 1));

    private static async Task<TimeSpan?> EndsAfter(TimeSpan timeout)
    {
        var story = await Silence(timeout);
        Rethrow(story._server.IsOver ? null : story._listening);
        return await story._server.EndsAfter(timeout, story._listeningSince, closedAt: story.StoppedListening);
    }

    // Not sooner than its timeout, and so by its own clock, from its start: whether it counts from the last client, too short
    // a time as this does not tell.
    private static async Task<TimeSpan?> EndsAfterCall(TimeSpan timeout)
    {
        try
        {
            var story = await LastCall(timeout);
            return await story._server.EndsAfter(timeout, story._listeningSince, closedAt: story.StoppedListening);
        }
        catch (VerdictException late) when (timeout == OneSecond && LongerThan(late) is { } longer)
        {
            return longer;
        }
    }

    // When it was first seen that nobody listens there any more; nothing tells but a look.
    private TimeSpan? StoppedListening() => _stoppedAt ??= EndPoints.IsListening(Place) ? null : Timeline.Now;

    protected static async Task SaysThatTimeIsUp()
    {
        var story = await Silence(OneSecond);
        await story._server.SaysSoAndEnds(unlike: Patient, left: TimeSpan.Zero);
    }

    protected static async Task StopsListeningBeforeExit() => Rethrow((await Silence(OneSecond))._closing);

    protected async Task ReceivesMessage()
    {
        var story = await OneCall();
        await story._server.Receives(story._client, ShowStep);
    }

    protected static async Task ShowsMessage()
    {
        var story = await OneCall();
        await story.Shows(story._client, Line.TrimEnd());
    }

    protected static async Task EchoesLine() => Rethrow((await OneCall())._echoing);

    protected static async Task ClosesClient()
    {
        var story = await OneCall();
        await story._server.Closes(story._client);
    }

    protected static async Task ShowsShorterMessage()
    {
        Rethrow((await TurnOf(1)).Showing);
        Rethrow((await TurnOf(2)).Showing);
        var story = await InTurn();
        await story._server.DoesNotPrint(ShorterMessage, followedBy: LongerMessage[ShorterMessage.Length..]);
        // A server whose threads print late may do so once more, but not many clients later.
        await story._server.DoesNotPrintAgain(LongerMessage, Message(story._turns.Count - 1));
    }

    protected static async Task EchoesWithoutNewline() => Rethrow((await TurnOf(1)).Echoing);

    protected static async Task EchoesToEach() => Rethrow((await TurnOf(2)).Echoing);

    protected static async Task EchoesAnyBytes() => Rethrow((await OtherMessages())._anyBytes);

    /// <summary>The server goes on after a client that resets its connection like this.</summary>
    protected async Task Survives(Func<RunningProgram, Task> reset)
    {
        var isLast = reset == Resets.Last();
        if (Setup.IsAgain)
        {
            await ServesAfter(isLast ? Resets : [reset]);
            return;
        }
        if (await Outcome(AllResets()) is not { } together)
            return;
        // One that does not serve client after client need not be asked once more.
        if (await Outcome(Serves_client_after_client()) is not null)
            throw new NotVisibleYetException(LoopStep, together as VerdictException);
        await ServesAfter([reset]);
        // What they did together is a fact, though each alone may have done no harm this time.
        if (isLast)
            throw together;
    }

    protected async Task ResetsAfterSending(RunningProgram server)
    {
        var client = await CallNext(server);
        await client.Send(Utf8(Line));
        client.Reset();
    }

    protected async Task ResetsBeforeSending(RunningProgram server)
    {
        var client = await CallNext(server);
        await HasAcceptedAll(server);
        server.NoteConnections();
        client.Reset();
    }

    /// <summary>Waits until the server has taken every call so far, as far as the hook can tell.</summary>
    protected Task HasAcceptedAll(RunningProgram server) =>
        server.Until(() => server.Accepted >= Calls || server.IsOver, Bounds.Settle);

    /// <param name="handleStep">The step without which no server survives such clients.</param>
    protected static async Task ClosesLostClients(string handleStep)
    {
        if (await Outcome(AllResets()) is { } failure)
            throw new NotVisibleYetException(handleStep, failure as VerdictException);
        Rethrow((await AllResets())._closing);
    }

    protected static async Task SurvivesEmptyClient() => Rethrow((await NoWord())._serving);

    protected static async Task ClosesEmptyClient() => Rethrow((await NoWord())._closing);

    protected static async Task SaysThatPortIsTaken()
    {
        var story = await PortTaken();
        await story._server.GivesUpPort(story._holder.EndPoint, unlike: Patient);
    }

    protected static async Task ClosesWhenPortIsTaken() => await (await PortTaken())._server.LeavesNothingOpen();

    protected static async Task EchoesSegments() => Rethrow((await OtherMessages())._segments);

    protected static async Task EchoesLongMessage() => Rethrow((await OtherMessages())._longMessage);
}
