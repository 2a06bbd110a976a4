using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Texts;

// The participants and the situations of scenarios.
public sealed partial class English
{
    /// <inheritdoc />
    public override string Name(Role role) =>
        role switch
        {
            Role.Client => "client",
            Role.Server => "server",
            Role.Netcat => "netcat",
            Role.PortHolder => "another program",
            Role.Check => "the check",
        };

    /// <inheritdoc />
    public override string TitleOf(Situation situation) =>
        situation switch
        {
            Situation.ServerReplies => "a server that replies",
            Situation.ServerSilentOneSecond => "a server that stays silent; the timeout is 1 second",
            Situation.ServerSilentByDefault => "a server that stays silent; the timeout is the default",
            Situation.ServerSilentUntilDefault => "a server that stays silent until the default timeout has passed",
            Situation.ServerElsewhere => "a server at another address and port than the default",
            Situation.PlainMessage => "a plain message",
            Situation.MessageBeyondAscii => "a message with letters that ASCII lacks",
            Situation.LateReply => "a reply that comes 0.6 seconds late",
            Situation.LateReplyDiffers => "a reply that differs from the message, 0.6 seconds late",
            Situation.ReplyBeyondAscii => "a reply of several lines, with letters that ASCII lacks",
            Situation.ServerSilentUntilTimeout => "a server that stays silent until the timeout",
            Situation.NobodyListens => "nobody listens there",
            Situation.ServerResets => "a server that resets the connection",
            Situation.ServerCloses => "a server that closes without a word",
            Situation.NoSuchHost => "a host that does not exist",
            Situation.ReplyInSegments => "a reply in three segments",
            Situation.SplitCharacter => "a character split between two segments",
            Situation.ServerStays => "a server that keeps the connection open after its reply",
            Situation.LongReply => "a message and a reply of 6,000 bytes",
            Situation.ServerStarted => "the server is started",
            Situation.PlaceOfItsOwn => "an address and a port of its own",
            Situation.NobodyCallsOneSecond => "nobody calls; the timeout is 1 second",
            Situation.NobodyCallsByDefault => "nobody calls; the timeout is the default",
            Situation.NobodyCallsUntilDefault => "one client, late; then nobody until the default timeout has passed",
            Situation.ClientComesAndGoes => "a client comes and goes; the timeout is 1 second",
            Situation.ClientConnects => "a client that connects",
            Situation.ClientAfterClient => "client after client",
            Situation.OneLine => "a client that sends one line",
            Situation.ShortAfterLong => "a short message after a long one",
            Situation.NoNewline => "a message without a newline at its end",
            Situation.TwoInTurn => "two clients, one after the other, each with its own line",
            Situation.AnyBytes => "bytes that are not UTF-8",
            Situation.ClientHasItsEcho => "a client that has got its echo",
            Situation.ClientSaysNothing => "a client that leaves without a word",
            Situation.ClientsReset => "clients that reset their connections",
            Situation.ClientResets => "a client that resets its connection",
            Situation.ClientResetsBeforeSending => "a client that resets its connection before it sends",
            Situation.PortHeld => "a port that another program holds",
            Situation.NobodyCallsUntilTimeout => "nobody calls until the timeout",
            Situation.ClientThinks => "a client that thinks for half a second before it speaks",
            Situation.LongLine => "a long line, with letters that ASCII lacks",
            Situation.PlaceAlone => "only the address and the port are given",
            Situation.MessageInSegments => "a message in two segments",
            Situation.LongMessage => "a message of 100,000 bytes",
            Situation.SecondMeanwhile => "a second client while the first one stays silent",
            Situation.FirstSpeaksLast => "two clients; the one that called first speaks last",
            Situation.EightAtOnce => "eight clients at once, thirty times",
            Situation.OneOfTwoResets => "one of two clients resets its connection",
            Situation.ClientSilentUntilTimeout => "a client that stays silent until the timeout",
            Situation.Acceptance => "netcat holds a connection open; the Ex1 client calls",
            Situation.Crowd => "thirty clients that hold their connections",
            Situation.OtherMessages =>
                "a client that thinks first; then a long line, bytes that are not UTF-8, two segments, and a long message",
            Situation.SeveralAtOnce => "several clients at once",
        };
}
