using System.Text;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The bytes of grades.csv.</summary>
public sealed class GradeSheetTests
{
    private static readonly Grade[] _grades =
    [
        HandedIn
            .Graded(
                work: HandedIn.Repository,
                marks: new([new("u1", "Ex2", 0.01m, "look"), new("u1", "defence", 0.05m, "")])
            )
            .Grade,
        HandedIn.Graded(work: null, results: [], student: new("u2", "Öz, \"Núria\"")).Grade,
        HandedIn
            .Graded(
                work: HandedIn.Folder,
                results: [Recorded.All["Ex1-no-such-command"], .. HandedIn.Solutions.Skip(1)],
                student: new("u3", "Bea")
            )
            .Grade,
    ];

    [Test]
    public void Its_bytes_are_these() =>
        Assert.That(
            Text(new(HasComma: false, ',')),
            Is.EqualTo(
                "\uFEFF"
                    + string.Concat(
                        "student,name,email,submission,"
                            + "ex1_points,ex1_state,ex1_computed,ex1_mark,ex1_earned,ex1_late,ex1_commits,"
                            + "ex2_points,ex2_state,ex2_computed,ex2_mark,ex2_earned,ex2_late,ex2_commits,"
                            + "ex3_points,ex3_state,ex3_computed,ex3_mark,ex3_earned,ex3_late,ex3_commits,"
                            + "defence,total,total_state,out_of,different_commits\r\n",
                        "u1,Ana Núñez,ana@example.org,ana,0.0625,graded,0.0625,,0.0625,,1,0.01,graded,0.0625,0.01,0.0625,,1,"
                            + "0.0625,graded,0.0625,,0.0625,,1,0.05,0.185,final,0.25,3\r\n",
                        "u2,\"Öz, \"\"Núria\"\"\",,,0,notSubmitted,0,,,,,0,notSubmitted,0,,,,,0,notSubmitted,0,,,,,"
                            + ",0,provisional,0.25,\r\n",
                        "u3,Bea,,ana,,couldNotCheck,,,,,,0.0625,commitsUnknown,0.0625,,0.0625,,,"
                            + "0.0625,commitsUnknown,0.0625,,0.0625,,,,,open,0.25,\r\n"
                    )
            )
        );

    [Test]
    public void A_decimal_comma_goes_with_its_separator() =>
        Assert.That(
            Text(new(HasComma: true, ';')),
            Does.Contain("\r\nu1;Ana Núñez;ana@example.org;ana;0,0625;graded;")
                .And.Contains(";0,05;0,185;final;0,25;3\r\n")
        );

    [TestCase("=HYPERLINK(\"http://example.org\")")]
    [TestCase("+1")]
    [TestCase("-1+1")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    public void A_name_is_no_formula(string name)
    {
        var grade = HandedIn.Graded(work: null, results: [], student: new("u1", name)).Grade;

        var read = Read(new GradeSheet(new(false, ',')).Bytes([grade]));

        Assert.That(read.Single().Cell("name"), Is.EqualTo($"'{name}"));
    }

    [Test]
    public void A_name_cannot_become_a_row()
    {
        var grade = HandedIn.Graded(work: null, results: [], student: new("u1", "Eve\r\nu2,Mallory,,,1")).Grade;

        Assert.That(Read(new GradeSheet(new(false, ',')).Bytes([grade])), Has.Count.EqualTo(1));
    }

    [Test]
    public void The_rows_keep_the_order_of_the_class()
    {
        string[] expected = ["u1", "u2", "u3"];

        Assert.That(
            Read(new GradeSheet(new(false, ',')).Bytes(_grades)).Select(row => row.Cell("student")),
            Is.EqualTo(expected)
        );
    }

    [TestCase("0.25", "0.25")]
    [TestCase("0.2500", "0.25")]
    [TestCase("1000", "1000")]
    [TestCase("0.0208333333333333333333333333", "0.0208333333")]
    public void Points_have_as_many_digits_as_they_need(string points, string text) =>
        Assert.That(
            PointsText.Of(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), '.'),
            Is.EqualTo(text)
        );

    private static string Text(CsvForm form) => Encoding.UTF8.GetString(new GradeSheet(form).Bytes(_grades));

    private static IReadOnlyList<CsvRow> Read(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "grades.csv");
        File.WriteAllBytes(path, bytes);
        return CsvFile.Open(path).Rows;
    }
}
