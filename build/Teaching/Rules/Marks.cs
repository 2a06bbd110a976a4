using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Build.Teaching.Submissions;
using Lab.Harness;

namespace Lab.Build.Teaching.Rules;

/// <summary>A mark that the teacher gives.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Part">The part: see <see cref="GradedPart"/>.</param>
/// <param name="Points">The points. Null for a comment alone.</param>
/// <param name="Comment">A comment for the student. Empty if there is none.</param>
public sealed record TeachersMark(string Student, string Part, decimal? Points, string Comment);

/// <summary>The marks that the teacher gives. They are kept apart from what the rule gives, and count instead of it.</summary>
/// <param name="All">The marks.</param>
public sealed partial record Marks(ValueList<TeachersMark> All)
{
    private static readonly string[] _student =
    [
        "student",
        "id",
        "estudiante",
        "alumno",
        "alumna",
        "dni",
        "email",
        "correo",
    ];
    private static readonly string[] _part = ["exercise", "part", "ejercicio", "parte"];
    private static readonly string[] _points =
    [
        "points",
        "mark",
        "grade",
        "puntos",
        "nota",
        "puntuacion",
        "calificacion",
    ];
    private static readonly string[] _comment = ["comment", "comments", "comentario", "comentarios", "observaciones"];
    private static readonly string[] _defence = ["defence", "defense", "defensa"];

    /// <summary>No marks.</summary>
    public static Marks None { get; } = new([]);

    /// <summary>The mark for a part. Null if there is none.</summary>
    /// <param name="student">The student.</param>
    /// <param name="part">The part: see <see cref="GradedPart"/>.</param>
    public TeachersMark? Of(Student student, string part) =>
        All.FirstOrDefault(mark => mark.Student == student.Id && mark.Part == part);

    /// <summary>Reads marks. A row without points and without a comment says nothing.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <param name="rule">The rule, which says how many points there are.</param>
    /// <param name="students">The students of the class.</param>
    /// <exception cref="RefusedException">A row cannot be used. The refusal names all such rows.</exception>
    public static Marks Read(string path, GradingRule rule, IReadOnlyList<Student> students)
    {
        var file = CsvFile.Open(path);
        Demand(file);
        List<(long Line, TeachersMark Mark)> marks = [];
        List<BadRow> bad = [];
        foreach (var row in file.Rows)
        {
            if (FlawIn(row, rule, students, marks) is { } flaw)
                bad.Add(flaw);
            else
                marks.Add((row.Line, MarkIn(row, students)));
        }
        return bad.Count > 0
            ? throw new RefusedException(new CsvRefusal.BadRows(path, [.. bad]))
            : new([.. marks.Select(one => one.Mark).Where(mark => mark.Points is not null || mark.Comment.Length > 0)]);
    }

    private static void Demand(CsvFile file)
    {
        string[] missing =
        [
            .. new[] { _student, _part, _points }.Where(names => !file.Has(names)).Select(names => names[0]),
        ];
        if (missing.Length > 0)
            throw new RefusedException(new CsvRefusal.NoColumn(file.Path, [.. missing], [.. file.Headers]));
    }

    private static BadRow? FlawIn(
        CsvRow row,
        GradingRule rule,
        IReadOnlyList<Student> students,
        List<(long Line, TeachersMark Mark)> earlier
    )
    {
        BadRow Bad(CsvFlaw flaw, string cell, string limit = "") => new(row.Line, flaw, cell, limit);
        if (StudentIn(row, students) is not { } student)
            return Bad(CsvFlaw.Student, row.Cell(_student));
        if (PartIn(row) is not { } part)
            return Bad(CsvFlaw.Part, row.Cell(_part), string.Join(", ", GradedPart.All));
        if (earlier.Find(one => one.Mark.Student == student.Id && one.Mark.Part == part) is { Mark: not null } same)
            return Bad(CsvFlaw.Again, $"{student.Id}, {part}", same.Line.ToString(CultureInfo.InvariantCulture));
        var (cell, most) = (row.Cell(_points), rule.Points.Of(part));
        if (cell.Length > 0 && PointsIn(cell) is null)
            return Bad(CsvFlaw.Number, cell);
        return PointsIn(cell) > most ? Bad(CsvFlaw.TooMany, cell, most.ToString(CultureInfo.InvariantCulture)) : null;
    }

    private static TeachersMark MarkIn(CsvRow row, IReadOnlyList<Student> students) =>
        new(StudentIn(row, students)!.Id, PartIn(row)!, PointsIn(row.Cell(_points)), row.Cell(_comment));

    private static Student? StudentIn(CsvRow row, IReadOnlyList<Student> students)
    {
        var name = row.Cell(_student);
        return students.FirstOrDefault(one => one.Id == name)
            ?? students.FirstOrDefault(one => name.Equals(one.Email, StringComparison.OrdinalIgnoreCase));
    }

    private static string? PartIn(CsvRow row)
    {
        var name = row.Cell(_part);
        return _defence.Contains(PlainLetters.Of(name))
            ? GradedPart.Defence
            : GradedPart.All.FirstOrDefault(part => part.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static decimal? PointsIn(string cell) =>
        Number().IsMatch(cell) ? decimal.Parse(cell.Replace(',', '.'), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\d{1,6}([.,]\d{1,12})?$")]
    private static partial Regex Number();
}
