using Lab.Harness;

namespace Lab.Build.Demo;

/// <summary>How a scene ended.</summary>
public enum Ending
{
    /// <summary>The client got its reply while netcat held its connection.</summary>
    Served,

    /// <summary>It called, and got none.</summary>
    KeptWaiting,

    /// <summary>The server never listened, or ended before its time.</summary>
    NoServer,

    /// <summary>The client never called.</summary>
    NoClient,
}

/// <summary>The practical's acceptance with one server: netcat holds a connection, and the client calls.</summary>
/// <param name="server">The server.</param>
/// <param name="client">The client.</param>
/// <param name="show">Is told each event as it happens.</param>
public sealed class Scene(Subject server, Subject client, Action<Entry> show)
{
    /// <summary>The actors, in the order in which they enter.</summary>
    public static readonly IReadOnlyList<Actor> Actors = [Actor.Server, Actor.Netcat, Actor.Client];

    private const string Message = "Hello, server!";

    // Long enough to see that nothing comes, short enough for a class that watches.
    private const string ClientTimeout = "3";
    private const string ServerTimeout = "60";

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    /// <summary>Plays it.</summary>
    public async Task<Ending> Play()
    {
        // That the programs are ended afterwards is no part of it.
        var isPlaying = true;
        var timeline = new Timeline
        {
            Follower = entry =>
            {
                if (isPlaying)
                    show(entry);
            },
        };
        var place = EndPoints.Fresh();
        string[] at = [place.Address.ToString(), $"{place.Port}"];
        await using var serving = RunningProgram.Start(
            server,
            [.. at, ServerTimeout],
            timeline,
            Actors[0],
            Watch.Sockets
        );
        var isUp = await serving.LookUntil(() => serving.IsOver || EndPoints.IsListening(place), Bounds.Start);
        if (!isUp || serving.IsOver)
            return Ending.NoServer;
        await using var netcat = await Connection.Open(place, timeline, Actors[1], Actors[0]);
        await timeline.Until(() => serving.Accepted > 0 || serving.IsOver, Bounds.Reaction);
        await using var calling = RunningProgram.Start(
            client,
            [.. at, Message, ClientTimeout],
            timeline,
            Actors[2],
            Watch.Sockets
        );
        await timeline.Until(() => calling.HasEnded || serving.HasEnded, _longest);
        isPlaying = false;
        // A client may show its own message as well; what counts is that the server took it up.
        return calling.Out.Shows(Message) && serving.Accepted > 1 ? Ending.Served
            : serving.IsOver ? Ending.NoServer
            : calling.Tries.Count == 0 ? Ending.NoClient
            : Ending.KeptWaiting;
    }
}
