using System.Net;
using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>A conversation in which probes call the program under test.</summary>
/// <param name="all">The conversations of the check.</param>
public abstract class ServerConversation(ServerConversations all) : Conversation(all)
{
    private TimeSpan? _stoppedAt;

    /// <summary>The server, once it was started.</summary>
    internal RunningProgram Server { get; private set; } = null!;

    /// <summary>The conversations of the check.</summary>
    protected ServerConversations All => all;

    /// <summary>The exercise, which gives the steps their ids.</summary>
    protected ServerExerciseAttribute Steps => all.Exercise;

    /// <summary>Where the server is told to listen.</summary>
    protected IPEndPoint Place { get; } = EndPoints.Fresh();

    /// <summary>The latest client, once it has called.</summary>
    protected Connection Client { get; private set; } = null!;

    /// <summary>How many clients have called.</summary>
    protected int Calls { get; private set; }

    /// <summary>A line as netcat sends it.</summary>
    protected string Line => Words("hei, señor") + "\n";

    /// <summary>Starts the server without waiting for it.</summary>
    protected async Task Launch(int? timeout = LongTimeout, Watch watch = Watch.Wire) =>
        Server = await Run(Actor.Server, watch, [.. At(Place), .. Timeout(timeout)]);

    /// <summary>Starts the server and waits until it listens.</summary>
    protected async Task<Observation> Serve(int? timeout = LongTimeout, Watch watch = Watch.Wire)
    {
        await Launch(timeout, watch);
        return await Server.Listens(Place);
    }

    /// <summary>A client calls the server.</summary>
    protected async Task<Observation> Call(Actor? caller = null)
    {
        Calls++;
        var (taken, client) = await Server.TakesCall(Place, caller ?? Actor.Client);
        if (client is not null)
            Client = Keep(client);
        return taken;
    }

    /// <summary>The next client calls, who goes by a number.</summary>
    protected Task<Observation> CallNext() => Call(new Actor(Role.Client, Calls + 1));

    /// <summary>The client goes once it has got what it was to get: to close while an echo is under way would be a reset.</summary>
    protected async Task Leave(Connection client)
    {
        client.HalfClose();
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        await client.Close();
    }

    /// <summary>Waits until the server has taken every call so far, as far as the hook can tell.</summary>
    protected Task HasAcceptedAll() =>
        Server.Until(() => Server.Hook.Accepted >= Calls || Server.IsOver, Bounds.Settle);

    /// <summary>When it was first seen that nobody listens there any more, for nothing announces it; null while somebody does.</summary>
    protected TimeSpan? StoppedListening() => _stoppedAt ??= EndPoints.IsListening(Place) ? null : Timeline.Now;

    /// <summary>The server shows this text of a client's.</summary>
    protected Task<Observation> Prints(Connection client, string text) =>
        Server.Prints(text, unlike: All.Patience.Settled, left: client.TimeLeft);

    /// <summary>The next client comes, speaks and is accepted.</summary>
    protected async Task<Observation> ServesNext()
    {
        if (await CallNext() is { IsHeld: false } refused)
            return refused;
        await Client.Send(Utf8(Words($"and client {Calls}?")));
        if (await Server.Accepts(Client, Calls, Awaited.Served, Steps.Show) is { IsHeld: false } ignored)
            return ignored;
        await Leave(Client);
        return Observation.Holds;
    }

    /// <summary>The server stays up. An exception in another thread takes its time to end the process.</summary>
    protected async Task<Observation> StaysUp()
    {
        await Server.Until(() => Server.IsOver, Bounds.Settle);
        return await Server.StillListens(Place);
    }
}
