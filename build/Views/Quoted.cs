using System.Globalization;
using System.Text;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>
/// Shows bytes in a form that people can read: valid UTF-8 as text, and other bytes as escapes. The program's control
/// characters never reach the terminal.
/// </summary>
public static class Quoted
{
    // No line shows more, and a message may have very many.
    private const int MostBytes = 256;

    /// <summary>The bytes from the beginning, in quotes, cut at the end to fit.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="width">The number of columns between the quotes.</param>
    /// <param name="isAscii">Whether every character outside ASCII is escaped.</param>
    public static string Text(Bytes bytes, int width = 48, bool isAscii = false)
    {
        var first = bytes.AsSpan()[..Math.Min(bytes.Length, MostBytes)];
        return Window(new Bytes(first, bytes.Total), 0, width, isAscii).Text;
    }

    /// <summary>The bytes around one of them, in quotes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="focus">
    /// The position of the byte to show, from 0. The number of bytes stands for the place behind the last byte.
    /// </param>
    /// <param name="width">The number of columns between the quotes.</param>
    /// <param name="isAscii">Whether every character outside ASCII is escaped.</param>
    /// <returns>
    /// The text and the column of the focus. Cuts are marked outside the quotes, with the number of hidden bytes.
    /// </returns>
    public static (string Text, int Column) Window(Bytes bytes, int focus, int width, bool isAscii = false)
    {
        var cells = Cells(bytes, isAscii);
        var at = cells.FindIndex(cell => cell.Start + cell.Length > focus);
        if (at < 0)
            at = cells.Count;
        var first = at;
        for (var room = width * 2 / 3; first > 0 && room >= cells[first - 1].Width; first--)
            room -= cells[first - 1].Width;
        var end = first;
        for (var room = width; end < cells.Count && room >= cells[end].Width; end++)
            room -= cells[end].Width;

        var hiddenBefore = first < cells.Count ? cells[first].Start : bytes.Length;
        var hiddenAfter = bytes.Total - (end < cells.Count ? cells[end].Start : bytes.Length);
        var before = hiddenBefore > 0 ? $"({Number(hiddenBefore)}…) " : "";
        var after = hiddenAfter > 0 ? $" (…{Number(hiddenAfter)})" : "";
        var shown = string.Concat(cells[first..end].Select(cell => cell.Text));
        var column = before.Length + 1 + cells[first..at].Sum(cell => cell.Width);
        return ($"{before}\"{shown}\"{after}", column);
    }

    /// <summary>A text of the program with its control characters escaped.</summary>
    public static string Escape(string text) => Escape(text, isAscii: false);

    /// <summary>A text of the program with its control characters escaped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAscii">Whether every character outside ASCII is escaped too.</param>
    public static string Escape(string text, bool isAscii)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            escaped.Append(Escape(rune, quote: false, isAscii));
        return escaped.ToString();
    }

    private sealed record Cell(int Start, int Length, string Text)
    {
        public int Width { get; } = Layout.WidthOf(Text);
    }

    private static List<Cell> Cells(Bytes bytes, bool isAscii)
    {
        var cells = new List<Cell>();
        for (var at = 0; at < bytes.Length; )
        {
            var status = Rune.DecodeFromUtf8(bytes.AsSpan()[at..], out var rune, out var length);
            var text =
                status == System.Buffers.OperationStatus.Done
                    ? Escape(rune, quote: true, isAscii)
                    : string.Concat(bytes.Skip(at).Take(length).Select(Hex));
            cells.Add(new(at, length, text));
            at += length;
        }
        return cells;
    }

    private static string Escape(Rune rune, bool quote, bool isAscii) =>
        rune.Value switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            0 => "\\0",
            '"' when quote => "\\\"",
            '\\' when quote => "\\\\",
            > 0x7f when isAscii => string.Concat(Encoding.UTF8.GetBytes($"{rune}").Select(Hex)),
            // Format and private characters can reverse a line or be invisible in it.
            _ => Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.OtherNotAssigned
                ? rune.Value < 0x100
                    ? Hex((byte)rune.Value)
                    : $"\\u{{{rune.Value:x}}}"
                : rune.ToString(),
        };

    private static string Hex(byte value) => $"\\x{value:x2}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
