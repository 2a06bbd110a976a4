using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>
/// The reply has several lines with letters that ASCII lacks, in one segment. The message has one line of as many bytes,
/// so a client that reads as many bytes as it has sent gets the whole reply.
/// </summary>
/// <param name="all">The conversations of the check.</param>
public sealed class OtherReply(ClientConversations all) : ClientConversation(all)
{
    /// <summary>The client takes the whole reply from the connection.</summary>
    public Look Receives { get; } = new();

    /// <summary>The client decodes the reply and shows it.</summary>
    public Look Shows { get; } = new();

    private const string Lines = """
        adiós, señor: ¿qué tal?
        mañana será otro día, y el café costará 2 € más
        ¡buen viaje!
        el último tren sale a las nueve, el próximo no se sabe
        número de línea
        """;

    /// <inheritdoc />
    public override Situation Situation => Situation.ReplyBeyondAscii;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        // No right client needs a buffer for more than 200 bytes.
        var (server, reply) = (Listen(), Words(Lines));
        var message = Words("señor").PadRight(Utf8(reply).Length - 1, 'm');
        var client = await Call(server, message);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        await connection.Send(Utf8(reply));
        connection.HalfClose();
        Shows.Take(await client.Prints(reply, own: message));
        return Receives.Take(await client.TakesAll(connection, reply));
    }
}
