using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>How a client resets its connection.</summary>
public enum ResetKind
{
    /// <summary>After it has sent a line.</summary>
    AfterSending,

    /// <summary>Before it has sent anything.</summary>
    BeforeSending,

    /// <summary>While another client holds its connection, who speaks afterwards.</summary>
    BesideAnother,
}

/// <summary>Clients reset their connections, one after the other: a server that survives this has survived each of them.</summary>
/// <param name="all">The conversations of the check.</param>
/// <param name="kinds">How they do it.</param>
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
            // Work for the last client must not be taken for work for the next one.
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
        // Both are to be served by now, not only accepted: so neither has a thread that is yet to start.
        await Server.ComesToRest();
        var failures = Server.Hook.Failures.Count;
        lost.Reset();
        // Whether the other speaks before the server has noticed the reset must not be left to chance.
        bool HasNoticed() => !Server.Hook.IsThere || Server.Hook.Failures.Count > failures || Server.IsOver;
        await Server.Until(HasNoticed, Bounds.Settle);
        await Server.ComesToRest();
        // Nobody has sent this before: a server that sends older messages again must not do right by chance.
        var message = Utf8(Words("still here?") + "\n");
        await Client.Send(message);
        if (await Server.Answers(Client, message, Calls) is { IsHeld: false } unanswered)
            return unanswered;
        await Leave(Client);
        return Observation.Holds;
    }
}
