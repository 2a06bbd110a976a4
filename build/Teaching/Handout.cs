using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Lab.Build.Guidance;
using Lab.Build.Texts;

namespace Lab.Build.Teaching;

/// <summary>
/// The kit as students get it: exercises that nobody has begun, statements, check, Watch and reports, but no solutions, no
/// tests of the kit, and nothing that is for teachers alone.
/// </summary>
/// <param name="Files">The text of each file, by its path in the kit. Lines end as <c>.gitattributes</c> says.</param>
public sealed record Handout(IReadOnlyDictionary<string, string> Files)
{
    private const string Program = "Program.cs";
    private const string ReadMe = "README.md";
    private const string Solution = "lab.sln";

    // A zip archive knows no time zones, and its time begins in 1980.
    private static readonly DateTimeOffset _anyTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] _folders =
    [
        "build",
        "exercises",
        "tests/Harness",
        "tests/Hook",
        "tests/Scenarios",
    ];
    private static readonly string[] _notForStudents = ["build/Teaching/"];
    private static readonly string[] _kinds =
    [
        ".cs",
        ".csproj",
        ".json",
        ".md",
        ".proj",
        ".props",
        ".razor",
        ".targets",
    ];
    private static readonly string[] _topFiles =
    [
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "build.cmd",
        "build.sh",
        "global.json",
    ];

    /// <summary>The handout of a kit.</summary>
    /// <param name="kit">The kit's top folder.</param>
    /// <param name="language">The language of the starters and of the README.</param>
    public static Handout Of(string kit, Catalogue language)
    {
        string TextOf(string path) => File.ReadAllText(Path.Combine(kit, path));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in _topFiles.Concat(_folders.SelectMany(folder => FilesIn(kit, folder))))
            files[path] = TextOf(path);
        foreach (var exercise in Exercise.All)
            files[$"exercises/{exercise.Folder}/{Program}"] = Starter.TextOf(exercise, language);
        files[Solution] = ForStudents.Solution(TextOf(Solution), files.ContainsKey);
        files[ReadMe] = ForStudents.ReadMe(TextOf(language.KitReadMe));
        return new(files.ToDictionary(file => file.Key, file => WithLineEndings(file.Key, file.Value)));
    }

    /// <summary>The handout as a zip archive. The same files give the same bytes.</summary>
    public byte[] Zipped()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (path, text) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(path, CompressionLevel.SmallestSize);
                entry.LastWriteTime = _anyTime;
                entry.ExternalAttributes = (int)RightsOf(path) << 16;
                using var content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        return MadeByUnix(bytes.ToArray());
    }

    // Unpackers respect the file mode of Unix only if the archive says that Unix has made it, in the second byte of "version
    // made by": APPNOTE.TXT, sections 4.3.12 and 4.4.2. .NET names the system that it runs on.
    private static byte[] MadeByUnix(byte[] zip)
    {
        const int EndLength = 22;
        const int HeaderLength = 46;
        const byte Unix = 3;
        var end = zip.AsSpan(zip.Length - EndLength);
        var header = BinaryPrimitives.ReadInt32LittleEndian(end[16..]);
        for (var left = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); left > 0; left--)
        {
            zip[header + 5] = Unix;
            int LengthAt(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(header + offset));
            header += HeaderLength + LengthAt(28) + LengthAt(30) + LengthAt(32);
        }
        return zip;
    }

    // The upper half of the attributes holds the file mode of Unix, with 8 for a regular file: APPNOTE.TXT, section 4.4.15.
    private static uint RightsOf(string path) => path.EndsWith(".sh", StringComparison.Ordinal) ? 0x81EDu : 0x81A4u;

    // What students or IDEs have put into the exercises is not handed out.
    private static IEnumerable<string> FilesIn(string kit, string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(kit, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(kit, file).Replace('\\', '/'))
            .Where(path => _kinds.Contains(Path.GetExtension(path)) && !IsMade(path) && !IsForTeachers(path))
            .Where(path => folder != "exercises" || Path.GetExtension(path) != ".cs");

    private static bool IsMade(string path) => path.Split('/').Any(part => part is "bin" or "obj" or ".vs" or ".idea");

    private static bool IsForTeachers(string path) =>
        _notForStudents.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    // The scripts of Windows need CRLF, and the shell of Unix needs LF, whatever the checkout has.
    private static string WithLineEndings(string path, string text) =>
        text.ReplaceLineEndings(path.EndsWith(".cmd", StringComparison.Ordinal) ? "\r\n" : "\n");
}
