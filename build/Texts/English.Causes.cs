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
                "Usually: the timeout of the argument does not reach Receive: it is fixed, missing, not in milliseconds, "
                    + "or set on another socket.",
            Cause.TimeoutMissesAccept =>
                "Usually: the timeout of the argument does not reach Accept. ReceiveTimeout, for one, bounds Receive only: "
                    + "Accept waits for ever all the same.",
            Cause.SecondsForSmallerUnit =>
                "Usually: the timeout was given in seconds to something that counts milliseconds or microseconds.",
            Cause.OtherDefault => "Usually: the default of the last argument is another number than 300.",
            Cause.OneDeadline =>
                "Usually: one deadline for the whole run, and the time has to begin anew each time the server waits for a "
                    + "client; or a default that is a little shorter than 300.",
            Cause.FixedDestination => "Usually: the host or the port is written into the program; both are arguments.",
            Cause.OtherBinding =>
                "Usually: it was bound to any address (IPAddress.Any), to a fixed one, or to another port, not to the host "
                    + "and the port that it was given.",
            Cause.ConnectMissing => "Usually: Connect is missing, or an exception came before it.",
            Cause.ListenMissing => "Usually: Listen is missing, or comes after Accept.",
            Cause.KeyboardFirst =>
                "Usually: the program waits for something else first, such as a line from the keyboard (Console.ReadLine).",
            Cause.ReceiveDoesNotWait =>
                "Usually: the program does not wait in Receive: it is missing, or does not block, or the socket was closed "
                    + "or shut down before it.",
            Cause.ReceiveNeverReached =>
                "Usually: Receive is never reached. Was the thread started, or only created? Does it wait for something "
                    + "else?",
            Cause.WaitsForLine =>
                "Usually: ReadLine waits for a newline, and this message has none; Receive takes what comes.",
            Cause.WrongSocket =>
                "Usually: Accept or Receive was called on the wrong socket. The one that listens accepts, and only the one "
                    + "that Accept gives receives.",
            Cause.NoWayBackToAccept =>
                "Usually: after a client the server does not come back to Accept: that is not inside a loop, or the "
                    + "listening socket was closed, or is bound anew in the loop.",
            Cause.ServedWhileAccepting =>
                "Usually: the client is served in the thread that accepts, or that thread waits for the other (Join).",
            Cause.SocketShared =>
                "Usually: the socket of the client is in a variable that all threads share, and the last one is in it.",
            Cause.ClosedBeforeReceive =>
                "Usually: the client's socket is closed, perhaps after an exception, before Receive has taken the message "
                    + "from it.",
            Cause.ClientNotClosed =>
                "Usually: Close is missing, or stands where an exception passes it by (a finally block is for that). To "
                    + "shut down the receiving side does not close the connection.",
            Cause.SocketNotClosed => "Usually: Close is missing, or stands where this path does not come along.",
            Cause.ListenerNotClosed =>
                "Usually: Close is missing, or stands where this path does not come along: behind the loop, or behind an "
                    + "exit.",
            Cause.NotCaught =>
                "Usually: this exception is not caught, or thrown on; to catch the timeout alone is not enough.",
            Cause.NotCaughtInLoop =>
                "Usually: what goes wrong with one client ends the loop: it needs a try of its own inside the loop.",
            Cause.NotCaughtInThread =>
                "Usually: a try is missing, in the thread's function or around the rest; an exception that leaves a thread "
                    + "ends the process.",
            Cause.SilentCatch => "Usually: the exception is caught, and the catch prints nothing.",
            Cause.OutputHeldBack =>
                "If your program did print: some languages hold the output back when nobody sits at a terminal. Flush it "
                    + "after each line.",
            Cause.NewlineTaken => "Usually: ReadLine took the newline away, and nothing put it back.",
            Cause.NewlineAdded => "Usually: WriteLine was used; it adds a newline of its own.",
            Cause.WholeBuffer => "Usually: the whole buffer was used, and not only as many bytes as Receive said.",
            Cause.EncodedAsUtf16 => "Usually: Encoding.Unicode was used; in .NET that name means UTF-16.",
            Cause.EncodedAsAscii => "Usually: Encoding.ASCII was used.",
            Cause.EncodedAsLatin1 => "Usually: Encoding.Latin1 was used.",
            Cause.WroteByteOrderMark =>
                "Usually: a StreamWriter with Encoding.UTF8 wrote it; new UTF8Encoding(false) writes none.",
            Cause.Reencoded =>
                "Usually: the bytes were decoded to a text, and the text was encoded again; an echo sends the bytes.",
            Cause.PrintsMessage => "Usually: the variable that is printed holds the message.",
        };

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
                $"Next: play the three steps by hand, as the statement tells; the code behind it is step 5b in {program}.",
        };

    /// <inheritdoc />
    public override string See(SeeIt way) =>
        way switch
        {
            SeeIt.ClientAlone => "See it: start your client while nobody listens.",
            SeeIt.ServerTwice => "See it: start your server twice.",
            SeeIt.CountCloses =>
                "See it: let your server print a line where it closes a client. There must be as many as clients, whatever "
                    + "becomes of them.",
            SeeIt.SendWithoutNewline => "See it: printf hei | nc 127.0.0.1 9000   sends a message without a newline.",
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
