using System.Net;
using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>A conversation in which probes call the program under test.</summary>
/// <param name="all">The conversations of the check.</param>
public abstract class ServerConversation(ServerConversations all) : Conversation(all)
{
    private TimeSpan? _stoppedAt;

    /// <summary>The server, available once it was started.</summary>
    internal RunningProgram Server { get; private set; } = null!;

    /// <summary>The conversations of the check.</summary>
    protected ServerConversations All => all;

    /// <summary>The exercise, which gives the steps their ids.</summary>
    protected ServerExerciseAttribute Steps => all.Exercise;

    /// <inheritdoc />
    protected override bool IsPointless => Calls > 0 && All.IsBusyWithGone;

    /// <summary>The end point at which the server is told to listen.</summary>
    protected IPEndPoint Place { get; } = EndPoints.Fresh();

    /// <summary>The latest client, available once it has called.</summary>
    protected Connection Client { get; private set; } = null!;

    /// <summary>How many clients have called.</summary>
    protected int Calls { get; private set; }

    /// <summary>
    /// A line with a newline at its end, as netcat sends it. It has two letters beyond ASCII, so that a server that takes
    /// letters for bytes does not look like one that loses the newline. Its text has 16 bytes, which is the smallest
    /// buffer that anybody uses: a server may show each piece that it receives on a line of its own.
    /// </summary>
    protected string Line => Words("sí, señor") + "\n";

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

    /// <summary>The next client, identified by a number, calls the server.</summary>
    protected Task<Observation> CallNext() => Call(new Actor(Role.Client, Calls + 1));

    /// <summary>
    /// The client leaves when it has received everything it must receive: closing during an echo would cause a reset.
    /// </summary>
    protected async Task Leave(Connection client)
    {
        client.HalfClose();
        await Timeline.Until(() => !client.IsOpen, Bounds.Settle);
        await client.Close();
    }

    /// <summary>Waits until the server has taken every call so far, as far as the hook can tell.</summary>
    protected Task HasAcceptedAll() =>
        Server.Until(() => Server.Hook.Accepted >= Calls || Server.IsOver, Bounds.Settle);

    /// <summary>
    /// The time when nobody was listening there any more, as first seen by a look at the sockets, because no event
    /// announces it. Null while somebody listens.
    /// </summary>
    protected TimeSpan? StoppedListening() => _stoppedAt ??= EndPoints.IsListening(Place) ? null : Timeline.Now;

    /// <summary>The server prints this text that a client has sent.</summary>
    protected Task<Observation> Prints(Connection client, string text) =>
        Server.Prints(text, unlike: All.Patience.Settled, remaining: client.TimeLeft);

    /// <summary>The next client calls, sends a line and is accepted.</summary>
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

    /// <summary>
    /// The server stays up. This waits, because an exception in another thread needs some time to end the process.
    /// </summary>
    protected async Task<Observation> StaysUp()
    {
        await Server.Until(() => Server.IsOver, Bounds.Settle);
        return await Server.StillListens(Place);
    }
}
