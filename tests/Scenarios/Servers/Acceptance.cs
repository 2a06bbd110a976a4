using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>How the acceptance ended.</summary>
public enum Ending
{
    /// <summary>The server never listened, or ended before its time.</summary>
    NoServer,

    /// <summary>The client never called.</summary>
    NoClient,

    /// <summary>The client called, and got no reply.</summary>
    KeptWaiting,

    /// <summary>The client got its reply while netcat held its connection.</summary>
    Served,
}

/// <summary>
/// The practical's own acceptance test: netcat holds a connection to the server and says nothing, and the client of
/// exercise 1 calls.
/// </summary>
/// <param name="all">The conversations of the check.</param>
public sealed class Acceptance(ServerConversations all) : ServerConversation(all)
{
    /// <summary>The client gets its reply.</summary>
    public Look Serves { get; } = new();

    /// <summary>The message that the client sends. Null for words that no other conversation uses.</summary>
    public string? Message { get; init; }

    /// <summary>The server's timeout in seconds.</summary>
    public int ServerTimeout { get; init; } = LongTimeout;

    /// <summary>The client's timeout in seconds.</summary>
    public int ClientTimeout { get; init; } = LongTimeout;

    /// <summary>How long to wait for the client's end after it has its reply, or will not get one.</summary>
    public TimeSpan Afterwards { get; init; } = Bounds.Settle;

    /// <summary>Whether a probe always plays netcat's part, even if netcat is installed.</summary>
    public bool IsNetcatProbe { get; init; }

    /// <summary>How the acceptance ended. Set when it is over.</summary>
    public Ending Ending { get; private set; }

    /// <inheritdoc />
    public override Situation Situation => Situation.Acceptance;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        // The client is prepared before the server starts, so that a short timeout of the server does not pass
        // meanwhile.
        var reference = await Setup.ReferenceClient;
        if (await Serve(ServerTimeout, Watch.Sockets) is { IsHeld: false } deaf)
            return deaf;
        if (await NetcatHolds() is { IsHeld: false } refused)
            return refused;
        return reference is null ? Serves.Take(await AnswersProbe()) : await Answers(reference);
    }

    private async Task<Observation> NetcatHolds()
    {
        if (!IsNetcatProbe && Machine.Netcat(Setup.Subject) is { } found)
        {
            var tap = Keep(new Tap(Place, Timeline, Actor.Netcat, Actor.Server));
            var netcat = Keep(RunningProgram.Start(found, At(tap.EndPoint), Timeline, Actor.Netcat));
            await Timeline.Until(() => netcat.HasEnded || EndPoints.HasCaller(Place), Bounds.Reaction);
            if (!netcat.HasEnded && EndPoints.HasCaller(Place))
                return Observation.Holds;
        }
        var called = await Call(Actor.Netcat);
        if (Server.Hook.IsThere)
            await HasAcceptedAll();
        return called;
    }

    private async Task<Observation> AnswersProbe()
    {
        if (await Call() is { IsHeld: false } refused)
            return refused;
        await Client.Send(Utf8(Line));
        return await Server.Answers(Client, Utf8(Line), 2);
    }

    private async Task<Observation> Answers(Subject reference)
    {
        var message = Message ?? Words("does the client get its reply?");
        var tap = Keep(new Tap(Place, Timeline, Actor.Client, Actor.Server));
        string[] call = [.. At(tap.EndPoint), message, .. Timeout(ClientTimeout)];
        var caller = Keep(RunningProgram.Start(reference, call, Timeline, Actor.Client, Watch.Sockets));
        var serves = Serves.Take(await Server.LetsPrint(caller, message));
        // The client's end is waited for, because it belongs on the timeline. The client may also have shown only its
        // own message.
        await caller.Until(() => caller.HasEnded || Server.IsOver, Afterwards);
        Ending =
            caller.Out.Shows(message) && Server.Hook.Accepted > 1 ? Ending.Served
            : Server.IsOver ? Ending.NoServer
            : caller.Hook.Tries.Count == 0 ? Ending.NoClient
            : Ending.KeptWaiting;
        return serves;
    }
}
