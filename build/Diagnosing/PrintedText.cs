using System.Globalization;
using System.Text;
using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>Compares what a program has printed with a text. A program may print anything around the text.</summary>
internal static class PrintedText
{
    // The beginnings of what a byte array prints as: in .NET, Java and Node.
    private static readonly string[] _namesOfBytes = ["System.Byte[]", "[B@", "<Buffer "];

    /// <summary>The difference between the output and the text. Null if they have nothing in common.</summary>
    /// <param name="expected">The text.</param>
    /// <param name="printed">The output.</param>
    /// <param name="own">The message that the program itself has sent. Null if there is none.</param>
    public static Difference? Compare(Bytes expected, Bytes printed, Bytes? own)
    {
        var zero = printed.AsSpan().IndexOf((byte)0);
        var whole = printed.AsSpan().IndexOf(expected.AsSpan());
        if (zero >= 0)
            return new(DifferenceKind.ZeroBytes, zero, printed.AsSpan().Count((byte)0)) { PartAt = Math.Max(0, whole) };
        if (whole >= 0)
            return new(DifferenceKind.Surplus, whole + expected.Total, printed.Total - expected.Total)
            {
                PartAt = whole,
            };
        foreach (var (form, kind) in FormsOf(expected))
        {
            if (printed.AsSpan().LastIndexOf(form) is var at and >= 0)
                return At(at, kind, expected, printed);
        }
        if (own is not null && EndsWith(own, printed) is { } sent)
            return At(sent, DifferenceKind.OwnMessage, expected, printed);
        return Resemblance.Find(expected.AsSpan(), printed.AsSpan()) is { } alike
            ? At(alike, DifferenceKind.Other, expected, printed)
            : null;
    }

    private static Difference At(int part, DifferenceKind kind, Bytes expected, Bytes printed)
    {
        var common = expected.AsSpan().CommonPrefixLength(printed.AsSpan()[part..]);
        return new(kind, part + common, 0) { PartAt = part };
    }

    // A program may log what it sends before it shows the reply, so only the last thing that it has printed counts.
    private static int? EndsWith(Bytes own, Bytes printed)
    {
        var at = printed.AsSpan().LastIndexOf(own.AsSpan());
        return at >= 0 && !Encoding.UTF8.GetString(printed.AsSpan()[(at + own.Length)..]).Any(char.IsLetterOrDigit)
            ? at
            : null;
    }

    // The forms that the text takes if its bytes are decoded wrongly, or not at all.
    private static IEnumerable<(byte[] Form, DifferenceKind Kind)> FormsOf(Bytes expected)
    {
        byte[] bytes = [.. expected];
        if (!Ascii.IsValid(bytes))
        {
            var (text, decoded) = (Encoding.UTF8.GetString(bytes), Encoding.ASCII.GetString(bytes));
            yield return (Encoding.UTF8.GetBytes(decoded), DifferenceKind.ThroughAscii);
            yield return (Encoding.UTF8.GetBytes(decoded.Replace('?', '\uFFFD')), DifferenceKind.ThroughAscii);
            yield return (Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes)), DifferenceKind.ThroughLatin1);
            yield return (Encoding.ASCII.GetBytes(text), DifferenceKind.Ascii);
            yield return (Encoding.Latin1.GetBytes(text), DifferenceKind.Latin1);
        }
        yield return (Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes)), DifferenceKind.ThroughUtf16);
        foreach (var name in _namesOfBytes.Append("b'" + PythonOf(bytes)).Concat(NumbersOf(bytes)))
            yield return (Encoding.UTF8.GetBytes(name), DifferenceKind.BytesShown);
    }

    private static string[] NumbersOf(byte[] bytes) =>
        [string.Join(' ', bytes), string.Join(", ", bytes), BitConverter.ToString(bytes)];

    private static string PythonOf(byte[] bytes) =>
        string.Concat(
            bytes.Select(value =>
                value switch
                {
                    (byte)'\n' => "\\n",
                    (byte)'\r' => "\\r",
                    (byte)'\t' => "\\t",
                    (byte)'\\' => "\\\\",
                    >= 0x20 and < 0x7F => $"{(char)value}",
                    _ => string.Create(CultureInfo.InvariantCulture, $"\\x{value:x2}"),
                }
            )
        );
}
