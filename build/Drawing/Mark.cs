namespace Lab.Build.Drawing;

/// <summary>What a row of a ladder shows. Every mark looks different, without its colour too.</summary>
public enum Mark
{
    /// <summary>A program starts.</summary>
    Start,

    /// <summary>A program listens.</summary>
    Listen,

    /// <summary>A program tries to connect.</summary>
    Try,

    /// <summary>A connection is opened (three-way handshake: RFC 9293, section 3.5).</summary>
    Connect,

    /// <summary>A connection is refused, because nobody listens.</summary>
    Refused,

    /// <summary>A program takes a connection from the backlog.</summary>
    Accept,

    /// <summary>Bytes on a connection.</summary>
    Bytes,

    /// <summary>A UDP datagram.</summary>
    Datagram,

    /// <summary>A FIN from a side that goes on receiving (RFC 9293, section 3.6).</summary>
    HalfClose,

    /// <summary>A FIN from a side that has closed the connection.</summary>
    Fin,

    /// <summary>A reset: an RST (RFC 9293, section 3.5.2).</summary>
    Reset,

    /// <summary>A program prints.</summary>
    Print,

    /// <summary>A program prints to its standard error.</summary>
    PrintError,

    /// <summary>A socket call fails.</summary>
    Failure,

    /// <summary>A socket call ends because of its timeout.</summary>
    Timeout,

    /// <summary>A program reaches the end of its code.</summary>
    End,

    /// <summary>Enter is pressed for a program.</summary>
    Key,

    /// <summary>The process ends.</summary>
    Exit,

    /// <summary>The check gives up waiting.</summary>
    GaveUp,
}
