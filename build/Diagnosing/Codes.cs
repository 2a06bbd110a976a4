using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>What a row of bytes is.</summary>
public enum RowKind
{
    /// <summary>What the probe sent.</summary>
    Sent,

    /// <summary>What should have come.</summary>
    Expected,

    /// <summary>What came.</summary>
    Received,
}

/// <summary>A row of bytes, for the eye.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record Row(RowKind Kind, Bytes Bytes)
{
    /// <summary>The rows that show what was found: none where it is not about bytes.</summary>
    public static ValueList<Row> Of(Finding finding)
    {
        // If bytes are awaited, the bytes that were sent are the same as the expected ones.
        ValueList<Row> sent = finding is { Sent: { Length: > 0 } bytes, Awaited: not Awaited.Bytes }
            ? [new(RowKind.Sent, bytes)]
            : [];
        return finding.ExpectedBytes is { } expected
            ? [.. sent, new(RowKind.Expected, expected), new(RowKind.Received, finding.ReceivedBytes ?? new([], 0))]
            : sent;
    }
}

/// <summary>What to do next.</summary>
public enum NextAction
{
    /// <summary>Work on the step that failed.</summary>
    MendStep,

    /// <summary>Nothing of a client is there yet: write the steps up to Connect, by which its socket shows.</summary>
    BeginClient,

    /// <summary>Nothing of a server is there yet: write the steps up to Bind, by which its socket shows.</summary>
    BeginServer,

    /// <summary>Play the practical's acceptance by hand, and look at the step behind it.</summary>
    PlayByHand,
}

/// <summary>How to see oneself what was found.</summary>
public enum SeeIt
{
    /// <summary>Start the client while nobody listens.</summary>
    ClientAlone,

    /// <summary>Start the server twice.</summary>
    ServerTwice,

    /// <summary>Let the server print a line whenever it closes a client, and count.</summary>
    CountCloses,

    /// <summary>Send a message without a newline by netcat.</summary>
    SendWithoutNewline,

    /// <summary>Listen with netcat, and start the client.</summary>
    ListenByNetcat,

    /// <summary>Start the server, and call it with netcat.</summary>
    CallByNetcat,
}
