using System.Text;
using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>Compares the bytes that came on a connection with the expected ones.</summary>
internal static class WireBytes
{
    // Fewer equal bytes may be chance.
    private const int LeastInCommon = 4;

    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] _replacement = [0xEF, 0xBF, 0xBD];

    /// <summary>The difference between the bytes.</summary>
    /// <param name="expected">The bytes that were expected.</param>
    /// <param name="received">The bytes that came.</param>
    /// <param name="finding">The finding, whose timeline holds the messages of other clients.</param>
    public static Difference Compare(Bytes expected, Bytes received, Finding finding)
    {
        var offset = expected.AsSpan().CommonPrefixLength(received.AsSpan());
        var surplus = received.Total - expected.Total;
        var isBeginning = offset == Math.Min(expected.Length, received.Length);
        var other = OtherMessage(expected, received, isBeginning ? offset : 0, finding);
        var kind =
            isBeginning ? OfLengths(expected, received, offset, isOlder: other is not null)
            : other is not null ? DifferenceKind.OthersMessage
            : OfContent(expected, received);
        return new(kind, offset, Math.Abs(surplus))
        {
            Whose = kind is DifferenceKind.OthersMessage or DifferenceKind.Surplus ? other?.Who : null,
        };
    }

    private static DifferenceKind OfContent(Bytes expected, Bytes received)
    {
        var text = Encoding.UTF8.GetString(expected.AsSpan());
        bool Is(ReadOnlySpan<byte> bytes) => received.AsSpan().SequenceEqual(bytes);
        if (Is(Encoding.Unicode.GetBytes(text)) || Is(Encoding.BigEndianUnicode.GetBytes(text)))
            return DifferenceKind.Utf16;
        if (Is(Encoding.ASCII.GetBytes(text)))
            return DifferenceKind.Ascii;
        if (Is(Encoding.Latin1.GetBytes(text)))
            return DifferenceKind.Latin1;
        if (Is(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(expected.AsSpan()))))
            return DifferenceKind.ThroughAscii;
        if (Is(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(expected.AsSpan()))))
            return DifferenceKind.ThroughLatin1;
        if (Is([.. _byteOrderMark, .. expected]))
            return DifferenceKind.ByteOrderMark;
        if (received.AsSpan().IndexOf(_replacement) >= 0 && expected.AsSpan().IndexOf(_replacement) < 0)
            return DifferenceKind.Reencoded;
        return expected.Length > 0 && received.AsSpan().IndexOf(expected.AsSpan()) > 0
            ? DifferenceKind.AddedInFront
            : DifferenceKind.Other;
    }

    // The kept bytes of one are the beginning of the other, so only the total numbers show the difference.
    private static DifferenceKind OfLengths(Bytes expected, Bytes received, int offset, bool isOlder) =>
        (received.Total - expected.Total) switch
        {
            < 0 when EndsInNewline(expected, offset) => DifferenceKind.NewlineMissing,
            < 0 when received.Total == CharactersIn(expected) => DifferenceKind.CharactersCounted,
            < 0 => DifferenceKind.CutShort,
            > 0 when EndsInNewline(received, offset) => DifferenceKind.NewlineAdded,
            > 0 when EndsInZeros(received, offset) => DifferenceKind.ZeroBytes,
            > 0 when received.AsSpan()[offset..].SequenceEqual(expected.AsSpan()) => DifferenceKind.CameTwice,
            > 0 => isOlder ? DifferenceKind.Surplus : DifferenceKind.AddedBehind,
            0 => DifferenceKind.Other,
        };

    private static int? CharactersIn(Bytes bytes) =>
        bytes.Length == bytes.Total && System.Text.Unicode.Utf8.IsValid(bytes.AsSpan())
            ? Encoding.UTF8.GetCharCount(bytes.AsSpan())
            : null;

    private static bool EndsInZeros(Bytes bytes, int offset) =>
        bytes.Length > offset && !bytes.AsSpan()[offset..].ContainsAnyExcept((byte)0);

    private static bool EndsInNewline(Bytes bytes, int offset) =>
        bytes.Total == bytes.Length && bytes.AsSpan()[offset..] is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];

    // A buffer that is used again holds an older message, and one that threads share holds another client's. Both lie
    // in it from the same place on.
    private static Entry? OtherMessage(Bytes expected, Bytes received, int from, Finding finding)
    {
        bool IsIn(Entry entry)
        {
            var sent = entry.Bytes!.AsSpan();
            var came = received.AsSpan();
            var common = sent.Length > from && came.Length > from ? sent[from..].CommonPrefixLength(came[from..]) : 0;
            return common > 0
                && from + common >= Math.Min(sent.Length, came.Length)
                && from + common >= LeastInCommon
                && !sent.SequenceEqual(expected.AsSpan());
        }
        return finding.Timeline.LastOrDefault(entry =>
            entry is { What: Happening.Send, Bytes: not null }
            && entry.Who.Role == Role.Client
            && entry.Who != finding.Who
            && IsIn(entry)
        );
    }
}
