using System.Reflection;
using Lab.Harness;
using Lab.Scenarios;
using Lab.Scenarios.Servers;

namespace Lab.Build.Demo;

/// <summary>Plays the practical's own acceptance test for an audience, as exercise 3 checks it.</summary>
/// <param name="server">The server.</param>
/// <param name="client">The client.</param>
/// <param name="show">Receives each event as it happens.</param>
public sealed class Scene(Subject server, Subject client, Action<Entry> show)
{
    /// <summary>The actors that call the server.</summary>
    public static readonly IReadOnlyList<Actor> Clients = [Actor.Netcat, Actor.Client];

    /// <summary>The actors, from left to right in a drawing.</summary>
    public static readonly IReadOnlyList<Actor> Actors = [.. Clients, Actor.Server];

    private const string Message = "Hello, server!";

    // The timeout is long enough to see that nothing comes, and short enough for a class that watches.
    private const int ClientTimeout = 3;
    private const int ServerTimeout = 60;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    /// <summary>Plays the scene.</summary>
    /// <param name="exercise">The server's exercise.</param>
    public async Task<Ending> Play(Exercise exercise)
    {
        var fixture = ExerciseAttribute.FixtureOf(exercise.Id);
        var all = fixture.GetCustomAttribute<ServerExerciseAttribute>()!.Converse();
        all.Setup = new Setup(server, Task.FromResult<Subject?>(client), Seed: 0) { Follower = show };
        var acceptance = new Acceptance(all)
        {
            Message = Message,
            ServerTimeout = ServerTimeout,
            ClientTimeout = ClientTimeout,
            IsNetcatProbe = true,
            Afterwards = _longest,
        };
        // A fault of the kit is thrown here. It says nothing about the programs.
        await acceptance.Serves.Seen;
        await acceptance.Played;
        return acceptance.Ending;
    }
}
