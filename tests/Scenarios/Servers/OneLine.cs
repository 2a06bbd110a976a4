using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>
/// A client sends one line and half-closes: a server may close after one echo, or echo until the client has nothing more
/// to say.
/// </summary>
/// <param name="all">The conversations of the check.</param>
public sealed class OneLine(ServerConversations all) : ServerConversation(all)
{
    /// <summary>The server's socket is a TCP one.</summary>
    public Look Opens { get; } = new();

    /// <summary>The server is bound to the given end point and to no other.</summary>
    public Look Binds { get; } = new();

    /// <summary>The server listens at this end point, and a client can connect.</summary>
    public Look Listens { get; } = new();

    /// <summary>The server waits for a client after it has begun to listen.</summary>
    public Look Loops { get; } = new();

    /// <summary>The server accepts the client.</summary>
    public Look Accepts { get; } = new();

    /// <summary>The server receives the line.</summary>
    public Look Receives { get; } = new();

    /// <summary>The server shows the line.</summary>
    public Look Shows { get; } = new();

    /// <summary>The server sends the line back.</summary>
    public Look Echoes { get; } = new();

    /// <summary>The server has a thread, or another way, to serve the client.</summary>
    public Look GetsThread { get; } = new();

    /// <summary>The server notices that the client has nothing more to say.</summary>
    public Look NoticesEnd { get; } = new();

    /// <summary>The server closes the client's connection.</summary>
    public Look Closes { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.OneLine;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        await Launch(watch: Watch.Bytes | Watch.Exit);
        // These steps are checked before a client calls, because a server that ends after its first client has not
        // failed them.
        var listens = Server.Listens(Place);
        await Task.WhenAll(
            Opens.Take(Server.OpensTcpSocket(Place, ServerSteps.Bind)),
            Binds.Take(Server.Binds(Place, ServerSteps.Listen)),
            listens
        );
        if (await listens is { IsHeld: false } && await Server.StaysForClients(Place) is { IsHeld: false } hasty)
            return EndsBeforeItAccepts(hasty);
        if (Listens.Take((await listens).IsHeld ? await Call() : await listens) is { IsHeld: false } deaf)
            return deaf;
        Loops.Take(Observation.Holds);
        await Client.Send(Utf8(Line));
        // The echo is checked before the half-close, because a silent server may close after it.
        Echoes.Take(await Server.Sends(Client, Utf8(Line)));
        GetsThread.Take(await Server.GivesThread(Client));
        Client.HalfClose();
        await Task.WhenAll(
            NoticesEnd.Take(Server.NoticesEnd(Client)),
            Accepts.Take(Server.Accepts(Client, 1, showStep: Steps.Show)),
            Receives.Take(Server.Receives(Client, Steps.Show)),
            Shows.Take(Prints(Client, Line.TrimEnd())),
            Closes.Take(Server.Closes(Client, Place))
        );
        return Observation.Holds;
    }

    // A call that failed belongs to the step that accepts. Without one, the loop has ended by itself.
    private Observation EndsBeforeItAccepts(Observation hasty)
    {
        Listens.Take(Observation.Holds);
        var accepts = Accepts.Take(
            Server.Hook.Failures.Count > 0 ? hasty : new Observation.Waits(ServerSteps.Loop, hasty.Finding)
        );
        Loops.Take(accepts is Observation.Waits ? hasty : Observation.Holds);
        return accepts;
    }
}
