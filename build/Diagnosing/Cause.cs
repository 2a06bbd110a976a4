namespace Lab.Build.Diagnosing;

/// <summary>The likely cause of a finding. For each one, the tests have a program that proves it.</summary>
public enum Cause
{
    /// <summary>The socket is a datagram socket.</summary>
    DatagramSocket,

    /// <summary>The timeout does not reach Receive.</summary>
    TimeoutMissesReceive,

    /// <summary>The timeout does not reach Accept; ReceiveTimeout does not bound it.</summary>
    TimeoutMissesAccept,

    /// <summary>The program passes seconds to something that counts milliseconds or microseconds.</summary>
    SecondsForSmallerUnit,

    /// <summary>The default of the last argument is not 300.</summary>
    OtherDefault,

    /// <summary>One deadline is used for the whole run, but the time must begin again for each client.</summary>
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

    /// <summary>The server does not come back to Accept after a client.</summary>
    NoWayBackToAccept,

    /// <summary>
    /// The client is served in the thread that accepts, or that thread waits for the thread that serves.
    /// </summary>
    ServedWhileAccepting,

    /// <summary>The client's socket is in a variable that all threads share.</summary>
    SocketShared,

    /// <summary>The client's socket is closed before its message was received.</summary>
    ClosedBeforeReceive,

    /// <summary>The server does not close the client's socket, or an exception jumps over the close.</summary>
    ClientNotClosed,

    /// <summary>The client does not close its socket on this path.</summary>
    SocketNotClosed,

    /// <summary>The server does not close its listening socket on this path.</summary>
    ListenerNotClosed,

    /// <summary>This exception is not caught, or it is thrown again.</summary>
    NotCaught,

    /// <summary>An error with one client ends the loop.</summary>
    NotCaughtInLoop,

    /// <summary>A try is missing in the thread or around the rest.</summary>
    NotCaughtInThread,

    /// <summary>The exception is caught, and the catch prints nothing.</summary>
    SilentCatch,

    /// <summary>The language keeps output in a buffer.</summary>
    OutputHeldBack,

    /// <summary>ReadLine removed the newline.</summary>
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

    /// <summary>The bytes themselves were printed, and not the text in them.</summary>
    BytesNotDecoded,

    /// <summary>The number of characters was used where the number of bytes is meant.</summary>
    CharactersForBytes,

    /// <summary>The program puts something of its own around the message.</summary>
    AddsToMessage,

    /// <summary>All threads share one buffer or one message.</summary>
    BufferShared,

    /// <summary>Send is missing or comes too late, or a writer keeps the text until it is flushed.</summary>
    NothingSent,

    /// <summary>Close resets the connection: it has bytes unread, or the linger option of 0 seconds.</summary>
    ResetByClose,

    /// <summary>A lock makes the threads wait for each other.</summary>
    ThreadsWait,

    /// <summary>An exception ended the thread that serves a client.</summary>
    ThreadDied,

    /// <summary>The timeout fires, and the loop goes on.</summary>
    TimeoutSwallowed,

    /// <summary>The program needs arguments that have a default.</summary>
    NeedsAllArguments,

    /// <summary>The program took more memory than there is.</summary>
    OutOfMemory,
}
