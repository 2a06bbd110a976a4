using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Teaching;

/// <summary>
/// A table that a teacher has saved with some spreadsheet: with any separator, as UTF-8 or in a Western European encoding,
/// with or without a byte order mark.
/// </summary>
public sealed class CsvFile
{
    private static readonly CsvReaderOptions _form = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        // A quote that is never closed would take the rest of the class with it.
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private CsvFile(string path, IReadOnlyList<string> headers, IReadOnlyList<CsvRow> rows) =>
        (Path, Headers, Rows) = (path, headers, rows);

    /// <summary>The file, as the user typed it.</summary>
    public string Path { get; }

    /// <summary>The headers as they are written.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The rows that are not empty.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static CsvFile Open(string path)
    {
        var bytes = TeachersFile.Read(path);
        using var csv = CsvReader.Create(bytes, _form with { Encoding = EncodingOf(bytes) });
        try
        {
            string[] headers = [.. csv.Headers];
            return new(path, headers, [.. RowsOf(csv, [.. headers.Select(PlainLetters.Of)])]);
        }
        catch (CsvFormatException flaw)
        {
            throw new RefusedException(new CsvRefusal.Malformed(path, flaw.LineNumber));
        }
    }

    /// <summary>Whether one of these columns is there.</summary>
    /// <param name="names">The names of the column, as <see cref="PlainLetters.Of"/> gives them.</param>
    public bool Has(params IEnumerable<string> names) => Headers.Select(PlainLetters.Of).Intersect(names).Any();

    private static IEnumerable<CsvRow> RowsOf(CsvReader csv, string[] names)
    {
        while (csv.Read())
        {
            var cells = new Dictionary<string, string>();
            foreach (var (at, name) in names.Index())
                cells.TryAdd(name, csv.GetString(at));
            if (cells.Values.Any(cell => cell.Length > 0))
                yield return new(csv.LineNumber, cells);
        }
    }

    /// <summary>The encoding of a table. Null leaves it to the byte order mark, and to UTF-8.</summary>
    /// <remarks>A text with accents in another encoding is hardly ever valid UTF-8.</remarks>
    internal static Encoding? EncodingOf(byte[] bytes)
    {
        if (Utf8.IsValid(bytes) || bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("windows-1252");
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Cells">Its cells, by the normalised headers.</param>
public sealed record CsvRow(long Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell in the first of these columns that is there and not empty. Empty if there is none.</summary>
    /// <param name="names">The names of the column, as <see cref="PlainLetters.Of"/> gives them.</param>
    public string Cell(params IEnumerable<string> names) =>
        names.Select(name => Cells.GetValueOrDefault(name, "")).FirstOrDefault(cell => cell.Length > 0) ?? "";
}

/// <summary>What is wrong with a row of a table.</summary>
public enum CsvFlaw
{
    /// <summary>There is no such student.</summary>
    Student,

    /// <summary>There is no such exercise, and it is not the defence.</summary>
    Part,

    /// <summary>This is no number.</summary>
    Number,

    /// <summary>These are more points than there are.</summary>
    TooMany,

    /// <summary>An earlier row says something about the same.</summary>
    Again,
}

/// <summary>A row of a table that cannot be used.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Flaw">What is wrong.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Limit">What is possible instead, or the earlier line.</param>
public sealed record BadRow(long Line, CsvFlaw Flaw, string Cell, string Limit);

/// <summary>The reason why a table cannot be used.</summary>
public abstract record CsvRefusal : Refusal.ForTeachers
{
    private CsvRefusal() { }

    /// <summary>Columns are missing.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Missing">The names of the columns.</param>
    /// <param name="Found">The names of those that are there.</param>
    public sealed record NoColumn(string File, ValueList<string> Missing, ValueList<string> Found) : CsvRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.CsvLacksColumns(File, Missing, Found);
    }

    /// <summary>A quote is not closed, or is at a wrong place.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Line">The line, from 1.</param>
    public sealed record Malformed(string File, long Line) : CsvRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.CsvMalformed(File, Line);
    }

    /// <summary>Some rows cannot be used.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Rows">The rows.</param>
    public sealed record BadRows(string File, ValueList<BadRow> Rows) : CsvRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) =>
            string.Join('\n', Rows.Select(texts.Sentence).Prepend(texts.CsvHasBadRows(File)));
    }
}
