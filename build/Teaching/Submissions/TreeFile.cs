namespace Lab.Build.Teaching.Submissions;

/// <summary>A file of a submission, wherever it lies: on the disk, in an archive, or in a commit.</summary>
/// <param name="Path">Its path in the submission, with slashes.</param>
/// <param name="IsRegular">False for what stands for something elsewhere, such as a symbolic link or a submodule.</param>
/// <param name="Length">Gives the number of its bytes, as the submission claims it.</param>
/// <param name="Open">Opens it.</param>
internal sealed record TreeFile(string Path, bool IsRegular, Func<long> Length, Func<Stream> Open)
{
    // A pointer stands for a file that git LFS keeps elsewhere: git-lfs, docs/spec.md.
    private static ReadOnlySpan<byte> PointerOfLfs => "version https://git-lfs.github.com/spec/"u8;

    /// <summary>The path on this machine. Null if the file lies in an archive or in a commit.</summary>
    public string? OnDisk { get; init; }

    /// <summary>The name of its content: the same content in git has the same one. Null without git.</summary>
    public string? Content { get; init; }

    /// <summary>The file's name.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder of the file, with a slash at its end. Empty at the top.</summary>
    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];

    /// <summary>Reads the whole file. Null if it is larger than the limit, whatever length it claims.</summary>
    public byte[]? Read(int limit)
    {
        if (Length() is var length && (length == 0 || length > limit))
            return length == 0 ? [] : null;
        using var stream = Open();
        var bytes = new byte[limit + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count > limit ? null : bytes[..count];
    }

    /// <summary>Whether the bytes are a pointer of git LFS.</summary>
    public static bool IsPointer(ReadOnlySpan<byte> bytes) => bytes.StartsWith(PointerOfLfs);
}

/// <summary>The paths in submissions.</summary>
internal static class TreePath
{
    private const string Forbidden = "<>:\"\\|?*";

    /// <summary>
    /// Whether a file could be written below a folder under this path on every system, and would stay in that folder.
    /// </summary>
    public static bool IsSafe(string path) => path.Split('/').All(IsSafeName);

    private static bool IsSafeName(string name) =>
        name.Length > 0
        && name[^1] is not ('.' or ' ')
        && !name.Any(one => char.IsControl(one) || Forbidden.Contains(one));
}
