namespace Lab.Build.Diagnosing;

/// <summary>What is likely to have caused a finding. Each has a program in the tests that proves it.</summary>
public enum Cause
{
    /// <summary>The socket is a datagram one.</summary>
    DatagramSocket,

    /// <summary>The timeout does not reach Receive.</summary>
    TimeoutMissesReceive,

    /// <summary>The timeout does not reach Accept; ReceiveTimeout does not bound it.</summary>
    TimeoutMissesAccept,

    /// <summary>Seconds were given to something that counts milliseconds or microseconds.</summary>
    SecondsForSmallerUnit,

    /// <summary>The default of the last argument is another number than 300.</summary>
    OtherDefault,

    /// <summary>One deadline stands for the whole run, where the time has to begin anew for each client.</summary>
    OneDeadline,

    /// <summary>The host or the port is written into the program.</summary>
    FixedDestination,

    /// <summary>The server is bound to any address, a fixed one, or another port.</summary>
    OtherBinding,

    /// <summary>Connect is missing, or an exception came before it.</summary>
    ConnectMissing,

    /// <summary>Listen is missing, or comes after Accept.</summary>
    ListenMissing,

    /// <summary>The program waits for the keyboard first.</summary>
    KeyboardFirst,

    /// <summary>The program does not wait in Receive.</summary>
    ReceiveDoesNotWait,

    /// <summary>Receive is never reached: the thread was not started, or waits for something else.</summary>
    ReceiveNeverReached,

    /// <summary>ReadLine waits for a newline that this message does not have.</summary>
    WaitsForLine,

    /// <summary>Accept or Receive was called on the wrong socket.</summary>
    WrongSocket,

    /// <summary>After a client the server does not come back to Accept.</summary>
    NoWayBackToAccept,

    /// <summary>The client is served in the thread that accepts, or that thread waits for the other.</summary>
    ServedWhileAccepting,

    /// <summary>The client's socket is in a variable that all threads share.</summary>
    SocketShared,

    /// <summary>The client's socket is closed before its message was received.</summary>
    ClosedBeforeReceive,

    /// <summary>The server does not close the client, or an exception passes the close by.</summary>
    ClientNotClosed,

    /// <summary>The client does not close its socket on this path.</summary>
    SocketNotClosed,

    /// <summary>The server does not close its listening socket on this path.</summary>
    ListenerNotClosed,

    /// <summary>This exception is not caught, or thrown on.</summary>
    NotCaught,

    /// <summary>What goes wrong with one client ends the loop.</summary>
    NotCaughtInLoop,

    /// <summary>A try is missing in the thread or around the rest.</summary>
    NotCaughtInThread,

    /// <summary>The exception is caught, and the catch prints nothing.</summary>
    SilentCatch,

    /// <summary>The language keeps what is printed in a buffer.</summary>
    OutputHeldBack,

    /// <summary>ReadLine took the newline away.</summary>
    NewlineTaken,

    /// <summary>WriteLine added a newline.</summary>
    NewlineAdded,

    /// <summary>The whole buffer was used.</summary>
    WholeBuffer,

    /// <summary>Encoding.Unicode was used.</summary>
    EncodedAsUtf16,

    /// <summary>Encoding.ASCII was used.</summary>
    EncodedAsAscii,

    /// <summary>Encoding.Latin1 was used.</summary>
    EncodedAsLatin1,

    /// <summary>A StreamWriter wrote a byte order mark.</summary>
    WroteByteOrderMark,

    /// <summary>The bytes were decoded, and the text was encoded again.</summary>
    Reencoded,

    /// <summary>The variable that is printed holds the message.</summary>
    PrintsMessage,
}
