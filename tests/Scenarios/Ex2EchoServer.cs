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

    [Step("5b", "a client that sends one line", Needs = "5a")]
    public Task Receives_the_message() => ReceivesMessage();

    [Step("5c", "a client that sends one line", Needs = "5b")]
    public Task Shows_the_message() => ShowsMessage();

    [Step("5c", "a short message after a long one", Needs = "5 5b")]
    public Task Shows_only_what_came() => ShowsShorterMessage();

    [Step("5d", "a client that sends one line", Needs = "5b")]
    public Task Echoes_a_line() => EchoesLine();

    [Step("5d", "a message without a newline at its end", Needs = "5b")]
    public Task Echoes_without_newline() => EchoesWithoutNewline();

    [Step("5d", "two clients, one after the other, each with its own line", Needs = "5 5b")]
    public Task Echoes_to_each_its_own() => EchoesToEach();

    [Step("5d", "bytes that are not UTF-8", Needs = "5b")]
    public Task Echoes_any_bytes() => EchoesAnyBytes();

    [Step("5e", "a client that has got its echo", Needs = "5a")]
    public Task Closes_the_client() => ClosesClient();

    [Step("5e", "a client that leaves without a word", Needs = "5a 6")]
    public Task Closes_an_empty_client() => ClosesEmptyClient();

    [Step("5e", "clients that reset their connections", Needs = "5 6", NeedsHook = true)]
    public Task Closes_lost_clients() => ClosesLostClients("6");

    [Step("6", "a client that resets its connection", Needs = "5")]
    public Task Survives_a_reset() => Survives(ResetsAfterSending);

    [Step("6", "a client that resets its connection before it sends", Needs = "5")]
    public Task Survives_a_reset_while_receiving() => Survives(ResetsBeforeSending);

    [Step("6", "a client that leaves without a word", Needs = "5")]
    public Task Survives_an_empty_client() => SurvivesEmptyClient();

    [Step("6", "a port that another program holds", Needs = "2")]
    public Task Says_that_the_port_is_taken() => SaysThatPortIsTaken();

    [Step("6", "nobody calls until the timeout", Needs = "3")]
    public Task Says_that_time_is_up() => SaysThatTimeIsUp();

    [Step("7", "nobody calls until the timeout", Needs = "3 6", NeedsHook = true)]
    public Task Stops_listening_before_it_exits() => StopsListeningBeforeExit();

    [Step("7", "a port that another program holds", Needs = "2 6", NeedsHook = true)]
    public Task Closes_when_the_port_is_taken() => ClosesWhenPortIsTaken();

    [GoingFurther("segments", "a message in two segments")]
    public Task Echoes_segments() => EchoesSegments();

    [GoingFurther("long-message", "a message of 100,000 bytes")]
    public Task Echoes_a_long_message() => EchoesLongMessage();
}
