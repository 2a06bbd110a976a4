using Lab.Harness;

namespace Lab.Scenarios;

// The runs that several steps look at, or that are begun early, and how each of them goes.
public abstract partial class ServerScenario<TExercise>
{
    private const int Few = 3;
    private const int Many = 23;

    private readonly List<Turn> _turns = [];
    private RunningProgram _server = null!;
    private Connection _client = null!;
    private Listener _holder = null!;
    private TimeSpan _listeningSince;
    private TimeSpan? _stoppedAt;
    private Exception? _opening;
    private Exception? _binding;
    private Exception? _listening;
    private Exception? _echoing;
    private Exception? _closing;
    private Exception? _serving;
    private Exception? _anyBytes;
    private Exception? _segments;
    private Exception? _longMessage;

    /// <summary>Begins what both servers are asked, in order.</summary>
    /// <param name="own">What only this one is asked, and takes long: it comes after what waits for a clock.</param>
    protected static void BeginCommon(params IEnumerable<Func<Task>> own) =>
        Begin([
            Patience,
            () => Silence(OneSecond),
            OneLine,
            () => LastCall(OneSecond),
            .. own,
            AllResets,
            InTurn,
            NoWord,
        ]);

    // A server may close after one echo, or echo until the client has nothing more to say: the half-close serves both.
    private static Task<TExercise> OneLine() =>
        Story<TExercise>(
            "one line",
            async story =>
            {
                story._server = await story.Launch(watch: Watch.Bytes | Watch.Exit);
                await story.LookBeforeTheCall();
                if (story._listening is not null)
                    return;
                await story._client.Send(Utf8(Line));
                // Looked at before the half-close, which turns a silent server into one that closes.
                story._echoing = await Outcome(story._server.Sends(story._client, Utf8(Line)));
                story._client.HalfClose();
            }
        );

    // A server that ends after its first client must not be told so at the steps before.
    private async Task LookBeforeTheCall()
    {
        var looks = await Task.WhenAll(
            Outcome(_server.OpensTcpSocket(Place, BindStep)),
            Outcome(_server.Binds(Place, ListenStep)),
            Outcome(_server.Listens(Place))
        );
        (_opening, _binding, _listening) = (looks[0], looks[1], looks[2]);
        _listening ??= await Outcome(Connects());

        async Task Connects() => _client = await Call(_server);
    }

    // One line, where a client could call at all.
    private static async Task<TExercise> OneCall()
    {
        var story = await OneLine();
        Rethrow(story._listening);
        return story;
    }

    private static Task<TExercise> InTurn() =>
        Story<TExercise>(
            "in turn",
            async story =>
            {
                story._server = await story.Serve(watch: Watch.Sockets | Watch.Exit);
                // Many more are not called before all is well with a few: each would be waited for.
                for (var number = 1; number <= Few || number <= Many && story._turns[^1].IsFlawless; number++)
                {
                    var turn = await story.Serves(Message(number), isOneOfMany: number >= Few);
                    story._turns.Add(turn);
                    if (turn.IsLast)
                        return;
                }
            }
        );

    // None like another: what is printed tells who was served.
    private static string Message(int number) =>
        number switch
        {
            1 => LongerMessage,
            2 => ShorterMessage,
            _ => Words($"client {number}"),
        };

    // What fails with one client is not waited for again with the next.
    private async Task<Turn> Serves(string message, bool isOneOfMany)
    {
        var before = _turns.LastOrDefault();
        var accepting = await Outcome(TakesNext(message));
        if (accepting is not null && before is { IsFlawless: false })
            accepting = new NotVisibleYetException(
                before.Echoing is null ? CloseStep : SendStep,
                accepting as VerdictException
            );
        if (accepting is not null && !IsForShowStep(accepting))
            return new(accepting, accepting, accepting, IsClosed: false, IsLast: true);
        var echoing = before?.Echoing ?? await Outcome(_server.Sends(_client, Utf8(message)));
        _client.HalfClose();
        var showing = before?.Showing ?? await Outcome(Shows(_client, message));
        var isClosed = await _server.Until(() => !_client.IsOpen, Bounds.Settle);
        await _client.Close();
        echoing ??= await Outcome(_server.HasSentOnly(_client, Utf8(message)));
        // A server that has echoed well before, and does not to this one, has stopped serving.
        if (isOneOfMany && echoing is not null && before is { Echoing: null })
            accepting ??= await Outcome(_server.GoesOn(_client)) ?? echoing;
        return new(accepting, echoing, showing, isClosed);
    }

    private async Task TakesNext(string message)
    {
        _client = await CallNext(_server);
        await _client.Send(Utf8(message));
        await _server.Accepts(_client, Calls, Awaited.Served, ShowStep);
    }

    // Where the hook cannot be in the program, what it shows may be all that there is to see.
    private bool IsForShowStep(Exception accepting) =>
        accepting is NotVisibleYetException unseen && unseen.Step == ShowStep;

    private static async Task<Turn> TurnOf(int number) => (await InTurn())._turns.Take(number).Last();

    // What is asked of everybody comes first.
    private static Task<TExercise> OtherMessages() =>
        Story<TExercise>(
            "other messages",
            async story =>
            {
                story._server = await story.Serve();
                story._anyBytes = await Outcome(story.Echoes([0xFF, 0xFE, 0x80, 0x41, 0xC3, 0x28]));
                story._segments = await Outcome(story.EchoesInSegments());
                story._longMessage = await Outcome(story.Echoes(Utf8(string.Concat(Enumerable.Range(1000, 25_000)))));
            }
        );

    private static Task<TExercise> Silence(TimeSpan timeout) =>
        Story<TExercise>(
            $"silence for {timeout}",
            async story =>
            {
                story._server = await story.Launch((int)timeout.TotalSeconds, Watch.Exit);
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

    private static Task<TExercise> LastCall(TimeSpan timeout) =>
        Story<TExercise>(
            $"last call, {timeout}",
            async story =>
            {
                story._server = await story.Serve((int)timeout.TotalSeconds);
                story._client = await story.Call(story._server);
                await story._client.Send(Utf8(Message(Few)));
                await story.Leave(story._client);
                story._listeningSince = story.Timeline.Now;
            }
        );

    /// <summary>
    /// Where a server was over before the probe could call it: a timeout, in whole seconds, that is long enough; else null.
    /// </summary>
    protected static TimeSpan? LongerThan(VerdictException late) =>
        late.Finding.Awaited == Awaited.Listening
            ? TimeSpan.FromSeconds(Math.Ceiling(late.Finding.Waited.TotalSeconds * 3))
            : null;

    // One after the other: a server that survives this has survived each of them.
    private static Task<TExercise> AllResets() =>
        Story<TExercise>(
            "resets",
            async story =>
            {
                await story.ServesAfter(story.Resets);
                story._closing = await Outcome(story._server.HoldsNoLostClient());
                await story.CloseEverything();
            }
        );

    private static Task<TExercise> NoWord() =>
        Story<TExercise>(
            "no word",
            async story =>
            {
                story._server = await story.Serve(watch: Watch.Sockets);
                story._client = await story.CallNext(story._server);
                story._client.HalfClose();
                story._closing = await Outcome(story._server.Closes(story._client));
                await story._client.Close();
                story._serving = await Outcome(Serves());

                async Task Serves()
                {
                    await story.ServesNext(story._server);
                    await story.StaysUp(story._server);
                }
            }
        );

    private static Task<TExercise> PortTaken() =>
        Story<TExercise>(
            "port taken",
            async story =>
            {
                story._holder = story.Keep(Listener.Open(story.Timeline, Actor.PortHolder, Actor.Server));
                story._server = await story.Run(Actor.Server, Watch.Wire, At(story._holder.EndPoint));
            }
        );

    // One that has said whatever it says at its start; null where it does not get so far as to listen.
    private static async Task<RunningProgram?> Patient()
    {
        var patience = Patience();
        if (await Outcome(patience) is not null)
            return null;
        var story = await patience;
        await story._server.SettlesDown(story._listeningSince, OneSecond);
        return story._server;
    }

    private static Task<TExercise> Patience() =>
        Story<TExercise>(
            "patience",
            async story =>
            {
                story._server = await story.Serve(timeout: null);
                story._listeningSince = story.Timeline.Now;
            }
        );

    private async Task Shows(Connection client, string text)
    {
        var patience = await Patience();
        await _server.Prints(text, unlike: patience._server, left: client.TimeLeft);
    }

    private async Task Echoes(byte[] message)
    {
        var client = await Call(_server);
        await client.Send(message);
        await _server.Sends(client, message);
        client.HalfClose();
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        await _server.HasSentOnly(client, message);
    }

    private async Task EchoesInSegments()
    {
        var client = await Call(_server);
        var message = Utf8(Words("one two three señor"));
        foreach (var half in new[] { message[..^8], message[^8..] })
        {
            await client.Send(half);
            // The first half comes back alone, or the second one travels alone.
            await Timeline.Until(() => client.Received.Length == client.Sent.Length, TimeSpan.FromMilliseconds(300));
        }
        client.HalfClose();
        await _server.Sends(client, message);
    }

    /// <summary>The client goes, once it has got what it was to get.</summary>
    protected async Task Leave(Connection client)
    {
        client.HalfClose();
        // To close while an echo is under way would be a reset.
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        await client.Close();
    }

    private async Task ServesAfter(IEnumerable<Func<RunningProgram, Task>> resets)
    {
        _server = await Serve(watch: Watch.Sockets);
        foreach (var reset in resets)
        {
            // What it still does about one must not be taken for what it does about the next.
            if (Calls > 0)
                await _server.ComesToRest();
            await reset(_server);
            await ServesNext(_server);
        }
        await StaysUp(_server);
    }

    private async Task ServesNext(RunningProgram server)
    {
        var client = await CallNext(server);
        await client.Send(Utf8(Words($"and client {Calls}?")));
        await server.Accepts(client, Calls, Awaited.Served, ShowStep);
        await Leave(client);
    }

    private async Task StaysUp(RunningProgram server)
    {
        // An exception in another thread takes its time to end the process.
        await server.Until(() => server.IsOver, Bounds.Settle);
        await server.StillListens(Place);
    }

    // One client of several, and how each step that looks at it fared.
    private sealed record Turn(
        Exception? Accepting,
        Exception? Echoing,
        Exception? Showing,
        bool IsClosed,
        bool IsLast = false
    )
    {
        // A server that does not echo or close has a reason not to come to the next client.
        public bool IsFlawless => Echoing is null && IsClosed;
    }
}
