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
    /// program whose output is redirected prints in it).
    /// </summary>
    public string Text
    {
        get
        {
            var bytes = Bytes;
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
        return bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(_platform.GetBytes(text)) >= 0;
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
