using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>How received bytes differ from the expected ones.</summary>
public enum DifferenceKind
{
    /// <summary>The newline at the end is missing.</summary>
    NewlineMissing,

    /// <summary>A newline was added at the end.</summary>
    NewlineAdded,

    /// <summary>Zero bytes follow, from a buffer that was not full.</summary>
    ZeroBytes,

    /// <summary>The text came in UTF-16.</summary>
    Utf16,

    /// <summary>The text came in ASCII, with a question mark for each letter that ASCII lacks.</summary>
    Ascii,

    /// <summary>The text came in Latin-1.</summary>
    Latin1,

    /// <summary>A byte order mark came first.</summary>
    ByteOrderMark,

    /// <summary>Bytes that are not UTF-8 came back as U+FFFD, because they were decoded and encoded again.</summary>
    Reencoded,

    /// <summary>Bytes that ASCII lacks became question marks or U+FFFD, because they were decoded as ASCII.</summary>
    ThroughAscii,

    /// <summary>Each byte of UTF-8 became a letter of its own, because they were decoded as Latin-1.</summary>
    ThroughLatin1,

    /// <summary>Two bytes each became one letter, because they were decoded as UTF-16.</summary>
    ThroughUtf16,

    /// <summary>An object that holds the bytes was printed, and not the text in them.</summary>
    BytesShown,

    /// <summary>The message was shown instead of the reply.</summary>
    OwnMessage,

    /// <summary>The message of another client came.</summary>
    OthersMessage,

    /// <summary>The end is missing: as many bytes as the text has more bytes than characters.</summary>
    CharactersCounted,

    /// <summary>The end is missing.</summary>
    CutShort,

    /// <summary>The end of an older message follows.</summary>
    Surplus,

    /// <summary>The same bytes came twice.</summary>
    CameTwice,

    /// <summary>Something of the program's own came in front.</summary>
    AddedInFront,

    /// <summary>Something of the program's own follows.</summary>
    AddedBehind,

    /// <summary>The bytes differ in another way.</summary>
    Other,
}

/// <summary>The difference between two rows of bytes.</summary>
/// <param name="Kind">The kind of difference.</param>
/// <param name="Offset">The first byte that differs, from 0.</param>
/// <param name="Count">The number of missing or extra bytes, if it means something for this kind.</param>
public sealed record Difference(DifferenceKind Kind, int Offset, int Count)
{
    /// <summary>
    /// The beginning of the part of the output that is most like the text, from 0. Null for bytes on a connection, which
    /// are compared from the first one on.
    /// </summary>
    public int? PartAt { get; init; }

    /// <summary>The client whose message came instead, or whose older message follows. Null if there is none.</summary>
    public Actor? Whose { get; init; }

    /// <summary>
    /// The difference between the received and the expected bytes. Null if one of them is missing, or if they have
    /// nothing in common.
    /// </summary>
    public static Difference? Between(Finding finding) =>
        finding is not { ExpectedBytes: { } expected, ReceivedBytes: { Length: > 0 } received } ? null
        : finding.Awaited == Awaited.Text ? PrintedText.Compare(expected, received, finding.OwnBytes)
        : WireBytes.Compare(expected, received, finding);
}
