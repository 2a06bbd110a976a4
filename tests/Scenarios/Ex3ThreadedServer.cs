using Lab.Harness;
using NUnit.Framework;

namespace Lab.Scenarios;

/// <summary>Exercise 3: the multithreaded echo server. The probes are its clients, several at once.</summary>
[Exercise("Ex3")]
public sealed class Ex3ThreadedServer : ServerScenario<Ex3ThreadedServer>
{
    private const int Crowd = 8;
    private const int Rounds = 30;
    private const int LeastRounds = 10;
    private const int Holding = 30;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

    private Connection _first = null!;
    private Connection _second = null!;
    private Exception? _meanwhile;
    private Exception? _afterwards;
    private Exception? _mixing;
    private Exception? _holding;

    private static byte[] Early => Utf8(Words("from the first"));

    private static byte[] Late => Utf8(Words("from the 2nd"));

    /// <inheritdoc />
    protected override string ShowStep => "6b";

    /// <inheritdoc />
    protected override string SendStep => "6c";

    /// <inheritdoc />
    protected override string CloseStep => "6d";

    /// <inheritdoc />
    protected override IEnumerable<Func<RunningProgram, Task>> Resets => [.. base.Resets, ResetsBesideAnother];

    [OneTimeSetUp]
    public static void Begin_in_order() => BeginCommon(() => SilentClient(OneSecond), SeveralAtOnce);

    [Step("5b", Situation.SecondMeanwhile, Needs = "5 6c")]
    public async Task Serves_another_client_meanwhile() => Rethrow((await SeveralAtOnce())._meanwhile);

    [Step("6", Situation.FirstSpeaksLast, Needs = "5b 6c")]
    public async Task Serves_the_client_it_was_started_for() => Rethrow((await SeveralAtOnce())._afterwards);

    [Step("6a", Situation.OneLine, Needs = "5a")]
    public Task Receives_the_message() => ReceivesMessage();

    [Step("6b", Situation.OneLine, Needs = "6a")]
    public Task Shows_the_message() => ShowsMessage();

    [Step("6b", Situation.ShortAfterLong, Needs = "5 6a")]
    public Task Shows_only_what_came() => ShowsShorterMessage();

    [Step("6c", Situation.OneLine, Needs = "6a")]
    public Task Echoes_a_line() => EchoesLine();

    [Step("6c", Situation.NoNewline, Needs = "6a")]
    public Task Echoes_without_newline() => EchoesWithoutNewline();

    [Step("6c", Situation.TwoInTurn, Needs = "5 6a")]
    public Task Echoes_to_each_its_own() => EchoesToEach();

    [Step("6c", Situation.AnyBytes, Needs = "6a")]
    public Task Echoes_any_bytes() => EchoesAnyBytes();

    [Step("6c", Situation.EightAtOnce, Needs = "5b 6")]
    public async Task Mixes_nothing_up() => Rethrow((await SeveralAtOnce())._mixing);

    [Step("6d", Situation.ClientHasItsEcho, Needs = "5a")]
    public Task Closes_the_client() => ClosesClient();

    [Step("6d", Situation.ClientSaysNothing, Needs = "5a 7")]
    public Task Closes_an_empty_client() => ClosesEmptyClient();

    [Step("6d", Situation.ClientsReset, Needs = "5 7", NeedsHook = true)]
    public Task Closes_lost_clients() => ClosesLostClients("7");

    [Step("7", Situation.ClientResets, Needs = "5")]
    public Task Survives_a_reset() => Survives(ResetsAfterSending);

    [Step("7", Situation.ClientResetsBeforeSending, Needs = "5")]
    public Task Survives_a_reset_while_receiving() => Survives(ResetsBeforeSending);

    [Step("7", Situation.ClientSaysNothing, Needs = "5")]
    public Task Survives_an_empty_client() => SurvivesEmptyClient();

    [Step("7", Situation.OneOfTwoResets, Needs = "5 5b 6c")]
    public async Task Keeps_the_other_client()
    {
        // Without an echo, nothing is seen of the other client.
        await EchoesLine();
        await Survives(ResetsBesideAnother);
    }

    [Step("7", Situation.ClientSilentUntilTimeout, Needs = "3 5")]
    public async Task Ends_orderly_with_a_silent_client()
    {
        try
        {
            await SilentClient(OneSecond);
        }
        catch (VerdictException late) when (LongerThan(late) is { } longer)
        {
            await SilentClient(longer);
        }
    }

    [Step("7", Situation.PortHeld, Needs = "2")]
    public Task Says_that_the_port_is_taken() => SaysThatPortIsTaken();

    [Step("7", Situation.NobodyCallsUntilTimeout, Needs = "3")]
    public Task Says_that_time_is_up() => SaysThatTimeIsUp();

    [Step("8", Situation.NobodyCallsUntilTimeout, Needs = "3 7", NeedsHook = true)]
    public Task Stops_listening_before_it_exits() => StopsListeningBeforeExit();

    [Step("8", Situation.PortHeld, Needs = "2 7", NeedsHook = true)]
    public Task Closes_when_the_port_is_taken() => ClosesWhenPortIsTaken();

    [Step("check", Situation.Acceptance, Needs = "5b 6c")]
    public async Task Passes_the_acceptance()
    {
        // Before the server runs: a timeout that is too short must not pass meanwhile.
        var reference = await Setup.ReferenceClient;
        var server = await Serve(watch: Watch.Sockets);
        var netcat = Netcat.Find(Setup.Subject) is { } found
            ? Keep(RunningProgram.Start(found, At(Place, null), Timeline, Actor.Netcat))
            : null;
        var holds =
            netcat is not null
            && await EndPoints.LookUntil(() => netcat.HasEnded || EndPoints.HasCaller(Place), Timeline, Bounds.Reaction)
            && !netcat.HasEnded;
        if (!holds)
            await Call(server, Actor.Netcat);
        if (reference is null)
        {
            var probe = await Call(server);
            await probe.Send(Utf8(Line));
            await server.Answers(probe, Utf8(Line), 2);
            return;
        }
        var message = Words("does the client get its reply?");
        string[] call = [.. At(Place, null), message, $"{LongTimeout}"];
        var client = Keep(RunningProgram.Start(reference, call, Timeline, Actor.Client));
        await server.LetsPrint(client, message);
    }

    [GoingFurther("segments", Situation.MessageInSegments)]
    public Task Echoes_segments() => EchoesSegments();

    [GoingFurther("long-message", Situation.LongMessage)]
    public Task Echoes_a_long_message() => EchoesLongMessage();

    [GoingFurther("crowd", Situation.Crowd)]
    public async Task Serves_a_crowd() => Rethrow((await SeveralAtOnce())._holding);

    private static Task<Ex3ThreadedServer> SeveralAtOnce() =>
        Story<Ex3ThreadedServer>(
            "several at once",
            async story =>
            {
                var server = await story.Serve(watch: Watch.Turns);
                story._meanwhile = await Outcome(story.ServesSecond(server));
                story._afterwards = story._meanwhile ?? await Outcome(story.ServesFirst(server));
                story._mixing = story._afterwards ?? await Outcome(story.ServesCrowds(server));
                story._holding = story._mixing ?? await Outcome(story.ServesOneMore(server));
            }
        );

    private static Task<Ex3ThreadedServer> SilentClient(TimeSpan timeout) =>
        Story<Ex3ThreadedServer>(
            $"silent client, {timeout}",
            async story =>
            {
                var server = await story.Serve((int)timeout.TotalSeconds);
                var client = await story.Call(server);
                await server.Until(() => !client.IsOpen || server.IsOver, timeout * 2);
                await client.Close();
                await server.EndsOrderly(timeout + Bounds.Start);
                await story.CloseEverything();
            }
        );

    private async Task ResetsBesideAnother(RunningProgram server)
    {
        var first = await CallNext(server);
        var second = await CallNext(server);
        await HasAcceptedAll(server);
        // Both are to be served by now, not only accepted: so neither has a thread that is yet to start.
        await server.ComesToRest();
        var failures = server.Failures.Count;
        first.Reset();
        // Whether it speaks before the server has noticed the reset must not be left to chance.
        await server.Until(() => !server.HasHook || server.Failures.Count > failures || server.IsOver, Bounds.Settle);
        await server.ComesToRest();
        // Nobody has sent this before: a server that sends older messages again must not do right by chance.
        var message = Utf8(Words("still here?") + "\n");
        await second.Send(message);
        await server.Answers(second, message, Calls);
        await Leave(second);
    }

    // The kernel's backlog completes the second connection in any case, so only its echo says that it is served.
    private async Task ServesSecond(RunningProgram server)
    {
        _first = await Call(server, new Actor(Role.Client, 1));
        _second = await Call(server, new Actor(Role.Client, 2));
        await _second.Send(Late);
        await server.Answers(_second, Late, 2);
    }

    private async Task ServesFirst(RunningProgram server)
    {
        await _first.Send(Early);
        await server.Sends(_first, Early);
        // What else it sends has come when it has closed.
        await Leave(_first);
        await Leave(_second);
        await server.HasSentOnly(_first, Early);
        await server.HasSentOnly(_second, Late);
    }

    private async Task ServesCrowds(RunningProgram server)
    {
        var begin = Timeline.Now;
        // A short backlog costs seconds a round: the kernel drops what it has no room for, and tries again.
        for (var round = 0; round < Rounds && (round < LeastRounds || Timeline.Now - begin < _longest); round++)
        {
            var clients = new List<(Connection Connection, byte[] Message)>();
            for (var number = 1; number <= Crowd; number++)
            {
                // Of different lengths, and none longer than the smallest buffer that anybody uses.
                var message = Utf8(Words($"round {round}, client {number}: ") + new string('x', number * 25));
                clients.Add((await Call(server, new Actor(Role.Client, number)), message));
            }
            await Task.WhenAll(clients.Select(client => client.Connection.Send(client.Message)));
            // A thread pool has few threads at first: whoever has its echo goes, and lets the next one have its thread.
            await Task.WhenAll(clients.Select(client => GetsItsOwn(client.Connection, client.Message)));
        }

        async Task GetsItsOwn(Connection client, byte[] message)
        {
            var failure = await Outcome(server.Sends(client, message));
            // The end of a server shows in many ways, and which of them comes first is chance; wrong bytes are a fact.
            if (failure is VerdictException { Finding.Verdict: not (Verdict.WrongBytes or Verdict.ExtraBytes) })
                failure = await Outcome(server.GoesOn(client)) ?? failure;
            Rethrow(failure);
            await client.Close();
        }
    }

    private async Task ServesOneMore(RunningProgram server)
    {
        var taken = server.Accepted;
        for (var number = 1; number <= Holding; number++)
            await Call(server, new Actor(Role.Client, number));
        var last = await Call(server, new Actor(Role.Client, Holding + 1));
        await last.Send(Utf8(Line));
        await server.Answers(last, Utf8(Line), taken + Holding + 1);
    }
}
