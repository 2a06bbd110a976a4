using System.Runtime.InteropServices;
using System.Text;

namespace Lab.Harness;

/// <summary>The output of a program. It is read until its end and stored up to a limit.</summary>
public sealed partial class CapturedOutput
{
    /// <summary>The largest number of characters of a line in a finding: far more than a view has room for.</summary>
    public const int LongestLine = 400;

    private const int MostStored = 1 << 20;
    private static readonly Encoding _strictUtf8 = new UTF8Encoding(false, true);
    private static readonly Encoding _platform = PlatformEncoding();

    // Outside Windows both are the same, and one search is enough.
    private static readonly Encoding[] _usual = [.. new[] { Encoding.UTF8, _platform }.Distinct()];

    private readonly CapturedBytes _stored = new(MostStored);

    /// <summary>The first megabyte of the output, as bytes.</summary>
    public byte[] Bytes => _stored.ToArray();

    /// <summary>Whether the program has printed anything.</summary>
    public bool HasAny => Count > 0;

    /// <summary>
    /// The output as text. It is decoded as UTF-16 if it looks like that, because a program may choose this encoding
    /// for its console; else as UTF-8; and if it is not valid UTF-8, in the console's own code page (on Windows the OEM
    /// code page, in which a .NET program prints when its output is redirected).
    /// </summary>
    public string Text
    {
        get
        {
            var bytes = Bytes;
            if (IsUtf16(bytes))
                return Encoding.Unicode.GetString(bytes);
            try
            {
                return _strictUtf8.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                return _platform.GetString(bytes);
            }
        }
    }

    /// <summary>Whether <paramref name="text"/> was printed, in UTF-8 or in the console's own code page.</summary>
    public bool Shows(string text) => ShowsInOrder([text]);

    /// <summary>
    /// Whether every line of <paramref name="text"/> was printed, in order. Anything may stand between the lines, because
    /// a program may print each with words of its own, and newlines differ between systems.
    /// </summary>
    public bool ShowsLines(string text) => ShowsInOrder(text.Split('\n'));

    private bool ShowsInOrder(string[] texts)
    {
        bool Shows(Encoding encoding) => _stored.ContainsInOrder(texts.Select(encoding.GetBytes));
        return _usual.Any(Shows) || Shows(Encoding.Unicode) && IsUtf16(Bytes);
    }

    /// <summary>The number of bytes that the program has printed, up to a megabyte.</summary>
    public int Count => _stored.Count;

    // Many letters have a zero as their second byte in UTF-16, and no other encoding has a zero after a letter. A
    // buffer that is printed whole adds zeros only.
    private static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)0))
            return false;
        var (latin, others) = (0, 0);
        foreach (var unit in MemoryMarshal.Cast<byte, ushort>(bytes))
        {
            if (unit > 0xFF)
                others++;
            else if (unit > 0)
                latin++;
        }
        return latin > others / 3;
    }

    /// <summary>The form of a line in a finding. A line that is too long is cut, and ends with an ellipsis.</summary>
    public static string Shortened(string line)
    {
        if (line.Length <= LongestLine)
            return line;
        // A surrogate pair must not be cut in half.
        var kept = LongestLine - 1;
        return line[..(char.IsHighSurrogate(line[kept - 1]) ? kept - 1 : kept)] + "…";
    }

    internal bool Add(ReadOnlySpan<byte> bytes) => _stored.Add(bytes);

    // The system's OEM code page counts, not the user's: a program without a console of its own gets this one.
    private static Encoding PlatformEncoding()
    {
        if (!OperatingSystem.IsWindows())
            return Encoding.UTF8;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding((int)GetOemCodePage());
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }

    [LibraryImport("kernel32.dll", EntryPoint = "GetOEMCP")]
    private static partial uint GetOemCodePage();
}
