using System.Text;
using Lab.Build;
using Lab.Build.Teaching.Submissions;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The roster of a class, as teachers have it.</summary>
public sealed class RosterTests
{
    private const string File = "roster.csv";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("id,name,email,folder,lang\n7,Ana Núñez,ana@example.org,work7,es\n")]
    [TestCase("ID;Nombre;Correo;Carpeta;Idioma\r\n7;Ana Núñez;ana@example.org;work7;ES\r\n")]
    [TestCase(
        "Número de ID\tNombre\tApellido(s)\tDirección de correo\tRepositorio\tidioma\n7\tAna\tNúñez\tana@example.org\twork7\tes-AR\n"
    )]
    [TestCase("sep=;\nDNI;Apellidos;Nombre;e-mail;folder;lang\n\"7\";Núñez;Ana;ana@example.org;work7;es\n\n")]
    [TestCase(
        "Identificador,Nombre completo,Número de ID,E-MAIL,Folder,Lang\nParticipante 101,\" Ana Núñez \", 7 ,ana@example.org,work7,es"
    )]
    public void Whatever_the_headings_and_separators_the_students_are_the_same(string text)
    {
        var expected = new Student("7", "Ana Núñez")
        {
            Email = "ana@example.org",
            Folder = "work7",
            Language = "es",
        };

        foreach (
            Encoding encoding in new[]
            {
                new UTF8Encoding(false),
                new UTF8Encoding(true),
                Encoding.Latin1,
                Encoding.Unicode,
            }
        )
            Assert.That(Read(text, encoding), Is.EqualTo([expected]), encoding.WebName);
    }

    [Test]
    public void What_the_roster_does_not_say_is_not_made_up()
    {
        var students = Read("nombre;correo\nGarcía, Ana;\n;eva@example.org\nLuis;luis@example.org\n;\n");

        Assert.That(
            students,
            Is.EqualTo([
                new Student("García, Ana", "García, Ana"),
                new Student("eva@example.org", "eva@example.org") { Email = "eva@example.org" },
                new Student("luis@example.org", "Luis") { Email = "luis@example.org" },
            ])
        );
    }

    [Test]
    public void What_tells_nobody_apart_is_refused()
    {
        var file = _folder.Write(File, "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RefusedIn("id\n7\n8\n7\n"), Is.EqualTo(new SubmissionRefusal.SameStudent(file, "7")));
            Assert.That(RefusedIn("id\nab\nAB\n"), Is.EqualTo(new SubmissionRefusal.SameStudent(file, "ab")));
            Assert.That(
                RefusedIn("grupo;nota\nA;5\n"),
                Is.EqualTo(new SubmissionRefusal.RosterWithoutColumns(file, ["grupo", "nota"]))
            );
            Assert.That(RefusedIn(""), Is.EqualTo(new SubmissionRefusal.RosterWithoutColumns(file, [])));
            Assert.That(
                RefusedIn("id,lang\n7,xx\n"),
                Is.EqualTo(new SubmissionRefusal.RosterLanguage(file, "7", "xx"))
            );
        }
    }

    [Test]
    public void A_roster_that_is_not_there_is_refused()
    {
        var file = Path.Combine(_folder.Path, "none.csv");

        Assert.That(Refused(file), Is.EqualTo(new SubmissionRefusal.NoSuchRoster(file)));
    }

    [TestCase("12345678A", "12345678A")]
    [TestCase("Ana Núñez", "Ana Núñez")]
    [TestCase("ana@example.org", "ana@example.org")]
    public void A_harmless_id_is_the_name_of_the_folder(string id, string folder) =>
        Assert.That(new Student(id, "").OwnFolder, Is.EqualTo(folder));

    [Test]
    public void No_id_makes_a_folder_elsewhere_or_one_that_windows_refuses()
    {
        string[] ids =
        [
            "..",
            ".",
            "",
            "../x",
            "/x",
            @"C:\x",
            "x/../y",
            "con",
            "NUL.txt",
            "x.",
            "x ",
            "a:b",
            "a*b",
            "a\nb",
            "--help",
            new('x', 300),
        ];

        var folders = ids.Select(id => new Student(id, "").OwnFolder).ToList();

        Assert.That(folders, Is.Unique);
        Assert.That(folders, Is.All.Matches(@"\A(?!(con|nul)(\.|$))[\w@+][\w .@+-]{0,79}(?<![. ])\z"));
    }

    private Refusal? RefusedIn(string text) => Refused(_folder.Write(File, text));

    private static Refusal? Refused(string file)
    {
        try
        {
            Roster.Read(file);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private IReadOnlyList<Student> Read(string text, Encoding? encoding = null)
    {
        var file = Path.Combine(_folder.Path, File);
        System.IO.File.WriteAllText(file, text, encoding ?? Encoding.UTF8);
        return Roster.Read(file);
    }
}
