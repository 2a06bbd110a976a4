using Lab.Build;
using Lab.Build.Teaching.Submissions;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Which submission is whose.</summary>
public sealed class ClassListTests
{
    private static readonly Student _ana = new("7A", "Ana García Núñez") { Email = "ana.garcia@example.org" };
    private static readonly Student _eva = new("8B", "Eva Ruiz") { Folder = "practica-eva" };

    [TestCase("practica-eva", "8B")]
    [TestCase("Practica-Eva", "8B")]
    [TestCase("7a", "7A")]
    [TestCase("Ana_7A", "7A")]
    [TestCase("ana.garcia@example.org", "7A")]
    [TestCase("ana.garcia", "7A")]
    [TestCase("García Núñez Ana_12345_assignsubmission_file_", "7A")]
    [TestCase("Ana Garcia Nunez_12345_assignsubmission_file_", "7A")]
    [TestCase("GARCÍA NÚÑEZ, Ana", "7A")]
    [TestCase("Eva García Núñez_12345_assignsubmission_file_", null)]
    [TestCase("Ana García_12345_assignsubmission_file_", null)]
    public void A_submission_is_found_by_folder_id_address_or_name(string name, string? id)
    {
        var list = ClassList.Of([_ana, _eva], [Handed(name)]);

        Assert.That(list.Students.SingleOrDefault(one => one.Submission is not null)?.Student.Id, Is.EqualTo(id));
        Assert.That(list.WithoutStudent.Select(one => one.Name), Is.EqualTo(id is null ? new[] { name } : []));
        Assert.That(list.Students, Has.Count.EqualTo(2), "also whoever has handed in nothing");
    }

    [Test]
    public void The_number_in_Moodles_form_is_nobodys_id()
    {
        var other = new Student("12345", "Luis Sanz");

        var list = ClassList.Of([other, _eva], [Handed("Ruiz Eva_12345_assignsubmission_file_")]);

        Assert.That(list.Students.Single(one => one.Submission is not null).Student, Is.EqualTo(_eva));
    }

    [Test]
    public void Two_students_with_alike_names_are_never_mixed_up()
    {
        Student[] alike = [new("1", "Martín Alejandro"), new("2", "Alejandro Martin"), _eva];
        Submission[] submissions = [Handed("Martín Alejandro_1_assignsubmission_file_"), Handed("practica-eva")];

        var list = ClassList.Of(alike, submissions);

        Assert.That(list.Students.Single(one => one.Submission is not null).Student, Is.EqualTo(_eva));
        var unclear = list.Unclear.Single();
        Assert.That(unclear.Students, Is.EqualTo(alike[..2]));
        Assert.That(unclear.Submissions, Is.EqualTo(submissions[..1]));
        Assert.That(list.WithoutStudent, Is.Empty);
    }

    [Test]
    public void Alike_names_are_no_trouble_where_folders_or_ids_tell_them_apart()
    {
        Student[] alike = [new("1", "Ana Ruiz") { Folder = "first" }, new("22", "Ana Ruiz")];

        var list = ClassList.Of(alike, [Handed("first"), Handed("22"), Handed("Ana Ruiz")]);

        Assert.That(list.Students.Select(one => one.Submission?.Name), Is.EqualTo(["first", "22"]));
        Assert.That(list.Unclear.Single().Submissions.Single().Name, Is.EqualTo("Ana Ruiz"));
    }

    [Test]
    public void Of_two_submissions_of_one_student_none_is_chosen()
    {
        var list = ClassList.Of([_ana, _eva], [Handed("7A"), Handed("7A_again")]);

        Assert.That(list.Students.Select(one => one.Submission), Is.All.Null);
        Assert.That(list.Unclear.Single().Submissions, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_surer_match_counts_and_the_other_submission_is_told()
    {
        var list = ClassList.Of([_ana, _eva], [Handed("practica-eva"), Handed("Ruiz Eva")]);

        Assert.That(list.Students[1].Submission!.Name, Is.EqualTo("practica-eva"));
        Assert.That(list.WithoutStudent.Single().Name, Is.EqualTo("Ruiz Eva"));
    }

    [Test]
    public void Without_a_roster_each_submission_is_a_student()
    {
        string[] names =
        [
            "ana",
            "Ruiz Eva_1_assignsubmission_file_",
            "Sanz Luis_2_assignsubmission_file_",
            "Sanz Luis_3_assignsubmission_file_",
        ];

        var list = ClassList.WithoutRoster([.. names.Select(Handed)]);

        Assert.That(
            list.Students.Select(one => one.Student.Name),
            Is.EqualTo(["ana", "Ruiz Eva", "Sanz Luis", "Sanz Luis"])
        );
        Assert.That(list.Students.Select(one => one.Student.Id), Is.EqualTo(["ana", "Ruiz Eva", names[2], names[3]]));
    }

    [Test]
    public void Folders_and_archives_are_submissions_and_nothing_else_is()
    {
        using var folder = new ClassFolder();
        foreach (
            var file in new[]
            {
                "ana/x.cs",
                "eva.git/HEAD",
                ".hidden/x",
                "luis.zip",
                "both.zip",
                "both/x",
                "roster.csv",
            }
        )
            folder.Write(file, "");

        Assert.That(
            Submission.In(folder.Path).Select(one => one.Name),
            Is.EqualTo(["ana", "both", "both.zip", "eva", "luis"])
        );
    }

    [Test]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.That(
            () => Submission.In("no/such/folder"),
            Throws
                .InstanceOf<RefusedException>()
                .With.Property(nameof(RefusedException.Refusal))
                .EqualTo(new SubmissionRefusal.NoSuchFolder("no/such/folder"))
        );

    private static Submission Handed(string name) => new(name, "/class/" + name);
}
