using Lab.Build.Diagnosing;

namespace Lab.Build.Texts;

// Likely causes, what to do next, and how to see it.
public sealed partial class English
{
    /// <inheritdoc />
    public override string Likely(Cause cause) =>
        cause switch
        {
            Cause.DatagramSocket => "Usually: the socket is a Dgram one; TCP needs a Stream one.",
            Cause.TimeoutMissesReceive =>
                "Usually: Receive does not get the timeout of the argument. The timeout is missing, written as a "
                    + "fixed number, not in milliseconds, or set on another socket. ReceiveTimeout limits Receive and Read, "
                    + "but not ReceiveAsync and ReadAsync.",
            Cause.TimeoutMissesAccept =>
                "Usually: Accept does not get the timeout of the argument. ReceiveTimeout does not help here: it "
                    + "limits Receive only, and Accept still waits for ever.",
            Cause.SecondsForSmallerUnit =>
                "Usually: the timeout was given in seconds to something that counts milliseconds or microseconds.",
            Cause.OtherDefault => "Usually: the last argument has another default than 300.",
            Cause.OneDeadline =>
                "Usually: the program has one deadline for its whole run. The time must begin again each time "
                    + "the server waits for a client. Or the default is a little less than 300.",
            Cause.FixedDestination => "Usually: the host or the port is written into the program; both are arguments.",
            Cause.OtherBinding =>
                "Usually: the socket is bound to any address (IPAddress.Any), to a fixed address, or to another "
                    + "port. It must be bound to the host and the port of the arguments.",
            Cause.ConnectMissing => "Usually: Connect is missing, or an exception came before it.",
            Cause.ListenMissing => "Usually: Listen is missing, or comes after Accept.",
            Cause.KeyboardFirst =>
                "Usually: the program waits for something else first, such as a line from the keyboard (Console.ReadLine).",
            Cause.ReceiveDoesNotWait =>
                "Usually: the program does not wait in Receive: Receive is missing, does not block, or the "
                    + "socket was closed or shut down before it.",
            Cause.ReceiveNeverReached =>
                "Usually: the program never reaches Receive. Was the thread started, or only created? Does it "
                    + "wait for something else?",
            Cause.WaitsForLine =>
                "Usually: ReadLine waits for a newline, and this message has none. Receive takes what comes.",
            Cause.WrongSocket =>
                "Usually: Accept or Receive was called on the wrong socket. Accept belongs to the listening "
                    + "socket, and Receive to the socket that Accept returned.",
            Cause.NoWayBackToAccept =>
                "Usually: the server does not return to Accept after a client. Accept is not inside the loop, or "
                    + "the listening socket was closed, or it is bound again in the loop.",
            Cause.ServedWhileAccepting =>
                "Usually: the thread that accepts also serves the client, or it waits for the other thread "
                    + "(Join).",
            Cause.SocketShared =>
                "Usually: all threads share the variable with the client's socket, so it holds the socket of the "
                    + "last client.",
            Cause.ClosedBeforeReceive =>
                "Usually: the client's socket is closed before Receive has taken the message from it, perhaps "
                    + "because of an exception.",
            Cause.ClientNotClosed =>
                "Usually: there is no Close on this path, for example because an exception jumps over it (a "
                    + "finally block prevents that). Shutting down the receiving side does not close the connection.",
            Cause.SocketNotClosed =>
                "Usually: there is no Close on this path, for example because an exception jumps over it.",
            Cause.ListenerNotClosed =>
                "Usually: there is no Close on this path, for example because it stands after an endless loop, "
                    + "or because the program exits before it.",
            Cause.NotCaught =>
                "Usually: this exception is not caught, or it is thrown again. Catching the timeout alone is not "
                    + "enough.",
            Cause.NotCaughtInLoop =>
                "Usually: an error with one client ends the loop. It needs a try of its own inside the loop.",
            Cause.NotCaughtInThread =>
                "Usually: a try is missing in the thread's function or around the rest. An exception that leaves "
                    + "a thread ends the process.",
            Cause.SilentCatch => "Usually: the exception is caught, and the catch prints nothing.",
            Cause.OutputHeldBack =>
                "If your program did print: some languages keep the output in a buffer when it does not go to a "
                    + "terminal. Flush it after each line.",
            Cause.NewlineTaken => "Usually: ReadLine took the newline away, and nothing put it back.",
            Cause.NewlineAdded => "Usually: WriteLine was used; it adds a newline of its own.",
            Cause.WholeBuffer => "Usually: the whole buffer was used, instead of only the bytes that Receive counted.",
            Cause.EncodedAsUtf16 => "Usually: Encoding.Unicode was used; in .NET that name means UTF-16.",
            Cause.EncodedAsAscii => "Usually: Encoding.ASCII was used.",
            Cause.EncodedAsLatin1 => "Usually: Encoding.Latin1 was used.",
            Cause.WroteByteOrderMark =>
                "Usually: a StreamWriter with Encoding.UTF8 wrote it; new UTF8Encoding(false) writes none.",
            Cause.Reencoded =>
                "Usually: the bytes were decoded to text and encoded again. An echo sends the bytes themselves.",
            Cause.PrintsMessage => "Usually: the variable that is printed holds the message.",
            Cause.BytesNotDecoded => "Usually: the bytes themselves were printed. They must be decoded to text first.",
            Cause.CharactersForBytes =>
                "Usually: the number of characters was used where the number of bytes is meant. In UTF-8, a letter "
                    + "such as ñ is two bytes.",
            Cause.AddsToMessage =>
                "Usually: the program puts something of its own around the message, such as a length, a name or a "
                    + "mark for the end. Here the message is sent alone.",
            Cause.BufferShared =>
                "Usually: all threads share one buffer or one variable, so another client's message lies in it. Each "
                    + "thread needs its own.",
            Cause.NothingSent =>
                "Usually: Send is missing, or the program waits for something else first, such as a key. Or a "
                    + "writer (StreamWriter) was used: it keeps the text until it is flushed.",
            Cause.ResetByClose =>
                "Usually: the linger option of 0 seconds was set (LingerState), which makes Close a reset. Or bytes of "
                    + "the client were still unread at the close.",
            Cause.ThreadsWait =>
                "Usually: something makes the threads wait for each other, such as a lock around the whole service: "
                    + "this client gets nothing while another one stays silent. Or its thread was never started.",
            Cause.ThreadDied =>
                "An exception ended a thread, and the program went on without it. Usually: a try is missing in the "
                    + "thread's function.",
            Cause.TimeoutSwallowed =>
                "The timeout does fire, again and again. Usually: it is caught inside the loop, and the loop goes on.",
            Cause.NeedsAllArguments =>
                "Usually: the program needs all its arguments. Those that are not given must take their defaults.",
            Cause.OutOfMemory =>
                "The program took more memory than there is. Usually: a loop without an end stores something each time.",
        };

    /// <inheritdoc />
    public override string StartedWith(string arguments) =>
        $"It was started with {arguments} alone: the arguments that follow were left out, and have a default.";

    /// <inheritdoc />
    public override string ToDo(NextAction action, Exercise exercise, string id, string program) =>
        action switch
        {
            NextAction.MendStep => NextStep(exercise, id, program),
            NextAction.BeginClient => NextStep(exercise, id, program)
                + " A socket shows when it connects: write steps 1 to 3, and check again.",
            NextAction.BeginServer => NextStep(exercise, id, program)
                + " A socket shows when it is bound: write steps 1 and 2, and check again.",
            NextAction.PlayByHand =>
                $"Next: play the three steps by hand, as the statement says. The code behind them is step 5b in {program}.",
        };

    /// <inheritdoc />
    public override string See(SeeIt way) =>
        way switch
        {
            SeeIt.ClientAlone => "See it: start your client while nobody listens.",
            SeeIt.ServerTwice => "See it: start your server twice.",
            SeeIt.CountCloses =>
                "See it: let your server print a line where it closes a client. There must be one line for each "
                    + "client, also for those that reset their connections.",
            SeeIt.SendWithoutNewline => "See it: printf hei | nc 127.0.0.1 9000   sends a message without a newline.",
            SeeIt.StartWithFewArguments =>
                "See it: start your program with the arguments 127.0.0.1 9000 alone (a client: 127.0.0.1 9000 hello).",
            SeeIt.CallNobody =>
                "See it: start your server with the arguments 127.0.0.1 9000 5, and call nobody. It must end after 5 "
                    + "seconds, with a message.",
            SeeIt.CallNobodyByDefault =>
                "See it: start your server with the arguments 127.0.0.1 9000, and call nobody. It must still wait after a "
                    + "minute.",
            SeeIt.SayNothing =>
                $"See it: nc -l 9000   (no netcat? {Script} --target=Netcat --listen --port=9000), and type nothing. Start "
                    + "your client beside it with the arguments 127.0.0.1 9000 hello 5. It must end after 5 seconds, with a "
                    + "message.",
            SeeIt.SayNothingByDefault =>
                $"See it: nc -l 9000   (no netcat? {Script} --target=Netcat --listen --port=9000), and type nothing. Start "
                    + "your client beside it with the arguments 127.0.0.1 9000 hello. It must still wait after a minute.",
            SeeIt.ListSockets =>
                $"See it: start your server with the arguments 127.0.0.1 9000. In another terminal,  {ListSockets}  shows "
                    + "which program uses which address and port.",
            SeeIt.WatchNetcatEnd =>
                "See it: start your server, then  nc -N 127.0.0.1 9000  in another terminal. Type a line, and end the input "
                    + "with Ctrl+D: netcat must end by itself, because your server closes. No netcat?  "
                    + $"{Script} --target=Netcat --port=9000",
            SeeIt.CallTogether =>
                "See it: start your server, then  nc 127.0.0.1 9000  in two other terminals. Type a different line in "
                    + "each, one right after the other, and do so several times: each must get its own line back. No netcat?  "
                    + $"{Script} --target=Netcat --port=9000",
            SeeIt.CallAgain =>
                "See it: start your server, then  nc 127.0.0.1 9000  in another terminal. Type a line, break off with Ctrl+C, "
                    + "and do the same again: your server must still answer. No netcat?  "
                    + $"{Script} --target=Netcat --port=9000",
            SeeIt.CallBesideAnother =>
                "See it: start your server, then  nc 127.0.0.1 9000  in two other terminals. Type nothing in the first one, "
                    + $"and a line in the second. No netcat?  {Script} --target=Netcat --port=9000",
            SeeIt.ListenByNetcat =>
                $"See it: nc -l 9000   (no netcat? {Script} --target=Netcat --listen --port=9000), then start your client "
                    + "beside it.",
            SeeIt.CallByNetcat =>
                "See it: start your server, then  nc 127.0.0.1 9000  in another terminal, and type a line. No netcat?  "
                    + $"{Script} --target=Netcat --port=9000",
        };

    private string NextStep(Exercise exercise, string id, string program) =>
        $"Next: step {id}, \"{StepTitle(exercise, id)}\", in {program}.";
}
