using System.IO.Compression;
using Lab.Build;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The forms in which students hand in their work, and what is read of each.</summary>
public sealed class SubmissionTests
{
    private static readonly DateTimeOffset _early = ClassFolder.Deadline.AddDays(-2);

    private ClassFolder _class = null!;

    [SetUp]
    public void CreateClass() => _class = new();

    [TearDown]
    public void RemoveClass() => _class.Dispose();

    private static IEnumerable<(string Name, string Text)> Programs =>
        Exercise.All.Select(exercise => (ClassFolder.KitPath(exercise), ClassFolder.Right(exercise)));

    [TestCase("ana")]
    [TestCase("ana/in a folder/and another")]
    public void A_folder_has_programs_and_unknown_commits(string top)
    {
        foreach (var (name, text) in Programs)
            _class.Write($"{top}/{name}", text);

        var read = _class.Read("ana");

        AssertAllThere(read);
        Assert.That(read.Work, Has.Property(nameof(SubmittedWork.Form)).EqualTo(SubmissionForm.Folder));
        Assert.That(read.Work.Commits, Is.Null);
        Assert.That(read.Work.Programs.Select(program => program.Commits), Is.All.Null);
    }

    [TestCase("")]
    [TestCase("work/")]
    [TestCase("work\\")]
    public void An_archive_is_read_as_it_is(string prefix)
    {
        _class.Zip("ana.zip", Programs.Select(one => (prefix + one.Name, one.Text)));

        var read = _class.Read("ana.zip");

        AssertAllThere(read);
        Assert.That(read.Work.Form, Is.EqualTo(SubmissionForm.Zip));
        Assert.That(read.Work.Commits, Is.Null);
    }

    [Test]
    public void Archives_in_folders_and_archives_are_looked_into()
    {
        _class.Zip("inner.zip", Programs);
        const string Moodle = "Ruiz Eva_1_assignsubmission_file_";
        Directory.CreateDirectory(_class.At(Moodle));
        using (var outer = ZipFile.Open(_class.At($"{Moodle}/work.zip"), ZipArchiveMode.Create))
            outer.CreateEntryFromFile(_class.At("inner.zip"), "the work/inner.zip");

        AssertAllThere(_class.Read(Moodle));
    }

    [TestCase("ana")]
    [TestCase("ana.git")]
    [TestCase("ana.zip")]
    [TestCase("bare.zip")]
    [TestCase("packed")]
    public async Task A_repository_is_read_in_whatever_form(string form)
    {
        using var repository = await _class.Repository(form == "packed" ? form : "ana");
        WritePrograms(repository);
        var commit = await repository.CommitAt(_early);
        if (form == "packed")
            await repository.Git("gc", "-q");
        if (form is "ana.git" or "bare.zip")
            await repository.Git("clone", "-q", "--bare", ".", _class.At("ana.git"));
        if (form == "ana.zip")
            ZipFile.CreateFromDirectory(
                _class.At("ana"),
                _class.At(form),
                CompressionLevel.Fastest,
                includeBaseDirectory: true
            );
        if (form == "bare.zip")
            ZipFile.CreateFromDirectory(_class.At("ana.git"), _class.At(form));
        // The files beside the repository are not what was committed.
        repository.Write(ClassFolder.KitPath(Exercise.Client), "// changed since");

        var read = _class.Read(form);

        AssertAllThere(read);
        Assert.That(read.Work.Form, Is.EqualTo(SubmissionForm.Git));
        Assert.That(read.Work.Head, Is.EqualTo(commit));
        Assert.That(read.Work.Programs.Select(program => program.Commit), Is.All.EqualTo(commit));
        Assert.That(read.Work.Programs.Select(program => program.Commits), Is.All.EqualTo(new[] { commit }));
        Assert.That(read.Work.Commits!.Single().Author, Is.EqualTo("Ana <ana@example.org>"));
    }

    [TestCase("trunk")]
    [TestCase("main", "other")]
    [TestCase("master", "other")]
    public async Task If_HEAD_names_no_branch_a_usual_one_or_the_only_one_is_read(string branch, string? other = null)
    {
        using var repository = await _class.Repository("ana");
        WritePrograms(repository);
        var commit = await repository.CommitAt(_early);
        if (other is not null)
        {
            await repository.Git("checkout", "-q", "-b", other);
            await repository.CommitAt(_early);
        }
        await repository.Git("branch", "-f", branch, commit);
        await repository.Git("symbolic-ref", "HEAD", "refs/heads/unborn");
        if (branch != "main")
            await repository.Git("branch", "-D", "main");

        Assert.That(_class.Read("ana").Work.Head, Is.EqualTo(commit));
    }

    [Test]
    public async Task The_branch_of_HEAD_is_read_also_where_there_is_a_usual_one()
    {
        using var repository = await _class.Repository("ana");
        WritePrograms(repository);
        await repository.CommitAt(_early);
        await repository.Git("checkout", "-q", "-b", "work");
        var commit = await repository.CommitAt(_early.AddMinutes(1));

        Assert.That(_class.Read("ana").Work.Head, Is.EqualTo(commit));
    }

    [Test]
    public async Task A_detached_HEAD_is_what_is_graded()
    {
        using var repository = await _class.Repository("ana");
        WritePrograms(repository);
        var first = await repository.CommitAt(_early);
        repository.Write(ClassFolder.KitPath(Exercise.Client), "// later");
        await repository.CommitAt(_early);
        await repository.Git("checkout", "-q", "--detach", first);

        Assert.That(_class.Read("ana").Work.Head, Is.EqualTo(first));
    }

    [Test]
    public async Task What_is_empty_is_told()
    {
        using var repository = await _class.Repository("repository");
        await _class.Repository("bare", "--bare");
        Directory.CreateDirectory(_class.At("folder"));
        _class.Zip("zip.zip");

        foreach (var name in new[] { "repository", "bare", "folder", "zip.zip" })
            Assert.That(_class.Read(name).Work.Flaw, Is.EqualTo(SubmissionFlaw.Empty), name);
    }

    [Test]
    public async Task What_is_damaged_is_told()
    {
        _class.Write("text.zip", "no archive");
        using var repository = await _class.Repository("ana");
        WritePrograms(repository);
        var head = await repository.CommitAt(_early);
        var file = Path.Combine(repository.Path, ".git", "objects", head[..2], head[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllText(file, "no object");

        Assert.That(_class.Read("text.zip").Work.Flaw, Is.EqualTo(SubmissionFlaw.Damaged));
        Assert.That(_class.Read("ana").Work.Flaw, Is.EqualTo(SubmissionFlaw.Damaged));
    }

    [Test]
    public async Task A_shallow_clone_is_read_as_far_as_it_goes()
    {
        using var repository = await _class.Repository("whole");
        WritePrograms(repository);
        await repository.CommitAt(_early);
        repository.Write(ClassFolder.KitPath(Exercise.Client), "// later");
        var last = await repository.CommitAt(_early);
        await repository.Git("clone", "-q", "--depth", "1", new Uri(repository.Path).AbsoluteUri, _class.At("ana"));

        var read = _class.Read("ana");

        Assert.That(read.Text(Exercise.Client), Is.EqualTo("// later"));
        Assert.That(read.Of(Exercise.Client).Commits, Is.EqualTo(new[] { last }));
    }

    [Test]
    public void A_starter_in_whatever_language_and_with_whatever_ends_of_lines_is_told_and_kept()
    {
        foreach (var language in Languages.All)
        {
            var starter = Starter.TextOf(Exercise.Client, language).ReplaceLineEndings("\r\n");
            _class.Write($"{language.Code}/{ClassFolder.KitPath(Exercise.Client)}", starter);

            var read = _class.Read(language.Code);

            Assert.That(read.Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.OnlyStarter));
            Assert.That(read.Of(Exercise.Client).Path, Is.EqualTo(ClassFolder.KitPath(Exercise.Client)));
            Assert.That(read.Text(Exercise.Client), Is.EqualTo(starter));
        }
    }

    [Test]
    public void The_files_of_a_program_are_those_that_dotnet_would_take()
    {
        var folder = $"ana/exercises/{Exercise.Client.Folder}";
        _class.Write($"{folder}/Ex1.Client.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        foreach (
            var file in new[]
            {
                "Program.cs",
                "Helper.cs",
                "More/Deep.cs",
                "obj/Made.cs",
                "bin/Made.cs",
                ".hidden/x.cs",
                ".x.cs",
                "notes.txt",
            }
        )
            _class.Write($"{folder}/{file}", "// " + file);
        _class.Write($"ana/exercises/{Exercise.EchoServer.Folder}/Program.cs", "// alone");
        _class.Write($"ana/exercises/{Exercise.EchoServer.Folder}/Old.cs", "// no project takes it");

        var read = _class.Read("ana");

        Assert.That(
            read.Files[Exercise.Client].Select(file => file.Name),
            Is.EqualTo(["Program.cs", "Helper.cs", "More/Deep.cs"])
        );
        Assert.That(
            read.Of(Exercise.Client).Files.Select(file => file.Name),
            Is.EqualTo(["Program.cs", "Helper.cs", "More/Deep.cs"])
        );
        Assert.That(read.Files[Exercise.EchoServer].Select(file => file.Name), Is.EqualTo(["Program.cs"]));
    }

    [Test]
    public void What_was_read_is_stored_and_read_back()
    {
        foreach (var (name, text) in Programs)
            _class.Write($"ana/{name}", text);

        var work = _class.Read("ana").Work;

        Assert.That(work, Is.EqualTo(_class.Read("ana").Work), "equal values");
        Assert.That(work.Programs[0].Files.Single().Sha256, Does.Match("^[0-9a-f]{64}$"));
        Assert.That(work.Programs[0].Language, Is.EqualTo(ProgramLanguage.CSharp));
    }

    private static void WritePrograms(Repository repository)
    {
        foreach (var (name, text) in Programs)
            repository.Write(name, text);
    }

    private static void AssertAllThere(ReadWork read)
    {
        Assert.That(read.Work.Flaw, Is.Null);
        Assert.That(read.Work.Programs.Select(program => program.Flaw), Is.All.Null);
        foreach (var exercise in Exercise.All)
            Assert.That(read.Text(exercise), Is.EqualTo(ClassFolder.Right(exercise)));
    }
}
