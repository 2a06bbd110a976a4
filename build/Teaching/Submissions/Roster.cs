using System.Text;
using CsvHelper;
using Lab.Build.Texts;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Reads the list of a class, as a spreadsheet or Moodle writes it.</summary>
public static class Roster
{
    // The library finds out what separates the columns.
    private static readonly CsvReaderOptions _format = new() { TrimWhitespace = true, TrimInsideQuotes = true };

    /// <summary>Reads a class.</summary>
    /// <param name="path">
    /// A CSV file with a line of headings: an id or a name, and perhaps an e-mail address, a folder and a language.
    /// </param>
    /// <exception cref="RefusedException">The file cannot be read, or does not say who is who.</exception>
    public static IReadOnlyList<Student> Read(string path)
    {
        using var csv = CsvReader.FromText(TextOf(path), _format);
        csv.ReadHeader();
        var columns = RosterColumns.Of([.. csv.Headers]);
        if (!columns.TellWho)
            throw new RefusedException(new SubmissionRefusal.RosterWithoutColumns(path, [.. columns.Headings]));
        var students = new List<Student>();
        while (csv.Read())
            if (columns.StudentIn(csv.GetString) is { } student)
                students.Add(InKnownLanguage(student, path));
        RefuseSameIds(students, path);
        return students;
    }

    private static string TextOf(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException(new SubmissionRefusal.NoSuchRoster(path));
        try
        {
            return Decoded(File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new SubmissionRefusal.CannotReadFile(path, unreadable.Message));
        }
    }

    // What is valid UTF-8 is hardly ever anything else, if it has any accents. A mark at the beginning says it for certain.
    private static string Decoded(byte[] bytes)
    {
        try
        {
            return With(new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            return With(Encoding.Latin1);
        }

        string With(Encoding encoding)
        {
            using var reader = new StreamReader(new MemoryStream(bytes), encoding);
            return reader.ReadToEnd();
        }
    }

    private static Student InKnownLanguage(Student student, string path) =>
        student.Language is not { } code ? student
        : Languages.Find(code) is { } language ? student with { Language = language.Code }
        : throw new RefusedException(new SubmissionRefusal.RosterLanguage(path, student.Id, code));

    // Two ids that differ in capitals alone would be one folder on some systems.
    private static void RefuseSameIds(IEnumerable<Student> students, string path)
    {
        var twice = students
            .GroupBy(student => student.Id, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(alike => alike.Skip(1).Any());
        if (twice is not null)
            throw new RefusedException(new SubmissionRefusal.SameStudent(path, twice.Key));
    }
}
