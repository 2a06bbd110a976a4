using Lab.Scenarios.Servers;

namespace Lab.Scenarios;

/// <summary>Exercise 2: the echo server. The probes are its clients, one after the other.</summary>
/// <param name="all">The conversations of the check.</param>
[ServerExercise("Ex2", Receive = "5b", Show = "5c", Send = "5d", Close = "5e", Handle = "6", Stop = "7")]
public sealed class Ex2EchoServer(ServerConversations all) : ServerScenarios(all);
