using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The server is at another address and port than the default.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class Elsewhere(ClientConversations all) : ClientConversation(all)
{
    private static readonly string[] _unknownHost = ["HostNotFound", "NoData", "TryAgain"];

    /// <summary>The client connects to the place that it was given.</summary>
    public Look Connects { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.ServerElsewhere;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        var elsewhere = Keep(Listener.Open(Timeline, Actor.Server, Actor.Client));
        var client = await Call(elsewhere, Hello, watch: Watch.Sockets);
        var connects = await client.ConnectsTo(elsewhere);
        // A client may look up the name of its host, and this address has none. Then the right port must be enough.
        var asks = client.Hook.IsThere && client.Hook.Tries.Count == 0 && !client.IsOver;
        if (asks || client.Hook.Failures.Any(failure => _unknownHost.Contains(failure.Error)))
            connects = await All.Reply.Connects.Seen;
        return Connects.Take(connects);
    }
}
