using Lab.Build.Reading;

namespace Lab.Build.Texts;

// Mistakes in the source. A sentence says why the line leads to what was observed; what to write instead is for the hints.
public sealed partial class English
{
    /// <inheritdoc />
    public override string InProgram(int line, string why) => $"In your program, line {line}: {why}";

    /// <inheritdoc />
    public override string InFile(string file, int line, string why) => $"In your file {file}, line {line}: {why}";

    /// <inheritdoc />
    public override string Explained(Mistake mistake, string name) =>
        mistake switch
        {
            Mistake.SecondsForMilliseconds => $"{name} counts milliseconds, and this is a number of seconds.",
            Mistake.SecondsForMicroseconds => $"{name} counts microseconds, and this is a number of seconds.",
            Mistake.MillisecondsForMicroseconds => $"{name} counts microseconds, and this is a number of milliseconds.",
            Mistake.TooLargeForUnit => $"this number is too large for {name}, which counts in a larger unit.",
            Mistake.FixedTimeout => $"{name} gets a fixed time here, and not the timeout of the argument.",
            Mistake.TimeoutNeverUsed => "this timeout is never given to anything that waits.",
            Mistake.TimeoutForSendingOnly => $"{name} limits sending only, so Receive still waits for ever.",
            Mistake.ReceiveTimeoutOnListener =>
                $"{name} limits Receive only, so Accept on this socket still waits for ever.",
            Mistake.OtherDefaultTimeout => "the program takes this timeout when it is given none.",
            Mistake.FixedHost => "this host is always the same, whatever host the program is given.",
            Mistake.FixedPort => "this is not the port that the program is given.",
            Mistake.AnyAddress =>
                $"{name} stands for every address of the machine, not for the one that the program is given.",
            Mistake.ThreadNeverStarted => $"this {name} is created and never started, so nobody serves the client.",
            Mistake.ThreadAwaited =>
                $"{name} waits here until this client has been served, and no other client is accepted meanwhile.",
            Mistake.WrongEncoding => $"{name} is not UTF-8, so the text becomes other bytes.",
            Mistake.WrongDecoding => $"{name} is not UTF-8, so the bytes become other letters.",
            Mistake.ByteOrderMark =>
                $"a StreamWriter with {name} writes three bytes, the byte order mark, before the text.",
            Mistake.WholeBufferDecoded => $"this decodes the whole of {name}, also the part that no byte has come for.",
            Mistake.WholeBufferSent => $"this sends the whole of {name}, also the part that no byte has come for.",
            Mistake.CharactersForBytes =>
                $"{name} counts characters, and in UTF-8 some characters take more than one byte.",
            Mistake.SmallBuffer => "this buffer has no room for the whole reply, and nothing receives the rest.",
            Mistake.BufferPrinted => $"this prints the name of the type of {name}, and not the text in it.",
            Mistake.DecodedEcho => "these are not the bytes that came: decoding has replaced those that are no UTF-8.",
            Mistake.Trimmed => $"{name} takes the newline away from what came.",
            Mistake.LineRead => $"{name} waits for a newline, and takes it away from the text.",
            Mistake.LineWritten => $"{name} adds a newline to what is sent.",
            Mistake.NewlineAppended => "this newline is sent as well, and it is not part of the message.",
            Mistake.LettersChanged => $"{name} changes the letters that are sent.",
            Mistake.FixedMessage => "this text is always the same, whatever message the program is given.",
            Mistake.MessagePrinted => "this prints the message that was sent, and not the reply that came.",
            Mistake.EndNotNoticed => $"{name} gives 0 when the other side has closed, and nothing here looks at that.",
            Mistake.AvailableAsked =>
                $"{name} tells what has come so far, so nothing is received if the bytes come a little later.",
            Mistake.NotBlocking => "this socket no longer waits, so Receive fails at once if nothing has come yet.",
            Mistake.WriterNotFlushed =>
                $"{name} only puts the text into the writer's buffer, and nothing sends it on before the program waits.",
            Mistake.NeverClosed => "nothing in the program closes this socket.",
            Mistake.ClosedOnlyInTry => "an exception in this try jumps over this line.",
            Mistake.ClosedOnCondition => "the socket is closed only if this condition holds.",
            Mistake.ExitBeforeClose => $"{name} ends the program here, before the socket is closed.",
            Mistake.ReturnBeforeClose => "this return leaves the function before the socket is closed.",
            Mistake.CloseNeverReached => "the loop above never ends, so this line is never reached.",
            Mistake.SilentCatch => "this catch takes the exception and prints nothing.",
            Mistake.CatchesOtherType => $"this catch takes {name} only, and another exception came.",
            Mistake.FilterLetsThrough => "this condition lets the exception through.",
            Mistake.ThrownOn => "this throws the exception on, and nothing else catches it.",
            Mistake.NotInTry => "an exception came from here, and no catch takes it.",
            Mistake.LeavesLoopInCatch => $"{name} ends the server because of one client.",
            Mistake.TryAroundLoop => "no try is inside this loop, so an error with one client ends it.",
            Mistake.ThreadStartedTwice => $"{name} was called before, and a thread can be started only once.",
            Mistake.ServedInLoop => $"{name} serves the client in the loop, and no other client is accepted meanwhile.",
            Mistake.LockAroundService => $"{name} lets only one thread serve its client at a time.",
            Mistake.SharedSocket => $"all threads share {name}, so it holds the socket of the client that came last.",
            Mistake.SharedBuffer => $"all threads share {name}, so the bytes of one client overwrite those of another.",
            Mistake.SharedVariable =>
                $"all threads share {name}, so what one writes reaches the clients of the others.",
            Mistake.DatagramSocket => $"{name} makes a UDP socket, and not a TCP one.",
            Mistake.ListenMissing => "this socket is bound here, and nothing ever lets it listen.",
            Mistake.ListenTooLate => "the socket listens only here, after the program has tried to accept.",
            Mistake.ListenBeforeBind => "the socket listens here, before it is bound to its address.",
            Mistake.AcceptOutsideLoop => $"{name} is not in a loop, so only one client is accepted.",
            Mistake.LoopEnds => "the loop ends after this number of clients.",
            Mistake.ListenerClosedInLoop =>
                $"{name} closes the listening socket in the loop, so no other client is accepted.",
            Mistake.BoundInLoop => $"{name} comes again for each client, while the port is still in use.",
            Mistake.ListenerUsedForClient =>
                $"{name} is called on the listening socket, which is not connected to any client.",
            Mistake.ListenerNeverConnected => $"{name} is always false: a listening socket is never connected itself.",
            Mistake.ListenerClosedByThread => $"{name} closes the listening socket while a client is served.",
            Mistake.KeyAwaited => $"{name} waits here for somebody at the keyboard.",
            Mistake.ClosedTooEarly => $"{name} ends the connection here, and the program uses it once more below.",
            Mistake.LingerOfZero => "with a linger time of 0, Close resets the connection.",
            Mistake.TextAdded => "this text is sent as well, and it is not part of the message.",
            Mistake.LengthWritten => $"the {name} of a BinaryWriter puts the length of the text in front of it.",
            Mistake.SharedList => $"all threads share {name}, so a thread also sends to the clients of the others.",
        };
}
