using NUnit.Framework;

namespace Lab.Scenarios;

/// <summary>Exercise 2: the echo server. The probes are its clients, one after the other.</summary>
[Exercise("Ex2")]
public sealed class Ex2EchoServer : ServerScenario<Ex2EchoServer>
{
    /// <inheritdoc />
    protected override string ShowStep => "5c";

    /// <inheritdoc />
    protected override string SendStep => "5d";

    /// <inheritdoc />
    protected override string CloseStep => "5e";

    [OneTimeSetUp]
    public static void Begin_in_order() => BeginCommon();

    [Step("5b", Situation.OneLine, Needs = "5a")]
    public Task Receives_the_message() => ReceivesMessage();

    [Step("5c", Situation.OneLine, Needs = "5b")]
    public Task Shows_the_message() => ShowsMessage();

    [Step("5c", Situation.ShortAfterLong, Needs = "5 5b")]
    public Task Shows_only_what_came() => ShowsShorterMessage();

    [Step("5d", Situation.OneLine, Needs = "5b")]
    public Task Echoes_a_line() => EchoesLine();

    [Step("5d", Situation.NoNewline, Needs = "5b")]
    public Task Echoes_without_newline() => EchoesWithoutNewline();

    [Step("5d", Situation.TwoInTurn, Needs = "5 5b")]
    public Task Echoes_to_each_its_own() => EchoesToEach();

    [Step("5d", Situation.AnyBytes, Needs = "5b")]
    public Task Echoes_any_bytes() => EchoesAnyBytes();

    [Step("5e", Situation.ClientHasItsEcho, Needs = "5a")]
    public Task Closes_the_client() => ClosesClient();

    [Step("5e", Situation.ClientSaysNothing, Needs = "5a 6")]
    public Task Closes_an_empty_client() => ClosesEmptyClient();

    [Step("5e", Situation.ClientsReset, Needs = "5 6", NeedsHook = true)]
    public Task Closes_lost_clients() => ClosesLostClients("6");

    [Step("6", Situation.ClientResets, Needs = "5")]
    public Task Survives_a_reset() => Survives(ResetsAfterSending);

    [Step("6", Situation.ClientResetsBeforeSending, Needs = "5")]
    public Task Survives_a_reset_while_receiving() => Survives(ResetsBeforeSending);

    [Step("6", Situation.ClientSaysNothing, Needs = "5")]
    public Task Survives_an_empty_client() => SurvivesEmptyClient();

    [Step("6", Situation.PortHeld, Needs = "2")]
    public Task Says_that_the_port_is_taken() => SaysThatPortIsTaken();

    [Step("6", Situation.NobodyCallsUntilTimeout, Needs = "3")]
    public Task Says_that_time_is_up() => SaysThatTimeIsUp();

    [Step("7", Situation.NobodyCallsUntilTimeout, Needs = "3 6", NeedsHook = true)]
    public Task Stops_listening_before_it_exits() => StopsListeningBeforeExit();

    [Step("7", Situation.PortHeld, Needs = "2 6", NeedsHook = true)]
    public Task Closes_when_the_port_is_taken() => ClosesWhenPortIsTaken();

    [GoingFurther("segments", Situation.MessageInSegments)]
    public Task Echoes_segments() => EchoesSegments();

    [GoingFurther("long-message", Situation.LongMessage)]
    public Task Echoes_a_long_message() => EchoesLongMessage();
}
