using System.Runtime.InteropServices;
using System.Text;

namespace Lab.Harness;

/// <summary>What a program printed: read for ever, stored up to a limit.</summary>
public sealed partial class CapturedOutput
{
    /// <summary>How many characters of a line a finding holds at most: far more than a view has room for.</summary>
    public const int LongestLine = 400;

    private const int MostStored = 1 << 20;
    private static readonly Encoding _strictUtf8 = new UTF8Encoding(false, true);
    private static readonly Encoding _platform = PlatformEncoding();

    private readonly CapturedBytes _stored = new(MostStored);

    /// <summary>The bytes as they came, the first megabyte of them.</summary>
    public byte[] Bytes => _stored.ToArray();

    /// <summary>Whether anything came.</summary>
    public bool HasAny => _stored.HasAny;

    /// <summary>
    /// The bytes as text: UTF-8, or, where they are none, the console's own code page (on Windows the OEM one: a .NET
    /// program whose output is redirected prints in it); or UTF-16, which a program may have chosen for its console.
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
    public bool Shows(string text) =>
        _stored.Contains(Encoding.UTF8.GetBytes(text))
        || _stored.Contains(_platform.GetBytes(text))
        || _stored.Contains(Encoding.Unicode.GetBytes(text)) && IsUtf16(Bytes);

    // Many letters have a zero as their second byte there, and nobody else prints a zero behind a letter: what comes too
    // much where a buffer is printed whole is zeros only.
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

    /// <summary>A line as a finding holds it: one that is too long is cut, and ends in an ellipsis.</summary>
    internal static string Shortened(string line)
    {
        if (line.Length <= LongestLine)
            return line;
        // Half of a surrogate pair is no text.
        var kept = LongestLine - 1;
        return line[..(char.IsHighSurrogate(line[kept - 1]) ? kept - 1 : kept)] + "…";
    }

    internal bool Add(ReadOnlySpan<byte> bytes) => _stored.Add(bytes);

    // The system's OEM code page, not the user's: a program without a console of its own gets that one.
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
