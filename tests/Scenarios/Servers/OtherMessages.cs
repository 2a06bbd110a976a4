using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>Clients send messages that are not one line of text.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class OtherMessages(ServerConversations all) : ServerConversation(all)
{
    private static readonly byte[] _noUtf8 = [0xFF, 0xFE, 0x80, 0x41, 0xC3, 0x28];
    private static readonly TimeSpan _thought = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(300);

    /// <summary>The server waits for a client that thinks before it speaks.</summary>
    public Look WaitsForMessage { get; } = new();

    /// <summary>A long line comes back.</summary>
    public Look EchoesLongLine { get; } = new();

    /// <summary>Bytes that are not UTF-8 come back.</summary>
    public Look EchoesAnyBytes { get; } = new();

    /// <summary>A message in two segments comes back.</summary>
    public Look EchoesSegments { get; } = new();

    /// <summary>A message of 100,000 bytes comes back.</summary>
    public Look EchoesLongMessage { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.OtherMessages;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await Serve() is { IsHeld: false } deaf)
            return deaf;
        if (WaitsForMessage.Take(await Thinks()) is { IsHeld: false } hasty)
            return hasty;
        EchoesLongLine.Take(await Server.Sends(Client, LongLine));
        await Leave(Client);
        // The message that every server must echo comes first, before those that go further.
        EchoesAnyBytes.Take(await Echoes(_noUtf8));
        EchoesSegments.Take(await EchoesInSegments());
        EchoesLongMessage.Take(await Echoes(Utf8(string.Concat(Enumerable.Range(1000, 25_000)))));
        return Observation.Holds;
    }

    // No right server needs a buffer for more than 200 bytes.
    private byte[] LongLine =>
        Utf8(
            Words("¿qué tal, señor? mañana será otro día, y el café costará 2 € más; el último tren sale a las nueve")
                .PadRight(180, 'm') + "\n"
        );

    private async Task<Observation> Thinks()
    {
        if (await Call() is { IsHeld: false } refused)
            return refused;
        await Timeline.Until(() => !Client.IsOpen || Server.IsOver, _thought / Timeline.Patience);
        await Client.Send(LongLine);
        return await Server.WaitsForMessage(Client);
    }

    private async Task<Observation> Echoes(byte[] message)
    {
        if (await Call() is { IsHeld: false } refused)
            return refused;
        var client = Client;
        await client.Send(message);
        if (await Server.Sends(client, message) is { IsHeld: false } other)
            return other;
        client.HalfClose();
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        return await Server.HasSentOnly(client, message);
    }

    private async Task<Observation> EchoesInSegments()
    {
        if (await Call() is { IsHeld: false } refused)
            return refused;
        var (client, message) = (Client, Utf8(Words("one two three señor")));
        foreach (var half in new[] { message[..^8], message[^8..] })
        {
            await client.Send(half);
            // The probe waits for the echo of the first half, so that the second half travels in a segment of its own.
            await Timeline.Until(() => client.ReceivedCount == client.Sent.Length, _pause);
        }
        client.HalfClose();
        return await Server.Sends(client, message);
    }
}
