namespace Lab.Build.Diagnosing;

/// <summary>What was observed where an expectation did not hold: one member for each sentence.</summary>
public enum Symptom
{
    /// <summary>A connection to the place is refused: nobody listens there.</summary>
    NobodyListens,

    /// <summary>The operating system completed the connection, and the server never took it from the queue.</summary>
    NeverAccepted,

    /// <summary>Nothing was printed.</summary>
    NothingPrinted,

    /// <summary>The connection stayed open.</summary>
    StayedOpen,

    /// <summary>The server still holds the socket of a client that has gone.</summary>
    HoldsLostClient,

    /// <summary>The bytes were not taken from the connection.</summary>
    NotReceived,

    /// <summary>Nothing came.</summary>
    NothingCame,

    /// <summary>The program closed the connection after so many bytes.</summary>
    Closed,

    /// <summary>The program closed the connection with bytes unread, which resets it.</summary>
    ClosedUnread,

    /// <summary>The connection was reset after so many bytes.</summary>
    WasReset,

    /// <summary>So many bytes of the right beginning came, then nothing more.</summary>
    BeginningOnly,

    /// <summary>More than the text was printed.</summary>
    MorePrinted,

    /// <summary>So many bytes too many came.</summary>
    MoreCame,

    /// <summary>Other text was printed.</summary>
    OtherPrinted,

    /// <summary>Other bytes came, from some offset on.</summary>
    OtherCame,

    /// <summary>A UDP datagram came instead of a TCP connection.</summary>
    DatagramCame,

    /// <summary>A UDP socket was bound instead of a TCP one.</summary>
    UdpBound,

    /// <summary>The program ended, and no TCP connection had come.</summary>
    EndedUnconnected,

    /// <summary>The program ended, and no TCP socket had been bound.</summary>
    EndedUnbound,

    /// <summary>The program ended, and had not listened.</summary>
    EndedWithoutListening,

    /// <summary>The program ended with its socket open.</summary>
    EndedWithOpenSocket,

    /// <summary>The program ended with its connection open.</summary>
    EndedWithOpenConnection,

    /// <summary>The program ended with its listening socket open.</summary>
    EndedWithOpenListener,

    /// <summary>The program ended without a word.</summary>
    EndedSilently,

    /// <summary>The program ended, and nothing was printed.</summary>
    EndedWithoutPrinting,

    /// <summary>The program ended.</summary>
    Ended,

    /// <summary>An exception that nobody handled ended the program; which one is not known.</summary>
    Crashed,

    /// <summary>An exception ended the program whose type and message are known.</summary>
    CrashedBy,

    /// <summary>An exception ended the program whose type, message and place are known.</summary>
    CrashedAt,

    /// <summary>The program has run for so long without connecting.</summary>
    NeverConnected,

    /// <summary>The program still runs after so long.</summary>
    StillRuns,

    /// <summary>The program ended after so long, which is not its timeout.</summary>
    EndedAtOtherTime,

    /// <summary>The program ended so long after its last client had come.</summary>
    EndedAfterLastClient,

    /// <summary>The program ended before this client was served.</summary>
    EndedBeforeServing,

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
