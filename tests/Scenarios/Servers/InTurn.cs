using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>Clients come one after the other, each with a message that ends without a newline.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class InTurn(ServerConversations all) : ServerConversation(all)
{
    private const int Few = 3;
    private const int Many = 23;

    private readonly List<Turn> _turns = [];

    /// <summary>Every client is accepted and served.</summary>
    public Look ServesEach { get; } = new();

    /// <summary>A message without a newline comes back.</summary>
    public Look EchoesWithoutNewline { get; } = new();

    /// <summary>The second client gets its own message.</summary>
    public Look EchoesToEach { get; } = new();

    /// <summary>A short message after a long one is shown without the end of the long one.</summary>
    public Look ShowsOnlyWhatCame { get; } = new();

    // A buffer that is shown whole still holds the end of the longer message. No message is longer than 16 bytes, because a
    // server may show each piece that it receives on a line of its own.
    private string LongerMessage => Words("a long one");

    private string ShorterMessage => Words("short");

    /// <inheritdoc />
    public override Situation Situation => Situation.ClientAfterClient;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await Serve(watch: Watch.Sockets | Watch.Exit) is { IsHeld: false } deaf)
            return deaf;
        // Each client costs time while something is wrong. So many more call only if the first few were served well.
        for (var number = 1; number <= Few || number <= Many && _turns[^1].IsFlawless; number++)
        {
            _turns.Add(await Serves(Message(number), isOneOfMany: number >= Few));
            if (_turns[^1].IsLast)
                break;
        }
        ServesEach.Take(_turns.Select(turn => turn.Accepting).FirstOrDefault(one => !one.IsHeld, Observation.Holds));
        EchoesWithoutNewline.Take(TurnOf(1).Echoing);
        EchoesToEach.Take(TurnOf(2).Echoing);
        ShowsOnlyWhatCame.Take(await ShowsShorter());
        return Observation.Holds;
    }

    // Every message is different, so that the output tells which client was served.
    private string Message(int number) =>
        number switch
        {
            1 => LongerMessage,
            2 => ShorterMessage,
            _ => Words($"client {number}"),
        };

    private Turn TurnOf(int number) => _turns.Take(number).Last();

    // A failure with one client is not waited for again with the next.
    private async Task<Turn> Serves(string message, bool isOneOfMany)
    {
        var before = _turns.LastOrDefault();
        var accepting = await TakesNext(message);
        if (!accepting.IsHeld && before is { IsFlawless: false })
            accepting = new Observation.Waits(before.Echoing.IsHeld ? Steps.Close : Steps.Send, accepting.Failure);
        if (!accepting.IsHeld && !IsForShowStep(accepting))
            return new(accepting, accepting, accepting, IsClosed: false, IsLast: true);
        var echoing = before is { Echoing.IsHeld: false } ? before.Echoing : await Server.Sends(Client, Utf8(message));
        Client.HalfClose();
        var showing = before is { Showing.IsHeld: false } ? before.Showing : await Prints(Client, message);
        var isClosed = await Server.Until(() => !Client.IsOpen, Bounds.Settle);
        await Client.Close();
        if (echoing.IsHeld)
            echoing = await Server.HasSentOnly(Client, Utf8(message));
        // A server that echoed before and does not echo to this client has stopped serving.
        if (isOneOfMany && !echoing.IsHeld && accepting.IsHeld && before is { Echoing.IsHeld: true })
            accepting = await Server.GoesOn(Client) is { IsHeld: false } over ? over : echoing;
        return new(accepting, echoing, showing, isClosed);
    }

    private async Task<Observation> TakesNext(string message)
    {
        if (await CallNext() is { IsHeld: false } refused)
            return refused;
        await Client.Send(Utf8(message));
        return await Server.Accepts(Client, Calls, Awaited.Served, Steps.Show);
    }

    // The text that the program shows may be the only sign that it has served the client, if there is no hook.
    private bool IsForShowStep(Observation accepting) =>
        accepting is Observation.Waits waits && waits.Step == Steps.Show;

    private async Task<Observation> ShowsShorter()
    {
        if (new[] { TurnOf(1).Showing, TurnOf(2).Showing }.FirstOrDefault(showing => !showing.IsHeld) is { } wrong)
            return wrong;
        var rest = LongerMessage[ShorterMessage.Length..];
        if (await Server.DoesNotPrint(ShorterMessage, followedBy: rest) is { IsHeld: false } more)
            return more;
        // A server with threads may print an old message late, but not many clients later.
        return await Server.DoesNotPrintAgain(LongerMessage, Message(_turns.Count - 1));
    }

    // The result of one client, for each step that looks at it.
    private sealed record Turn(
        Observation Accepting,
        Observation Echoing,
        Observation Showing,
        bool IsClosed,
        bool IsLast = false
    )
    {
        // A server that does not echo or close may be stuck with this client, and so miss the next one.
        public bool IsFlawless => Echoing.IsHeld && IsClosed;
    }
}
