namespace Lab.Build.Diagnosing;

/// <summary>The observation when an expectation did not hold. Each member becomes one sentence.</summary>
public enum Symptom
{
    /// <summary>A connection to the end point is refused, because nobody listens there.</summary>
    NobodyListens,

    /// <summary>The operating system completed the connection, and the server never took it from the queue.</summary>
    NeverAccepted,

    /// <summary>The server took the connection, and nothing came.</summary>
    AcceptedOnly,

    /// <summary>Nothing was printed.</summary>
    NothingPrinted,

    /// <summary>The program printed something, but not the text.</summary>
    TextNotPrinted,

    /// <summary>The connection stayed open.</summary>
    StayedOpen,

    /// <summary>The server still holds the socket of a client that has gone.</summary>
    HoldsLostClient,

    /// <summary>The bytes were not taken from the connection.</summary>
    NotReceived,

    /// <summary>Nothing came.</summary>
    NothingCame,

    /// <summary>The program closed the connection after a number of bytes.</summary>
    Closed,

    /// <summary>The program closed the connection with bytes unread, which resets it.</summary>
    ClosedUnread,

    /// <summary>The connection was reset after a number of bytes.</summary>
    WasReset,

    /// <summary>The expected bytes began to come, and then stopped.</summary>
    BeginningOnly,

    /// <summary>More than the text was printed.</summary>
    MorePrinted,

    /// <summary>Too many bytes came.</summary>
    MoreCame,

    /// <summary>Other text was printed.</summary>
    OtherPrinted,

    /// <summary>Other bytes came, from an offset on.</summary>
    OtherCame,

    /// <summary>A UDP datagram came instead of a TCP connection.</summary>
    DatagramCame,

    /// <summary>A UDP socket was bound instead of a TCP one.</summary>
    UdpBound,

    /// <summary>The program ended before a TCP connection came.</summary>
    EndedUnconnected,

    /// <summary>The program ended before it had bound a TCP socket.</summary>
    EndedUnbound,

    /// <summary>The program ended before it had listened.</summary>
    EndedWithoutListening,

    /// <summary>The program ended with its socket open.</summary>
    EndedWithOpenSocket,

    /// <summary>The program ended with its connection open.</summary>
    EndedWithOpenConnection,

    /// <summary>The program ended with its listening socket open.</summary>
    EndedWithOpenListener,

    /// <summary>The program ended without printing anything about the error.</summary>
    EndedSilently,

    /// <summary>The program ended before it had printed anything.</summary>
    EndedWithoutPrinting,

    /// <summary>The program printed something and ended, and had not printed the text.</summary>
    EndedWithoutText,

    /// <summary>The program ended.</summary>
    Ended,

    /// <summary>An unhandled exception ended the program. Its type is not known.</summary>
    Crashed,

    /// <summary>An exception ended the program. Its type and message are known.</summary>
    CrashedBy,

    /// <summary>An exception ended the program. Its type, message and place are known.</summary>
    CrashedAt,

    /// <summary>The program has run for some time without connecting.</summary>
    NeverConnected,

    /// <summary>The program still runs after some time.</summary>
    StillRuns,

    /// <summary>The other side has closed, and the program goes on receiving without end.</summary>
    ReceivesOn,

    /// <summary>The listening socket is closed while a client is served.</summary>
    ListenerClosed,

    /// <summary>The program closed its socket only after Enter was pressed.</summary>
    ClosedAfterKey,

    /// <summary>The program ended after a time that is not its timeout.</summary>
    EndedAtOtherTime,

    /// <summary>The program ended some time after its last client had come.</summary>
    EndedAfterLastClient,

    /// <summary>The program ended before this client was served.</summary>
    EndedBeforeServing,

    /// <summary>The program listened, and ended before any client had called.</summary>
    EndedBeforeCalls,

    /// <summary>The program ended when it should still have run.</summary>
    EndedTooEarly,

    /// <summary>The client tried to connect to another place.</summary>
    ConnectsElsewhere,

    /// <summary>The server listens at another place.</summary>
    ListensElsewhere,

    /// <summary>The server tried to bind to another place, which is in use.</summary>
    BindsElsewhere,

    /// <summary>Another process holds the port, and the program still runs.</summary>
    WaitsForPort,

    /// <summary>Another process holds the port.</summary>
    PortHeld,

    /// <summary>The program does not compile.</summary>
    DoesNotCompile,
}
