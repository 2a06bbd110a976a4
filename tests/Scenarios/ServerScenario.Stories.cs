using Lab.Harness;

namespace Lab.Scenarios;

// The runs that several steps look at, and how each of them goes.
public abstract partial class ServerScenario<TExercise>
{
    private const int Few = 3;
    private const int Many = 21;

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
    private Exception? _segments;
    private Exception? _longMessage;

    // A server may close after one echo, or echo until the client has nothing more to say: the half-close serves both.
    private static Task<TExercise> OneLine() =>
        Story<TExercise>(
            "one line",
            async story =>
            {
                story._server = await story.Launch(watch: Watch.Bytes | Watch.Exit, first: true);
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
        _listening ??= await Outcome(Calls());

        async Task Calls() => _client = await Call(_server);
    }

    // The same, as far as a client could call.
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
                story._server = await story.Serve(watch: Watch.Sockets, first: true);
                // Many more are not called before all is well with a few: each would be waited for.
                foreach (var message in new[] { LongerMessage, ShorterMessage }.Concat(Enumerable.Repeat(Line, Many)))
                {
                    var turn = await story.Serves(message);
                    story._turns.Add(turn);
                    if (turn.IsLast || story._turns.Count >= Few && !turn.IsFlawless)
                        return;
                }
            }
        );

    // What fails with one client is not waited for again with the next.
    private async Task<Turn> Serves(string message)
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
        var showing = before?.Showing ?? await Outcome(Shows(_client, message.TrimEnd()));
        var isClosed = await _server.Until(() => !_client.IsOpen, Bounds.Settle);
        await _client.Close();
        echoing ??= await Outcome(_server.HasSentOnly(_client, Utf8(message)));
        return new(accepting, echoing, showing, isClosed);
    }

    private async Task TakesNext(string message)
    {
        var number = _turns.Count + 1;
        _client = await Call(_server, $"client {number}");
        await _client.Send(Utf8(message));
        await _server.Accepts(_client, number, Expected.Served, ShowStep);
    }

    // Where the hook cannot be in the program, what it shows may be all that there is to see.
    private bool IsForShowStep(Exception accepting) =>
        accepting is NotVisibleYetException unseen && unseen.Step == ShowStep;

    private static async Task<Turn> TurnOf(int number) => (await InTurn())._turns.Take(number).Last();

    private static Task<TExercise> Further() =>
        Story<TExercise>(
            "further",
            async story =>
            {
                story._server = await story.Serve();
                story._segments = await Outcome(story.EchoesInSegments(story._server));
                var longMessage = Utf8(string.Concat(Enumerable.Range(1000, 25_000)));
                story._longMessage = await Outcome(story.Echoes(story._server, longMessage));
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

    private static Task<TExercise> NoWord() =>
        Story<TExercise>(
            "no word",
            async story =>
            {
                story._server = await story.Serve(watch: Watch.Sockets, first: true);
                story._client = await story.Call(story._server, "client 1");
                story._client.HalfClose();
                story._closing = await Outcome(story._server.Closes(story._client));
                await story._client.Close();
                story._serving = await Outcome(story.ServesAnother(story._server));
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

    private async Task Shows(Connection client, string text)
    {
        var patience = await Patience();
        await _server.Prints(text, unlike: patience._server, left: client.TimeLeft);
    }

    /// <summary>Starts the server with a timeout of a second, and calls it before that is over.</summary>
    protected async Task<(RunningProgram Server, Connection Client, TimeSpan Timeout)> ServeAndCall()
    {
        try
        {
            return await ServeAndCall(OneSecond);
        }
        catch (VerdictException late) when (late.Finding.Verdict is Verdict.ProcessEnded or Verdict.EndedEarly)
        {
            // On a busy machine its second may be over before the probe can call.
            return await ServeAndCall(TimeSpan.FromSeconds(Math.Ceiling(late.Finding.Waited.TotalSeconds * 3)));
        }
    }

    private async Task<(RunningProgram, Connection, TimeSpan)> ServeAndCall(TimeSpan timeout)
    {
        var server = await Serve((int)timeout.TotalSeconds, first: true);
        return (server, await Call(server), timeout);
    }

    private async Task Echoes(RunningProgram server, byte[] message)
    {
        var client = await Call(server);
        await client.Send(message);
        await server.Sends(client, message);
        client.HalfClose();
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        await server.HasSentOnly(client, message);
    }

    private async Task EchoesInSegments(RunningProgram server)
    {
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

    /// <summary>The client goes, once it has got what it was to get.</summary>
    protected async Task Leave(Connection client)
    {
        client.HalfClose();
        // To close while an echo is under way would be a reset.
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
