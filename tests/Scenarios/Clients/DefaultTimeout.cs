using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The server stays silent until the client's default timeout has passed.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class DefaultTimeout(ClientConversations all) : ClientConversation(all)
{
    /// <summary>The client ends after its default timeout.</summary>
    public Look Ends { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.ServerSilentUntilDefault;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var server = Listen();
        var client = await Call(server, Hello, timeout: null);
        if (await client.ConnectsTo(server) is { IsHeld: false } unconnected)
            return unconnected;
        var connection = server.Connections[0];
        var (ends, _) = await client.EndsAfter(
            Setup.DefaultTimeout,
            connection.OpenedAt,
            Awaited.EndsAfterDefault,
            () => connection.ClosedAt
        );
        return Ends.Take(ends);
    }
}
