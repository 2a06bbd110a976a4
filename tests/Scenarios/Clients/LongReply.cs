using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The message and the reply have 6,000 bytes each.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class LongReply(ClientConversations all) : ClientConversation(all)
{
    private static readonly string _message = new('m', 6_000);
    private static readonly string _reply = string.Concat(Enumerable.Range(1000, 1500));

    /// <summary>The client shows the whole reply.</summary>
    public Look Shows { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.LongReply;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        var client = await Call(server, _message);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        if (await client.Sends(connection, Utf8(_message)) is { IsHeld: false } other)
            return other;
        await connection.Send(Utf8(_reply));
        connection.HalfClose();
        return Shows.Take(await client.Prints(_reply));
    }
}
