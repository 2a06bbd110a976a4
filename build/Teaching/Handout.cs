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
/// <param name="Time">The time that all files get.</param>
public sealed record Handout(IReadOnlyDictionary<string, string> Files, DateTimeOffset Time)
{
    /// <summary>The folder in the archive that holds the kit.</summary>
    public const string TopFolder = "lab";

    private const string Program = "Program.cs";
    private const string ReadMe = "README.md";
    private const string Solution = "lab.sln";

    // Students of another time zone must not get files from the future, which would be newer than whatever is built of
    // them: a zip archive knows no time zones.
    private static readonly TimeSpan _widestZone = TimeSpan.FromDays(1);

    private static readonly string[] _folders =
    [
        "build/",
        "exercises/",
        "tests/Harness/",
        "tests/Hook/",
        "tests/Scenarios/",
    ];
    private static readonly string[] _notForStudents =
    [
        "build/Teaching/",
        "build/Tasks/ClassTask.cs",
        "build/Tasks/CollectTask.cs",
        "build/Tasks/GradeTask.cs",
        "build/Tasks/HandoutTask.cs",
        "build/Tasks/MergeTask.cs",
        "build/Tasks/TestTask.cs",
        "build/Texts/Catalogue.Teaching",
        "build/Texts/English.Teaching",
        "build/Texts/Spanish.Teaching",
    ];

    // Whatever else a teacher keeps at the top, such as a roster or a rule with names in it, stays there.
    private static readonly string[] _atTheTop =
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
    /// <param name="kit">The kit.</param>
    /// <param name="language">The language of the handout.</param>
    /// <param name="deadline">The deadline that students see. Null if it says nothing about one.</param>
    public static Handout Of(CommittedKit kit, Catalogue language, Deadline? deadline = null)
    {
        var files = kit.Files.Where(file => IsHandedOut(file.Key)).ToDictionary();
        foreach (var exercise in Exercise.All)
            files[$"exercises/{exercise.Folder}/{Program}"] = kit.Files[Starter.PathOf(exercise, language)];
        files[KitFolder.HandoutFile] = language.Code + "\n";
        if (deadline is not null)
            files[Deadline.FileName] = deadline.FileText;
        files[Solution] = ForStudents.Solution(kit.Files[Solution], files.ContainsKey);
        files[ReadMe] = ForStudents.ReadMe(kit.Files[language.KitReadMe]);
        return new(
            files.ToDictionary(file => file.Key, file => WithLineEndings(file.Key, file.Value)),
            kit.Time - _widestZone
        );
    }

    /// <summary>The handout as a zip archive. The same files give the same bytes.</summary>
    public byte[] Zipped()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (path, text) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry($"{TopFolder}/{path}", CompressionLevel.SmallestSize);
                entry.LastWriteTime = Time;
                entry.ExternalAttributes = (int)RightsOf(path) << 16;
                using var content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        return MadeByUnix(bytes.ToArray());
    }

    private static bool IsHandedOut(string path) =>
        path.Contains('/')
            ? _folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
                && !_notForStudents.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
                && !IsProgramOfExercise(path)
            : _atTheTop.Contains(path);

    private static bool IsProgramOfExercise(string path) =>
        path.StartsWith("exercises/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal);

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

    // The scripts of Windows need CRLF, and the shell of Unix needs LF, whatever the checkout has.
    private static string WithLineEndings(string path, string text) =>
        text.ReplaceLineEndings(path.EndsWith(".cmd", StringComparison.Ordinal) ? "\r\n" : "\n");
}
