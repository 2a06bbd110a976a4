using System.Runtime.InteropServices;
using System.Text;

namespace Lab.Harness;

/// <summary>What a program printed: read for ever, stored up to a limit.</summary>
public sealed partial class CapturedOutput
{
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
    public bool Shows(string text)
    {
        var bytes = Bytes.AsSpan();
        return bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
            || bytes.IndexOf(_platform.GetBytes(text)) >= 0
            || IsUtf16(bytes) && Text.Contains(text, StringComparison.Ordinal);
    }

    // Every second byte is zero in most languages, and no other is: in a buffer that is printed whole, all are.
    private static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        var zeros = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != 0)
                continue;
            if (at % 2 == 0)
                return false;
            zeros++;
        }
        return zeros > bytes.Length / 4;
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
