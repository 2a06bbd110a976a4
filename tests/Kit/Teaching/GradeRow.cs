using Lab.Build;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Submissions;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A row of <c>grades.csv</c>.</summary>
/// <param name="row">The row.</param>
internal sealed class GradeRow(CsvRow row)
{
    /// <summary>The rows of the file in a class folder, by student.</summary>
    public static IReadOnlyDictionary<string, GradeRow> Read(string folder) =>
        CsvFile
            .Open(Path.Combine(folder, "grades.csv"))
            .Rows.Select(row => new GradeRow(row))
            .ToDictionary(row => row["student"]);

    private string this[string column] => row.Cell(PlainLetters.Of(column));

    /// <summary>The points of the exercises.</summary>
    public string Points => Joined(exercise => this[$"{exercise}_points"]);

    /// <summary>The points of the defence.</summary>
    public string Defence => this["defence"];

    /// <summary>The states of the exercises, as a <see cref="MadeUpStudent"/> expects them.</summary>
    public string States => Joined(exercise => this[$"{exercise}_state"] + Share(this[$"{exercise}_points"]));

    private static string Joined(Func<string, string> cell) =>
        string.Join(' ', Exercise.All.Select(exercise => cell(exercise.Id.ToLowerInvariant())));

    private static string Share(string points) =>
        points switch
        {
            "" => "",
            "0" => "-",
            "0.0625" => "+",
            _ => "~",
        };
}
