using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>
/// The reply comes in several segments. Each one is sent only after the client has received the previous one.
/// </summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="situation">What happens in the conversation.</param>
/// <param name="text">The beginning of the reply.</param>
/// <param name="cuts">Computes from the reply's length in bytes where to cut the reply.</param>
public sealed class SegmentedReply(ClientConversations all, Situation situation, string text, Func<int, int[]> cuts)
    : ClientConversation(all)
{
    /// <summary>The client shows the whole reply.</summary>
    public Look Shows { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => situation;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var (server, reply) = (Listen(), Utf8(Words(text)));
        var message = new string('m', reply.Length);
        var client = await Call(server, message, watch: Watch.Bytes);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        if (await client.Sends(connection, Utf8(message)) is { IsHeld: false } other)
            return other;
        var at = 0;
        foreach (var cut in cuts(reply.Length))
        {
            await connection.Send(reply[at..cut]);
            at = cut;
            // The client must receive this segment alone. What it does with the segments is checked with the whole
            // reply.
            await client.Until(() => client.Hook.BytesReceived >= cut || client.IsOver, Bounds.Settle);
        }
        await connection.Send(reply[at..]);
        connection.HalfClose();
        return Shows.Take(await client.Prints(Words(text)));
    }
}
