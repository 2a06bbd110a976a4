using System.Text;
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

    /// <summary>The message was shown instead of the reply.</summary>
    OwnMessage,

    /// <summary>The end is missing.</summary>
    CutShort,

    /// <summary>More bytes follow.</summary>
    Surplus,

    /// <summary>The bytes differ in another way.</summary>
    Other,
}

/// <summary>The difference between two rows of bytes.</summary>
/// <param name="Kind">The kind of difference.</param>
/// <param name="Offset">The first byte that differs, from 0.</param>
/// <param name="Count">The number of missing or extra bytes, if it means something for this kind.</param>
public sealed record Difference(DifferenceKind Kind, int Offset, int Count)
{
    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] _replacement = [0xEF, 0xBF, 0xBD];

    /// <summary>The difference between the received and the expected bytes. Null if one of them is missing.</summary>
    public static Difference? Between(Finding finding)
    {
        if (finding is not { ExpectedBytes: { } expected, ReceivedBytes: { Length: > 0 } received })
            return null;
        return finding.Awaited == Awaited.Text
            ? OfText(expected, received, finding.OwnBytes)
            : OfBytes(expected, received);
    }

    private static Difference OfBytes(Bytes expected, Bytes received)
    {
        var offset = expected.AsSpan().CommonPrefixLength(received.AsSpan());
        var surplus = received.Total - expected.Total;
        return new(KindOf(expected, received, offset), offset, Math.Abs(surplus));
    }

    private static DifferenceKind KindOf(Bytes expected, Bytes received, int offset)
    {
        var text = Encoding.UTF8.GetString(expected.AsSpan());
        bool Is(Encoding encoding) => received.AsSpan().SequenceEqual(encoding.GetBytes(text));
        if (offset == Math.Min(expected.Length, received.Length))
            return OfLengths(expected, received, offset);
        if (Is(Encoding.Unicode) || Is(Encoding.BigEndianUnicode))
            return DifferenceKind.Utf16;
        if (Is(Encoding.ASCII))
            return DifferenceKind.Ascii;
        if (Is(Encoding.Latin1))
            return DifferenceKind.Latin1;
        if (received.AsSpan().StartsWith(_byteOrderMark) && received.AsSpan()[3..].SequenceEqual(expected.AsSpan()))
            return DifferenceKind.ByteOrderMark;
        return received.AsSpan().IndexOf(_replacement) >= 0 && expected.AsSpan().IndexOf(_replacement) < 0
            ? DifferenceKind.Reencoded
            : DifferenceKind.Other;
    }

    // The kept bytes of one are the beginning of the other, so only the total numbers show the difference.
    private static DifferenceKind OfLengths(Bytes expected, Bytes received, int offset) =>
        (received.Total - expected.Total) switch
        {
            < 0 => EndsInNewline(expected, offset) ? DifferenceKind.NewlineMissing : DifferenceKind.CutShort,
            > 0 when EndsInNewline(received, offset) => DifferenceKind.NewlineAdded,
            > 0 when EndsInZeros(received, offset) => DifferenceKind.ZeroBytes,
            > 0 => DifferenceKind.Surplus,
            0 => DifferenceKind.Other,
        };

    private static bool EndsInZeros(Bytes bytes, int offset) =>
        bytes.Length > offset && !bytes.AsSpan()[offset..].ContainsAnyExcept((byte)0);

    private static bool EndsInNewline(Bytes bytes, int offset) =>
        bytes.Total == bytes.Length && bytes.AsSpan()[offset..] is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];

    // A program may print anything around the text.
    private static Difference OfText(Bytes expected, Bytes printed, Bytes? own)
    {
        var zero = printed.AsSpan().IndexOf((byte)0);
        if (zero >= 0)
            return new(DifferenceKind.ZeroBytes, zero, printed.AsSpan().Count((byte)0));
        if (printed.AsSpan().IndexOf(expected.AsSpan()) >= 0)
            return new(DifferenceKind.Surplus, expected.Total, printed.Total - expected.Total);
        var isOwn = own is not null && printed.AsSpan().IndexOf(own.AsSpan()) >= 0;
        return new(isOwn ? DifferenceKind.OwnMessage : DifferenceKind.Other, 0, 0);
    }
}
