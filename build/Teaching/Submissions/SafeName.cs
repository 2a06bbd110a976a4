using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Makes names of folders that every system allows.</summary>
internal static partial class SafeName
{
    private const int Longest = 60;
    private const int BytesOfHash = 4;

    /// <summary>
    /// The text itself if it can be the name of a folder. Otherwise it is as much of it as can, with a hash of the whole
    /// text, so that two texts never share a name.
    /// </summary>
    public static string Of(string text)
    {
        var allowed = NotAllowed().Replace(text.Normalize(), "-").Trim('.', '-', ' ');
        if (allowed.Length > Longest)
            allowed = allowed[..Longest];
        if (allowed == text && !Reserved().IsMatch(allowed) && text.Length > 0)
            return text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, BytesOfHash));
        return allowed.Length == 0 ? hash : $"{allowed}-{hash}";
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}\p{M}._@+\- ]")]
    private static partial Regex NotAllowed();

    // Windows takes these names for devices, whatever follows a dot: "Naming Files, Paths, and Namespaces".
    [GeneratedRegex(@"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
