using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Lists the files of a zip archive. Nothing is unpacked.</summary>
internal static class ZipFiles
{
    private const int LinkInUnix = 0xA000;
    private const int KindInUnix = 0xF000;

    // APPNOTE.TXT, section 4.3.16: the record at the end, after which a comment of at most 64 KiB may follow.
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int MeanEntry = 300;
    private const uint InZip64 = uint.MaxValue;

    // Archives whose names are not UTF-8 come from Windows, which writes them in the code page of western Europe.
    private static readonly Encoding[] _encodings =
    [
        new UTF8Encoding(false, throwOnInvalidBytes: true),
        CodePagesEncodingProvider.Instance.GetEncoding(850)!,
    ];

    /// <summary>Opens an archive.</summary>
    /// <param name="stream">The archive. It is closed with the result.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="TooLargeException">There are more files than the kit reads.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static ZipArchive Open(Stream stream, SubmissionLimits limits)
    {
        // .NET reads the whole directory at once, so its size is asked first.
        if (DirectoryLength(stream) > (long)limits.Entries * MeanEntry)
            throw new TooLargeException();
        try
        {
            return Open(stream, _encodings[0]);
        }
        catch (DecoderFallbackException)
        {
            return Open(stream, _encodings[1]);
        }
    }

    /// <summary>The files of an archive. Those whose paths lead out of it are left out.</summary>
    /// <exception cref="TooLargeException">There are more files than the kit reads.</exception>
    public static IReadOnlyList<TreeFile> In(ZipArchive archive, SubmissionLimits limits)
    {
        new Budget(limits.Entries).Take(archive.Entries.Count);
        return
        [
            .. archive
                .Entries.Select(entry => (Entry: entry, Path: entry.FullName.Replace('\\', '/')))
                .Where(one => !one.Path.EndsWith('/') && TreePath.IsSafe(one.Path))
                .DistinctBy(one => one.Path)
                .Select(one => new TreeFile(one.Path, !IsLink(one.Entry), () => one.Entry.Length, one.Entry.Open))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static ZipArchive Open(Stream stream, Encoding names)
    {
        stream.Position = 0;
        var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, names);
        _ = archive.Entries;
        return archive;
    }

    private static bool IsLink(ZipArchiveEntry entry) => (entry.ExternalAttributes >> 16 & KindInUnix) == LinkInUnix;

    // The directory lies between the place that the record names and the record itself.
    private static long DirectoryLength(Stream stream)
    {
        var tail = new byte[Math.Min(stream.Length, EndLength + LongestComment)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail.Length - end < EndLength)
            throw new InvalidDataException();
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        return start == InZip64 ? stream.Length : stream.Length - tail.Length + end - start;
    }
}
