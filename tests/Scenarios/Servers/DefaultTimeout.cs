using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>One client comes late, and then nobody calls until the server's default timeout has passed.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class DefaultTimeout(ServerConversations all) : ServerConversation(all)
{
    /// <summary>The server ends after its default timeout.</summary>
    public Look Ends { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.NobodyCallsUntilDefault;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await Serve(timeout: null) is { IsHeld: false } deaf)
            return deaf;
        TimeSpan? calledAt = null;
        bool HasStopped() => Server.IsOver || StoppedListening() is not null;
        if (!await Timeline.Until(HasStopped, Setup.BeforeLateCall / Timeline.Patience))
        {
            calledAt = Timeline.Now;
            if (await Call() is { IsHeld: false } refused)
                return refused;
            await Client.Send(Utf8(Line));
            await Leave(Client);
        }
        var (ends, _) = await Server.EndsAfter(
            Setup.DefaultTimeout,
            Timeline.Now,
            Awaited.EndsAfterDefault,
            StoppedListening,
            calledAt
        );
        return Ends.Take(ends);
    }
}
