using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>How a client resets its connection.</summary>
public enum ResetKind
{
    /// <summary>The client resets after it has sent a line.</summary>
    AfterSending,

    /// <summary>The client resets before it has sent anything.</summary>
    BeforeSending,

    /// <summary>
    /// The client resets while a second client is connected, and the second one sends its message afterwards.
    /// </summary>
    BesideAnother,
}

/// <summary>
/// Clients reset their connections, one after the other. A server that still serves then has survived each reset.
/// </summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="kinds">How the clients reset their connections.</param>
public sealed class Resets(ServerConversations all, IReadOnlyList<ResetKind> kinds) : ServerConversation(all)
{
    /// <summary>The server goes on and serves the next client.</summary>
    public Look Survives { get; } = new();

    /// <summary>The server closes the sockets of those clients.</summary>
    public Look HoldsNoLostClient { get; } = new();

    /// <inheritdoc />
    public override Situation Situation =>
        kinds is [var kind]
            ? kind switch
            {
                ResetKind.AfterSending => Situation.ClientResets,
                ResetKind.BeforeSending => Situation.ClientResetsBeforeSending,
                _ => Situation.OneOfTwoResets,
            }
            : Situation.ClientsReset;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (Survives.Take(await SurvivesEach()) is { IsHeld: false } dead)
            return dead;
        return HoldsNoLostClient.Take(await Server.HoldsNoLostClient());
    }

    private async Task<Observation> SurvivesEach()
    {
        if (await Serve(watch: Watch.Sockets) is { IsHeld: false } deaf)
            return deaf;
        foreach (var kind in kinds)
        {
            // The reaction to one client must not be mistaken for the reaction to the next one.
            if (Calls > 0)
                await Server.ComesToRest();
            if (await Reset(kind) is { IsHeld: false } unreached)
                return unreached;
            if (await ServesNext() is { IsHeld: false } ignored)
                return ignored;
        }
        return await StaysUp();
    }

    private Task<Observation> Reset(ResetKind kind) =>
        kind switch
        {
            ResetKind.AfterSending => AfterSending(),
            ResetKind.BeforeSending => BeforeSending(),
            _ => BesideAnother(),
        };

    private async Task<Observation> AfterSending()
    {
        if (await CallNext() is { IsHeld: false } refused)
            return refused;
        await Client.Send(Utf8(Line));
        Client.Reset();
        return Observation.Holds;
    }

    private async Task<Observation> BeforeSending()
    {
        if (await CallNext() is { IsHeld: false } refused)
            return refused;
        await HasAcceptedAll();
        Server.NoteConnections();
        Client.Reset();
        return Observation.Holds;
    }

    private async Task<Observation> BesideAnother()
    {
        if (await CallNext() is { IsHeld: false } first)
            return first;
        var lost = Client;
        if (await CallNext() is { IsHeld: false } second)
            return second;
        await HasAcceptedAll();
        // Both clients must be in service now, not only accepted: no thread may still have to start.
        await Server.ComesToRest();
        var failures = Server.Hook.Failures.Count;
        lost.Reset();
        // The second client must not speak before the server has noticed the reset. Otherwise the result would depend
        // on chance.
        bool HasNoticed() => !Server.Hook.IsThere || Server.Hook.Failures.Count > failures || Server.IsOver;
        await Server.Until(HasNoticed, Bounds.Settle);
        await Server.ComesToRest();
        // The message is new, so that a server that sends older messages again cannot pass by chance.
        var message = Utf8(Words("still here?") + "\n");
        await Client.Send(message);
        if (await Server.Answers(Client, message, Calls) is { IsHeld: false } unanswered)
            return unanswered;
        await Leave(Client);
        return Observation.Holds;
    }
}
