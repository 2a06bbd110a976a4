using System.Text;
using Lab.Build;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Tables that a teacher has saved with some spreadsheet, and the marks in them.</summary>
public sealed class MarksTests
{
    private static readonly Student[] _students = [HandedIn.Ana, new("u2", "Núria Öz")];
    private static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly TeachersMark[] _expected =
    [
        new("u1", "defence", 0.05m, "muy bien, señal"),
        new("u2", "Ex2", 0.0625m, ""),
    ];

    public static IEnumerable<TestCaseData> Tables
    {
        get
        {
            const string English =
                "student,exercise,points,comment\nu1,defence,0.05,\"muy bien, señal\"\nu2,Ex2,0.0625,\n";
            const string Spanish =
                "Estudiante;Ejercicio;Puntuación;Comentario\r\nu1;Defensa;0,05;muy bien, señal\r\nu2;ex2;0,0625;\r\n";
            yield return Table("English", new UTF8Encoding(false).GetBytes(English));
            yield return Table("Spanish", new UTF8Encoding(false).GetBytes(Spanish));
            yield return Table("a byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Spanish)]);
            yield return Table("Latin-1", _western.GetBytes(Spanish));
            yield return Table("UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Spanish)]);
            yield return Table("tabs", Encoding.UTF8.GetBytes(Spanish.Replace(';', '\t')));
            yield return Table("the line of Excel", Encoding.UTF8.GetBytes("sep=;\r\n" + Spanish));
            yield return Table("empty rows", Encoding.UTF8.GetBytes(Spanish.Replace("u2;", ";;;\r\n\r\nu2;")));
            yield return Table("e-mail addresses", Encoding.UTF8.GetBytes(English.Replace("u1", " ANA@example.org ")));
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void Every_table_says_the_same(byte[] table) => Assert.That(Read(table).All, Is.EqualTo(_expected));

    [Test]
    public void Every_bad_row_is_refused_at_once_with_its_line()
    {
        var table = """
            student,exercise,points
            u1,Ex1,0.05
            u9,Ex1,0.05
            u1,Ex7,0.05
            u1,Ex2,much
            u1,Ex3,0.07
            u1,ex1,0.01
            u1,defence,-0.01
            "u2",Ex1,0.01
            """;

        var refusal = RefusalOf(table);

        Assert.That(
            ((CsvRefusal.BadRows)refusal).Rows,
            Is.EqualTo(
                new BadRow[]
                {
                    new(3, CsvFlaw.Student, "u9", ""),
                    new(4, CsvFlaw.Part, "Ex7", "Ex1, Ex2, Ex3, defence"),
                    new(5, CsvFlaw.Number, "much", ""),
                    new(6, CsvFlaw.TooMany, "0.07", "0.0625"),
                    new(7, CsvFlaw.Again, "u1, Ex1", "2"),
                    new(8, CsvFlaw.Number, "-0.01", ""),
                }
            )
        );
        Assert.That(
            new English().Sentence(refusal).Split('\n')[1],
            Is.EqualTo("  line 3: the class has no student \"u9\". Write the id or the e-mail address.")
        );
    }

    [Test]
    public void A_line_is_that_of_the_file_after_a_cell_with_several_lines()
    {
        int[] expected = [5];

        Assert.That(
            (
                (CsvRefusal.BadRows)RefusalOf(
                    "student,exercise,points,comment\nu1,Ex1,0.05,\"one\ntwo\"\n\nu9,Ex1,1,\n"
                )
            ).Rows.Select(row => row.Line),
            Is.EqualTo(expected)
        );
    }

    [Test]
    public void Missing_columns_are_named() =>
        Assert.That(
            new English().Sentence(RefusalOf("student;note\nu1;7\n")),
            Does.EndWith("lacks columns: exercise, points. Its first line names these: student, note.")
        );

    [Test]
    public void A_quote_that_is_never_closed_takes_no_row_with_it() =>
        Assert.That(
            RefusalOf("student,exercise,points,comment\nu1,Ex1,0.05,\"good\nu2,Ex1,0.05,\n"),
            Is.InstanceOf<CsvRefusal.Malformed>().With.Property("Line").EqualTo(2)
        );

    [Test]
    public void An_empty_file_lacks_its_columns() => Assert.That(RefusalOf(""), Is.InstanceOf<CsvRefusal.NoColumn>());

    [Test]
    public void A_row_without_points_may_hold_a_comment() =>
        Assert.That(
            Read(Encoding.UTF8.GetBytes("student,exercise,points,comment\nu1,Ex1,,see me\nu2,Ex1,,\n")).All,
            Is.EqualTo(new[] { new TeachersMark("u1", "Ex1", null, "see me") })
        );

    [Test]
    public void A_column_is_found_whatever_its_case_and_accents() =>
        Assert.That(PlainLetters.Of(" Correo  electrónico (UPM) "), Is.EqualTo("correoelectronicoupm"));

    private static TestCaseData Table(string name, byte[] bytes) => new TestCaseData(bytes).SetArgDisplayNames(name);

    private static Marks Read(byte[] table)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "marks.csv");
        File.WriteAllBytes(path, table);
        return Marks.Read(path, GradingRule.Default, _students);
    }

    private static Refusal RefusalOf(string table) =>
        Assert.Throws<RefusedException>(() => Read(Encoding.UTF8.GetBytes(table)))!.Refusal;
}
