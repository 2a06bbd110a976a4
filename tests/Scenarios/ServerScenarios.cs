using Lab.Harness;
using Lab.Scenarios.Servers;
using static Lab.Scenarios.Servers.ServerSteps;

namespace Lab.Scenarios;

/// <summary>
/// The scenarios of both server exercises. Each exercise says which step a scenario belongs to: see <see
/// cref="ServerSteps"/>.
/// </summary>
/// <param name="all">The conversations of the check.</param>
public abstract class ServerScenarios(ServerConversations all) : ExerciseScenarios
{
    /// <summary>The conversations of the check.</summary>
    protected ServerConversations All => all;

    [Step(Create, Situation.ServerStarted)]
    public Task<Observation> Opens_a_tcp_socket() => All.OneLine.Opens.Seen;

    [Step(Bind, Situation.PlaceOfItsOwn, Needs = Create)]
    public Task<Observation> Binds_there_and_nowhere_else() => All.OneLine.Binds.Seen;

    [Step(Bind, Situation.PlaceAlone, Needs = Create)]
    public Task<Observation> Binds_there_without_a_timeout() => All.Patience.BindsThere.Seen;

    [Step(SetTimeout, Situation.NobodyCallsOneSecond, Needs = $"{Listen} {Accept}")]
    public Task<Observation> Ends_when_nobody_calls() => All.Silence.Ends();

    [Step(SetTimeout, Situation.NobodyCallsByDefault, Needs = $"{Listen} {Accept}")]
    public Task<Observation> Waits_longer_by_default() => All.Patience.StillWaits.Seen;

    [Step(SetTimeout, Situation.NobodyCallsUntilDefault, Needs = $"{Loop} {Accept}", IsLong = true)]
    public Task<Observation> Ends_after_its_default_timeout() => All.DefaultTimeout.Ends.Seen;

    [Step(SetTimeout, Situation.ClientComesAndGoes, Needs = $"{Loop} {Accept}")]
    public Task<Observation> Ends_when_nobody_calls_any_more() => All.LastCall.Ends();

    [Step(Listen, Situation.ClientConnects, Needs = Bind)]
    public Task<Observation> Listens() => All.OneLine.Listens.Seen;

    [Step(Loop, Situation.ServerStarted, Needs = Listen)]
    public Task<Observation> Waits_for_clients() => All.OneLine.Loops.Seen;

    [Step(Loop, Situation.ClientAfterClient, Needs = $"{Accept} {Receive}")]
    public Task<Observation> Serves_client_after_client() => All.InTurn.ServesEach.Seen;

    [Step(Accept, Situation.OneLine, Needs = Listen)]
    public Task<Observation> Accepts_a_client() => All.OneLine.Accepts.Seen;

    [Step(Receive, Situation.OneLine, Needs = Accept)]
    public Task<Observation> Receives_the_message() => All.OneLine.Receives.Seen;

    [Step(Receive, Situation.ClientHasItsEcho, Needs = Accept)]
    public Task<Observation> Notices_the_end_of_a_client() => All.OneLine.NoticesEnd.Seen;

    [Step(Receive, Situation.ClientSaysNothing, Needs = Accept)]
    public Task<Observation> Notices_the_end_of_a_silent_client() => All.NoWord.NoticesEnd.Seen;

    // A server that echoes to nobody fails another step, whoever thinks.
    [Step(Receive, Situation.ClientThinks, Needs = Accept)]
    public async Task<Observation> Waits_for_the_message() =>
        (await All.OneLine.Echoes.Seen).IsHeld
            ? await All.OtherMessages.WaitsForMessage.Seen
            : await All.OneLine.Receives.Seen;

    [Step(Show, Situation.OneLine, Needs = Receive)]
    public Task<Observation> Shows_the_message() => All.OneLine.Shows.Seen;

    [Step(Show, Situation.ShortAfterLong, Needs = $"{Loop} {Receive}")]
    public Task<Observation> Shows_only_what_came() => All.InTurn.ShowsOnlyWhatCame.Seen;

    [Step(Send, Situation.OneLine, Needs = Receive)]
    public Task<Observation> Echoes_a_line() => All.OneLine.Echoes.Seen;

    [Step(Send, Situation.LongLine, Needs = Receive)]
    public Task<Observation> Echoes_a_long_line() => All.OtherMessages.EchoesLongLine.Seen;

    [Step(Send, Situation.NoNewline, Needs = Receive)]
    public Task<Observation> Echoes_without_newline() => All.InTurn.EchoesWithoutNewline.Seen;

    [Step(Send, Situation.TwoInTurn, Needs = $"{Loop} {Receive}")]
    public Task<Observation> Echoes_to_each_its_own() => All.InTurn.EchoesToEach.Seen;

    [Step(Send, Situation.AnyBytes, Needs = Receive)]
    public Task<Observation> Echoes_any_bytes() => All.OtherMessages.EchoesAnyBytes.Seen;

    [Step(Close, Situation.ClientHasItsEcho, Needs = $"{Accept} {Receive}")]
    public Task<Observation> Closes_the_client() => All.OneLine.Closes.Seen;

    [Step(Close, Situation.ClientSaysNothing, Needs = $"{Accept} {Receive} {Handle}")]
    public Task<Observation> Closes_an_empty_client() => All.NoWord.Closes.Seen;

    [Step(Close, Situation.ClientsReset, Needs = $"{Loop} {Handle}", NeedsHook = true)]
    public Task<Observation> Closes_lost_clients() => All.ClosesLostClients();

    [Step(Handle, Situation.ClientResets, Needs = Loop)]
    public Task<Observation> Survives_a_reset() => All.Survives(ResetKind.AfterSending);

    [Step(Handle, Situation.ClientResetsBeforeSending, Needs = Loop)]
    public Task<Observation> Survives_a_reset_while_receiving() => All.Survives(ResetKind.BeforeSending);

    [Step(Handle, Situation.ClientSaysNothing, Needs = Loop)]
    public Task<Observation> Survives_an_empty_client() => All.NoWord.GoesOn.Seen;

    [Step(Handle, Situation.PortHeld, Needs = Bind)]
    public Task<Observation> Says_that_the_port_is_taken() => All.PortTaken.SaysSo.Seen;

    [Step(Handle, Situation.NobodyCallsUntilTimeout, Needs = SetTimeout)]
    public Task<Observation> Says_that_time_is_up() => All.Silence.First.SaysSo.Seen;

    [Step(Stop, Situation.NobodyCallsUntilTimeout, Needs = $"{SetTimeout} {Handle}", NeedsHook = true)]
    public Task<Observation> Stops_listening_before_it_exits() => All.Silence.First.StopsListening.Seen;

    [Step(Stop, Situation.PortHeld, Needs = $"{Bind} {Handle}", NeedsHook = true)]
    public Task<Observation> Closes_when_the_port_is_taken() => All.PortTaken.LeavesNothingOpen.Seen;

    [GoingFurther("segments", Situation.MessageInSegments)]
    public Task<Observation> Echoes_segments() => All.OtherMessages.EchoesSegments.Seen;

    [GoingFurther("long-message", Situation.LongMessage)]
    public Task<Observation> Echoes_a_long_message() => All.OtherMessages.EchoesLongMessage.Seen;
}
