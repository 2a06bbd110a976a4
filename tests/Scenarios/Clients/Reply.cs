using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The server replies at once, and half-closes.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class Reply(ClientConversations all) : ClientConversation(all)
{
    /// <summary>The client connects.</summary>
    public Look Connects { get; } = new();

    /// <summary>The client's socket is a TCP one.</summary>
    public Look Opens { get; } = new();

    /// <summary>The client sends the message and nothing else.</summary>
    public Look Sends { get; } = new();

    /// <summary>The client notices that nothing more will come after the reply.</summary>
    public Look NoticesEnd { get; } = new();

    /// <summary>The client closes its socket before it ends.</summary>
    public Look Closes { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.ServerReplies;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        var client = await Call(server, Hello, watch: Watch.Sockets | Watch.Exit);
        var connects = Connects.Take(client.ConnectsTo(server));
        await Task.WhenAll(connects, Opens.Take(client.OpensTcpSocket(server, ConnectStep)));
        if (await connects is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        Sends.Take(await client.Sends(connection, Utf8(Hello)));
        await connection.Send(Utf8(Howdy));
        connection.HalfClose();
        await Task.WhenAll(
            NoticesEnd.Take(client.NoticesEnd(connection)),
            Closes.Take(client.ClosesBeforeExit(connection))
        );
        client.LetExit();
        return Observation.Holds;
    }
}
