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

    private static DifferenceKind KindOf(byte[] expected, byte[] received, int offset)
    {
        var text = Encoding.UTF8.GetString(expected);
        bool Is(Encoding encoding) => received.AsSpan().SequenceEqual(encoding.GetBytes(text));
        if (offset == received.Length)
            return IsNewline(expected[offset..]) ? DifferenceKind.NewlineMissing : DifferenceKind.CutShort;
        if (offset == expected.Length)
            return OfSurplus(received[offset..]);
        if (Is(Encoding.Unicode) || Is(Encoding.BigEndianUnicode))
            return DifferenceKind.Utf16;
        if (Is(Encoding.ASCII))
            return DifferenceKind.Ascii;
        if (Is(Encoding.Latin1))
            return DifferenceKind.Latin1;
        if (received.AsSpan().StartsWith(_byteOrderMark) && received.AsSpan(3).SequenceEqual(expected))
            return DifferenceKind.ByteOrderMark;
        return received.AsSpan().IndexOf(_replacement) >= 0 && expected.AsSpan().IndexOf(_replacement) < 0
            ? DifferenceKind.Reencoded
            : DifferenceKind.Other;
    }

    private static DifferenceKind OfSurplus(byte[] surplus) =>
        IsNewline(surplus) ? DifferenceKind.NewlineAdded
        : surplus.All(value => value == 0) ? DifferenceKind.ZeroBytes
        : DifferenceKind.Surplus;

    private static bool IsNewline(byte[] bytes) => bytes is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];

    // A program may print anything around the text.
    private static Difference OfText(byte[] expected, byte[] printed, byte[]? own)
    {
        var zero = Array.IndexOf(printed, (byte)0);
        if (zero >= 0)
            return new(DifferenceKind.ZeroBytes, zero, printed.Count(value => value == 0));
        if (printed.AsSpan().IndexOf(expected) >= 0)
            return new(DifferenceKind.Surplus, expected.Length, printed.Length - expected.Length);
        var isOwn = own is not null && printed.AsSpan().IndexOf(own) >= 0;
        return new(isOwn ? DifferenceKind.OwnMessage : DifferenceKind.Other, 0, 0);
    }
}
