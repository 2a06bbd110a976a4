using Lab.Harness;
using Lab.Scenarios.Servers;
using static Lab.Scenarios.Servers.ServerSteps;

namespace Lab.Scenarios;

/// <summary>Exercise 3: the multithreaded echo server. The probes are its clients, several at once.</summary>
/// <param name="all">The conversations of the check.</param>
[ServerExercise(
    "Ex3",
    Receive = "6a",
    Show = "6b",
    Send = "6c",
    Close = "6d",
    Handle = "7",
    Stop = "8",
    IsThreaded = true
)]
public sealed class Ex3ThreadedServer(ServerConversations all) : ServerScenarios(all)
{
    private const string Thread = "5b";
    private const string Function = "6";

    [Step(Thread, Situation.OneLine, Needs = Accept)]
    public Task<Observation> Gives_the_client_to_a_thread() => All.OneLine.GetsThread.Seen;

    [Step(Thread, Situation.SecondMeanwhile, Needs = $"{Loop} {Send}")]
    public Task<Observation> Serves_another_client_meanwhile() => All.SeveralAtOnce.ServesSecond.Seen;

    [Step(Function, Situation.FirstSpeaksLast, Needs = $"{Thread} {Send}")]
    public Task<Observation> Serves_the_client_it_was_started_for() => All.SeveralAtOnce.ServesFirst.Seen;

    // Whatever is left behind by each client delays many of them.
    [Step(Send, Situation.EightAtOnce, Needs = $"{Loop} {Thread} {Function} {Receive} {Close}")]
    public Task<Observation> Mixes_nothing_up() => All.SeveralAtOnce.MixesNothingUp.Seen;

    // The echo is needed to see anything of the other client.
    [Step(Handle, Situation.OneOfTwoResets, Needs = $"{Loop} {Thread} {Send}")]
    public async Task<Observation> Keeps_the_other_client() =>
        await All.OneLine.Echoes.Seen is { IsHeld: false } silent
            ? silent
            : await All.Survives(ResetKind.BesideAnother);

    [Step(Handle, Situation.ClientSilentUntilTimeout, Needs = $"{SetTimeout} {Loop}")]
    public Task<Observation> Ends_orderly_with_a_silent_client() => All.SilentClient.Ends();

    [Step("check", Situation.Acceptance, Needs = $"{Thread} {Send}")]
    public Task<Observation> Passes_the_acceptance() => All.Acceptance.Serves.Seen;

    [GoingFurther("crowd", Situation.Crowd)]
    public Task<Observation> Serves_a_crowd() => All.SeveralAtOnce.ServesOneMore.Seen;
}
