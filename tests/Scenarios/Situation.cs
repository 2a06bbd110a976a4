namespace Lab.Scenarios;

/// <summary>What happens in a scenario: a closed set, which each language puts into words.</summary>
public enum Situation
{
    /// <summary>A server that replies.</summary>
    ServerReplies,

    /// <summary>A server that stays silent; the timeout is 1 second.</summary>
    ServerSilentOneSecond,

    /// <summary>A server that stays silent; the timeout is the default.</summary>
    ServerSilentByDefault,

    /// <summary>A server that stays silent until the default timeout has passed.</summary>
    ServerSilentUntilDefault,

    /// <summary>A server at another address and port than the default.</summary>
    ServerElsewhere,

    /// <summary>A plain message.</summary>
    PlainMessage,

    /// <summary>A message with letters that ASCII lacks.</summary>
    MessageBeyondAscii,

    /// <summary>A reply that comes 0.6 seconds late.</summary>
    LateReply,

    /// <summary>A reply that differs from the message, 0.6 seconds late.</summary>
    LateReplyDiffers,

    /// <summary>A reply of several lines, with letters that ASCII lacks.</summary>
    ReplyBeyondAscii,

    /// <summary>A server that stays silent until the timeout.</summary>
    ServerSilentUntilTimeout,

    /// <summary>Nobody listens there.</summary>
    NobodyListens,

    /// <summary>A server that resets the connection.</summary>
    ServerResets,

    /// <summary>A server that closes without a word.</summary>
    ServerCloses,

    /// <summary>A host that does not exist.</summary>
    NoSuchHost,

    /// <summary>A reply in three segments.</summary>
    ReplyInSegments,

    /// <summary>A character split between two segments.</summary>
    SplitCharacter,

    /// <summary>A server that keeps the connection open after its reply.</summary>
    ServerStays,

    /// <summary>A message and a reply of 6,000 bytes.</summary>
    LongReply,

    /// <summary>The server is started.</summary>
    ServerStarted,

    /// <summary>An address and a port of its own.</summary>
    PlaceOfItsOwn,

    /// <summary>Nobody calls; the timeout is 1 second.</summary>
    NobodyCallsOneSecond,

    /// <summary>Nobody calls; the timeout is the default.</summary>
    NobodyCallsByDefault,

    /// <summary>One client calls late, and then nobody until the default timeout has passed.</summary>
    NobodyCallsUntilDefault,

    /// <summary>A client comes and goes; the timeout is 1 second.</summary>
    ClientComesAndGoes,

    /// <summary>A client that connects.</summary>
    ClientConnects,

    /// <summary>Client after client.</summary>
    ClientAfterClient,

    /// <summary>A client that sends one line.</summary>
    OneLine,

    /// <summary>A short message after a long one.</summary>
    ShortAfterLong,

    /// <summary>A message without a newline at its end.</summary>
    NoNewline,

    /// <summary>Two clients, one after the other, each with its own line.</summary>
    TwoInTurn,

    /// <summary>Bytes that are not UTF-8.</summary>
    AnyBytes,

    /// <summary>A client that has got its echo.</summary>
    ClientHasItsEcho,

    /// <summary>A client that leaves without a word.</summary>
    ClientSaysNothing,

    /// <summary>Clients that reset their connections.</summary>
    ClientsReset,

    /// <summary>A client that resets its connection.</summary>
    ClientResets,

    /// <summary>A client that resets its connection before it sends.</summary>
    ClientResetsBeforeSending,

    /// <summary>A port that another program holds.</summary>
    PortHeld,

    /// <summary>Nobody calls until the timeout.</summary>
    NobodyCallsUntilTimeout,

    /// <summary>A client that thinks for half a second before it speaks.</summary>
    ClientThinks,

    /// <summary>A line of nearly 200 bytes, with letters that ASCII lacks.</summary>
    LongLine,

    /// <summary>Only the address and the port are given.</summary>
    PlaceAlone,

    /// <summary>A message in two segments.</summary>
    MessageInSegments,

    /// <summary>A message of 100,000 bytes.</summary>
    LongMessage,

    /// <summary>A second client while the first one stays silent.</summary>
    SecondMeanwhile,

    /// <summary>Two clients; the one that called first speaks last.</summary>
    FirstSpeaksLast,

    /// <summary>Eight clients at once, thirty times.</summary>
    EightAtOnce,

    /// <summary>One of two clients resets its connection.</summary>
    OneOfTwoResets,

    /// <summary>A client that stays silent until the timeout.</summary>
    ClientSilentUntilTimeout,

    /// <summary>Netcat holds a connection open; the Ex1 client calls.</summary>
    Acceptance,

    /// <summary>Thirty clients that hold their connections.</summary>
    Crowd,

    /// <summary>
    /// A client that thinks first; then a long line, bytes that are not UTF-8, two segments, and a long message.
    /// </summary>
    OtherMessages,

    /// <summary>Several clients at once.</summary>
    SeveralAtOnce,
}
