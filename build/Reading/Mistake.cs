namespace Lab.Build.Reading;

/// <summary>A mistake in a program's source that explains what was found at a step.</summary>
public enum Mistake
{
    /// <summary>A number of seconds is given to something that counts milliseconds.</summary>
    SecondsForMilliseconds,

    /// <summary>A number of seconds is given to something that counts microseconds.</summary>
    SecondsForMicroseconds,

    /// <summary>A number of milliseconds is given to something that counts microseconds.</summary>
    MillisecondsForMicroseconds,

    /// <summary>The number is too large for the unit that it is given in.</summary>
    TooLargeForUnit,

    /// <summary>A timeout is a fixed number.</summary>
    FixedTimeout,

    /// <summary>The variable with the timeout is never used.</summary>
    TimeoutNeverUsed,

    /// <summary>Only the sending is limited.</summary>
    TimeoutForSendingOnly,

    /// <summary>ReceiveTimeout is set on the listening socket, and nothing limits Accept.</summary>
    ReceiveTimeoutOnListener,

    /// <summary>The default of the timeout is another number than 300.</summary>
    OtherDefaultTimeout,

    /// <summary>The host is written out.</summary>
    FixedHost,

    /// <summary>The port is not the one of the argument.</summary>
    FixedPort,

    /// <summary>The socket is bound to every address.</summary>
    AnyAddress,

    /// <summary>A thread or a task is made and never started.</summary>
    ThreadNeverStarted,

    /// <summary>The loop waits for the thread.</summary>
    ThreadAwaited,

    /// <summary>Text is sent in another encoding than UTF-8.</summary>
    WrongEncoding,

    /// <summary>Bytes are shown in another encoding than UTF-8.</summary>
    WrongDecoding,

    /// <summary>A writer puts a byte order mark in front.</summary>
    ByteOrderMark,

    /// <summary>The whole buffer is decoded.</summary>
    WholeBufferDecoded,

    /// <summary>The whole buffer is sent.</summary>
    WholeBufferSent,

    /// <summary>Characters are counted where bytes are needed.</summary>
    CharactersForBytes,

    /// <summary>The buffer is too small for the reply.</summary>
    SmallBuffer,

    /// <summary>The buffer is printed, and not its text.</summary>
    BufferPrinted,

    /// <summary>The bytes are decoded, and the text is encoded again.</summary>
    DecodedEcho,

    /// <summary>The newline is trimmed.</summary>
    Trimmed,

    /// <summary>A line is read from a connection.</summary>
    LineRead,

    /// <summary>A line is written to a connection.</summary>
    LineWritten,

    /// <summary>A newline is sent as well.</summary>
    NewlineAppended,

    /// <summary>The letters are changed before they are sent.</summary>
    LettersChanged,

    /// <summary>The message is written out.</summary>
    FixedMessage,

    /// <summary>The message is printed, and not the reply.</summary>
    MessagePrinted,

    /// <summary>That 0 was received is not looked at.</summary>
    EndNotNoticed,

    /// <summary>The program does not wait if nothing has come yet.</summary>
    AvailableAsked,

    /// <summary>The socket does not block.</summary>
    NotBlocking,

    /// <summary>A writer is never flushed.</summary>
    WriterNotFlushed,

    /// <summary>The socket is never closed.</summary>
    NeverClosed,

    /// <summary>The socket is closed at the end of a try only.</summary>
    ClosedOnlyInTry,

    /// <summary>The socket is closed on a condition only.</summary>
    ClosedOnCondition,

    /// <summary>The program exits before the socket is closed.</summary>
    ExitBeforeClose,

    /// <summary>A return comes before the close.</summary>
    ReturnBeforeClose,

    /// <summary>The close comes after an endless loop.</summary>
    CloseNeverReached,

    /// <summary>A catch prints nothing.</summary>
    SilentCatch,

    /// <summary>A catch takes another type.</summary>
    CatchesOtherType,

    /// <summary>A filter lets the exception through.</summary>
    FilterLetsThrough,

    /// <summary>A catch throws the exception on.</summary>
    ThrownOn,

    /// <summary>There is no try around the statement.</summary>
    NotInTry,

    /// <summary>A catch in the loop ends the loop or the program.</summary>
    LeavesLoopInCatch,

    /// <summary>The only try is around the loop.</summary>
    TryAroundLoop,

    /// <summary>A thread is started twice.</summary>
    ThreadStartedTwice,

    /// <summary>The loop that accepts serves the client itself.</summary>
    ServedInLoop,

    /// <summary>A lock is held while a client is served.</summary>
    LockAroundService,

    /// <summary>All threads share the variable with the socket.</summary>
    SharedSocket,

    /// <summary>All threads share a buffer.</summary>
    SharedBuffer,

    /// <summary>All threads share a variable.</summary>
    SharedVariable,

    /// <summary>The socket is a datagram socket.</summary>
    DatagramSocket,

    /// <summary>The socket never listens.</summary>
    ListenMissing,

    /// <summary>The socket listens after it should have accepted.</summary>
    ListenTooLate,

    /// <summary>The socket listens before it is bound.</summary>
    ListenBeforeBind,

    /// <summary>A client is accepted once.</summary>
    AcceptOutsideLoop,

    /// <summary>The loop ends after some clients.</summary>
    LoopEnds,

    /// <summary>The listening socket is closed in the loop.</summary>
    ListenerClosedInLoop,

    /// <summary>The socket is bound again for each client.</summary>
    BoundInLoop,

    /// <summary>The listening socket is used for a client.</summary>
    ListenerUsedForClient,

    /// <summary>The loop asks whether the listening socket is connected.</summary>
    ListenerNeverConnected,

    /// <summary>A thread closes the listening socket.</summary>
    ListenerClosedByThread,

    /// <summary>The program waits for the keyboard.</summary>
    KeyAwaited,

    /// <summary>The socket is closed before it is used for the last time.</summary>
    ClosedTooEarly,

    /// <summary>A linger time of 0 makes Close reset the connection.</summary>
    LingerOfZero,

    /// <summary>A text of the program's own is sent as well.</summary>
    TextAdded,

    /// <summary>A BinaryWriter puts the length in front of the text.</summary>
    LengthWritten,

    /// <summary>A thread sends to the clients in a list that all threads share.</summary>
    SharedList,
}
