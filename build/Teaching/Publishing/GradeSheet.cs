using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Lab.Build.Teaching.Rules;

namespace Lab.Build.Teaching.Publishing;

/// <summary>
/// Writes <c>grades.csv</c>: one row for each student, in the order of the class. The same grades give the same bytes. A cell
/// without points is empty: it is not 0.
/// </summary>
/// <param name="form">The form of the table.</param>
public sealed class GradeSheet(CsvForm form)
{
    private const string Yes = "yes";

    private static readonly string[] _ofStudent = ["student", "name", "email", "submission"];
    private static readonly string[] _ofExercise = ["points", "state", "computed", "mark", "earned", "late", "commits"];
    private static readonly string[] _ofTotal = ["defence", "total", "total_state", "out_of", "different_commits"];

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        .. _ofStudent,
        .. Exercise.All.SelectMany(exercise => _ofExercise.Select(name => $"{exercise.Id.ToLowerInvariant()}_{name}")),
        .. _ofTotal,
    ];

    /// <summary>The table. A byte order mark tells spreadsheets that it is UTF-8.</summary>
    public byte[] Bytes(IEnumerable<Grade> grades)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Form, leaveOpen: true))
            foreach (var row in grades.Select(RowOf).Prepend(Columns))
                csv.WriteRecord([.. row]);
        return bytes.ToArray();
    }

    // A spreadsheet takes a name that begins like a formula for one, so the name gets an apostrophe.
    private CsvWriterOptions Form =>
        new()
        {
            Separator = form.Separator,
            Injection = CsvInjection.Escape,
            WriteByteOrderMark = true,
        };

    private IReadOnlyList<string> RowOf(Grade grade) =>
        [
            grade.Student.Id,
            grade.Student.Name,
            grade.Student.Email ?? "",
            grade.Submission ?? "",
            .. grade.Exercises.SelectMany(CellsOf),
            Number(grade.Defence.Points),
            Number(grade.Total),
            Code(grade.State),
            Number(grade.Most),
            $"{grade.Commits}",
        ];

    private IEnumerable<string> CellsOf(ExerciseGrade grade) =>
        [
            Number(grade.Points),
            Code(grade.State),
            Number(grade.Computed),
            Number(grade.Mark?.Points),
            Number(grade.Earned),
            grade.IsLate ? Yes : "",
            $"{grade.Commits}",
        ];

    private string Number(decimal? points) =>
        points is { } known ? PointsText.Of(known, form.HasComma ? ',' : '.') : "";

    private static string Code(Enum code) => JsonNamingPolicy.CamelCase.ConvertName($"{code}");
}

/// <summary>Points as a text.</summary>
public static class PointsText
{
    // What makes a total is not rounded, and thirds have no end.
    private const string Digits = "0.##########";

    /// <summary>Points with at most ten digits behind the decimal sign, and no more than they need.</summary>
    /// <param name="points">The points.</param>
    /// <param name="sign">The decimal sign.</param>
    public static string Of(decimal points, char sign) =>
        points.ToString(Digits, CultureInfo.InvariantCulture).Replace('.', sign);
}
