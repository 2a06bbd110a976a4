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
        var bytes = BytesOf(path);
        using var csv = CsvReader.Create(bytes, _format with { Encoding = CsvFile.EncodingOf(bytes) });
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

    private static byte[] BytesOf(string path) =>
        File.Exists(path)
            ? TeachersFile.Read(path)
            : throw new RefusedException(new SubmissionRefusal.NoSuchRoster(path));

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
