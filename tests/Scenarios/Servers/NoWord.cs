using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>A client connects and leaves without a word; then another one comes.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class NoWord(ServerConversations all) : ServerConversation(all)
{
    /// <summary>The server notices that the client has nothing to say.</summary>
    public Look NoticesEnd { get; } = new();

    /// <summary>The server closes the silent client's connection.</summary>
    public Look Closes { get; } = new();

    /// <summary>The server goes on and serves the next client.</summary>
    public Look GoesOn { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.ClientSaysNothing;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await Serve(watch: Watch.Sockets) is { IsHeld: false } deaf)
            return deaf;
        if (await CallNext() is { IsHeld: false } refused)
            return refused;
        Client.HalfClose();
        if (NoticesEnd.Take(await Server.NoticesEnd(Client)) is { IsHeld: false } busy)
            return busy;
        Closes.Take(await Server.Closes(Client, Place));
        await Client.Close();
        GoesOn.Take(await ServesNext() is { IsHeld: false } ignored ? ignored : await StaysUp());
        return Observation.Holds;
    }
}
