using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>A conversation in which the program under test calls a probe.</summary>
/// <param name="all">The conversations of the check.</param>
public abstract class ClientConversation(ClientConversations all) : Conversation(all)
{
    /// <summary>The step that connects.</summary>
    protected const string ConnectStep = "3";

    /// <summary>The step that sends the message.</summary>
    protected const string SendStep = "4";

    /// <summary>The conversations of the check.</summary>
    protected ClientConversations All => all;

    /// <summary>The message that the client is told to send, unless a scenario gives another one.</summary>
    protected string Hello => Words("hello");

    /// <summary>The reply to this message.</summary>
    protected string Howdy => Words("HOWDY");

    /// <summary>Starts to listen for the client.</summary>
    protected Listener Listen() =>
        Keep(Listener.Open(Timeline, Actor.Server, Actor.Client, EndPoints.FreshAtLocalhost));

    /// <summary>Starts the client.</summary>
    /// <param name="server">The server to call.</param>
    /// <param name="message">The message to send.</param>
    /// <param name="timeout">Its timeout in seconds; null for its default.</param>
    /// <param name="watch">How closely to watch the client.</param>
    protected Task<RunningProgram> Call(
        Listener server,
        string message,
        int? timeout = LongTimeout,
        Watch watch = Watch.Wire
    ) => Run(Actor.Client, watch, [.. At(server.EndPoint), message, .. Timeout(timeout)]);

    /// <summary>
    /// Waits until the client has sent the message. A client that has not sent it is not waiting for a reply either.
    /// </summary>
    protected async Task<bool> HasSent(RunningProgram client, Connection connection)
    {
        bool Sent() => connection.Received.AsSpan().SequenceEqual(Utf8(Hello));
        await client.Until(() => Sent() || client.IsOver, Bounds.Reaction);
        return Sent();
    }
}
