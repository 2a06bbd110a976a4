using System.IO.Compression;
using System.Text;
using Lab.Build;
using Lab.Build.Teaching.Submissions;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Submissions that try to run something, to read something else, or to be too much. None succeeds.</summary>
public sealed class HostileSubmissionTests
{
    private const string Secret = "// the neighbour's work";

    private static readonly DateTimeOffset _early = ClassFolder.Deadline.AddDays(-2);
    private static readonly string _client = ClassFolder.KitPath(Exercise.Client);
    private static readonly SubmissionLimits _small = new()
    {
        FileBytes = 1000,
        ProgramFiles = 3,
        Entries = 200,
        EntriesOfHistory = 2000,
        ObjectBytes = 100_000,
        UnpackedBytes = 1_000_000,
    };

    private ClassFolder _class = null!;

    [SetUp]
    public void CreateClass()
    {
        _class = new();
        _class.Write($"neighbour/{_client}", Secret);
    }

    [TearDown]
    public void RemoveClass() => _class.Dispose();

    [Test]
    [Platform(Exclude = "Win", Reason = "The commands are for Unix.")]
    public async Task No_hook_filter_or_configured_command_runs()
    {
        using var repository = await Honest();
        var ran = _class.At("ran");
        await repository.SetTraps($"touch '{ran}'", _early.AddMinutes(1));
        File.Delete(ran);

        AssertHonest();
        Assert.That(File.Exists(ran), Is.False, "nothing ran");

        // The command is no real filter, so git may complain about it.
        await repository.Git("status").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(File.Exists(ran), "git itself would have run it");
    }

    [Test]
    public async Task A_configuration_that_leads_elsewhere_or_makes_no_sense_is_not_read()
    {
        using var repository = await Honest();
        using var neighbour = await Neighbour();
        var config = Path.Combine(repository.Path, ".git", "config");
        foreach (
            var text in new[]
            {
                $"[core]\n\tworktree = {neighbour.Path}\n",
                $"[include]\n\tpath = {_class.At("neighbour/.git/config")}\n",
                "[core]\n\trepositoryformatversion = 99\n",
                "no configuration [",
            }
        )
        {
            await File.WriteAllTextAsync(config, text);
            AssertHonest();
        }
    }

    [Test]
    public async Task Objects_of_a_neighbour_are_not_read_through_alternates()
    {
        using var neighbour = await Neighbour();
        using var repository = await _class.Repository("ana");
        await File.WriteAllTextAsync(
            Path.Combine(repository.Path, ".git", "objects", "info", "alternates"),
            Path.Combine(neighbour.Path, ".git", "objects") + "\n"
        );
        var stolen = await neighbour.Head();
        await repository.Git("update-ref", "refs/heads/main", stolen);
        Assert.That(
            await repository.Ask("show", $"{stolen}:{_client}"),
            Is.EqualTo(Secret),
            "git itself would read it"
        );

        AssertNothingRead(SubmissionFlaw.Damaged);
    }

    [TestCase("a file")]
    [TestCase("a link")]
    [TestCase("a common folder")]
    [TestCase("linked objects")]
    [TestCase("a linked branch")]
    public async Task The_repository_of_a_neighbour_is_not_read_in_place_of_the_own(string how)
    {
        using var neighbour = await Neighbour();
        var theirs = Path.Combine(neighbour.Path, ".git");
        var own = Path.Combine(Directory.CreateDirectory(_class.At("ana")).FullName, ".git");
        _class.Write("ana/notes.txt", "mine");
        if (how == "a file")
            await File.WriteAllTextAsync(own, $"gitdir: {theirs}\n");
        else if (how == "a link")
            Link(own, theirs);
        else
            await WriteBroken(how, own, theirs);

        var read = _class.Read("ana");

        Assert.That(read.Files, Is.Empty);
        Assert.That(read.Work.Head, Is.Null.Or.Empty.Or.EqualTo(await neighbour.Head()));
        Assert.That(read.Work.Commits, Is.Null);
    }

    [Test]
    public async Task A_link_a_submodule_or_a_pointer_is_no_program()
    {
        using var repository = await _class.Repository("ana");
        var pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
        repository.Write(ClassFolder.KitPath(Exercise.EchoServer), pointer);
        await repository.Git("add", ".");
        var target = await repository.Link(_client, $"../../../neighbour/{_client}");
        await repository.Git(
            "update-index",
            "--add",
            "--cacheinfo",
            $"160000,{target},exercises/{Exercise.ThreadedServer.Folder}"
        );
        await repository.GitAt(_early, _early, "commit", "-q", "-m", "Work");

        var read = _class.Read("ana");

        Assert.That(read.Work.Programs.Select(program => program.Flaw), Is.All.EqualTo(ProgramFlaw.NotAFile));
        Assert.That(read.Work.Programs.Select(program => program.Seen.Count), Is.All.EqualTo(1));
        Assert.That(read.Files, Is.Empty);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows may not allow links.")]
    public void A_folder_with_links_does_not_lead_out_of_itself()
    {
        var exercises = Directory.CreateDirectory(_class.At("ana/exercises")).FullName;
        Directory.CreateDirectory(Path.Combine(exercises, Exercise.Client.Folder));
        Link(_class.At($"ana/{_client}"), _class.At($"neighbour/{_client}"));
        Link(Path.Combine(exercises, Exercise.EchoServer.Folder), _class.At("neighbour/exercises/Ex1.Client"));
        Link(_class.At("ana/loop"), _class.At("ana"));
        Link(_class.At("eva"), _class.At("neighbour"));

        var read = _class.Read("ana");

        Assert.That(read.Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.NotAFile));
        Assert.That(read.Of(Exercise.EchoServer).Flaw, Is.EqualTo(ProgramFlaw.NotAFile));
        Assert.That(read.Files, Is.Empty);
        Assert.That(Submission.In(_class.Path).Select(one => one.Name), Is.EqualTo(["ana", "neighbour"]));
    }

    [Test]
    public async Task A_large_blob_is_not_read_into_memory()
    {
        using var repository = await Honest();
        using (var huge = File.Create(Path.Combine(repository.Path, "huge.bin")))
            huge.SetLength(200_000_000);
        repository.Write(ClassFolder.KitPath(Exercise.EchoServer), "");
        File.Copy(
            Path.Combine(repository.Path, "huge.bin"),
            Path.Combine(repository.Path, ClassFolder.KitPath(Exercise.EchoServer)),
            overwrite: true
        );
        await repository.Git("-c", "core.looseCompression=1", "add", ".");
        await repository.CommitAt(_early.AddMinutes(1));
        File.Delete(Path.Combine(repository.Path, "huge.bin"));
        var before = Environment.WorkingSet;

        var read = _class.Read("ana");

        Assert.That(Environment.WorkingSet - before, Is.LessThan(100_000_000));
        Assert.That(read.Of(Exercise.EchoServer).Flaw, Is.EqualTo(ProgramFlaw.TooLarge));
        Assert.That(read.Text(Exercise.Client), Is.EqualTo("// honest"));
    }

    [Test]
    public async Task Of_a_blob_that_is_too_large_only_the_header_is_read()
    {
        using var repository = await _class.Repository("ana");
        var id = new string('a', 40);
        var file = Path.Combine(repository.Path, ".git", "objects", id[..2], id[2..]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // The header promises what does not follow, so that whoever reads on finds the object damaged.
        await using (var packed = new ZLibStream(File.Create(file), CompressionLevel.Fastest))
            await packed.WriteAsync(Encoding.UTF8.GetBytes("blob 200000000\0" + new string('/', 5000)));
        await repository.Git("update-index", "--add", "--cacheinfo", $"100644,{id},{_client}");
        await repository.GitAt(_early, _early, "commit", "-q", "-m", "Work");

        Assert.That(_class.Read("ana").Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.TooLarge));
    }

    [Test]
    public async Task Folders_in_folders_without_end_are_too_large()
    {
        using var repository = await Honest();
        var blob = await repository.Feed([], "hash-object", "-w", "--stdin");
        var tree = await repository.Feed(
            Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Range(0, 10).Select(at => $"100644 blob {blob}\tf{at}.cs\n"))
            ),
            "mktree"
        );
        for (var depth = 0; depth < 10; depth++)
            tree = await repository.Feed(
                Encoding.UTF8.GetBytes(
                    string.Concat(Enumerable.Range(0, 10).Select(at => $"040000 tree {tree}\td{at}\n"))
                ),
                "mktree"
            );
        await repository.Git("update-ref", "refs/heads/main", await repository.Ask("commit-tree", "-m", "Bomb", tree));

        AssertNothingRead(SubmissionFlaw.TooLarge, new WorkWindow(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue));
    }

    [Test]
    public void Too_many_files_are_too_large()
    {
        for (var number = 0; number < 250; number++)
            _class.Write($"ana/{number}.cs", "");
        _class.Write("eva/ex1/Ex1.csproj", "<Project />");
        foreach (var name in new[] { "Program", "A", "B", "C" })
            _class.Write($"eva/ex1/{name}.cs", "// " + name);
        _class.Write("luis/ex1/Program.cs", new string('/', 1001));
        _class.Zip("max.zip", Enumerable.Range(0, 250).Select(number => ($"{number}.cs", "")));

        AssertNothingRead(SubmissionFlaw.TooLarge);
        Assert.That(_class.Read("eva", limits: _small).Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.TooLarge));
        Assert.That(_class.Read("luis", limits: _small).Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.TooLarge));
        Assert.That(_class.Read("max.zip", limits: _small).Work.Flaw, Is.EqualTo(SubmissionFlaw.TooLarge));
    }

    [Test]
    public void An_archive_cannot_name_places_outside_of_itself()
    {
        string[] names =
        [
            $"../neighbour/{_client}",
            "/etc/exercises/Ex1.Client/Program.cs",
            @"C:\exercises\Ex1.Client\Program.cs",
            "a/../../x.cs",
        ];
        _class.Zip("ana.zip", names.Select(name => (name, Secret)).Append(("ok.txt", "")));

        var read = _class.Read("ana.zip");

        Assert.That(read.Work.Programs.Select(program => program.Flaw), Is.All.EqualTo(ProgramFlaw.NotFound));
        Assert.That(read.Work.Programs.SelectMany(program => program.Seen), Is.Empty);
    }

    [Test]
    public void A_link_in_an_archive_is_no_program()
    {
        using (var archive = ZipFile.Open(_class.At("ana.zip"), ZipArchiveMode.Create))
        {
            var entry = archive.CreateEntry(_client);
            entry.ExternalAttributes = Convert.ToInt32("120777", 8) << 16;
            using var content = new StreamWriter(entry.Open());
            content.Write($"../../neighbour/{_client}");
        }

        Assert.That(_class.Read("ana.zip").Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.NotAFile));
    }

    [Test]
    public void An_archive_that_grows_without_end_is_not_unpacked()
    {
        var zeros = new string('/', 5_000_000);
        _class.Zip(
            "ana.zip",
            (_client, zeros),
            (".git/HEAD", "ref: refs/heads/main"),
            (".git/objects/pack/pack-0.pack", zeros)
        );
        _class.Zip("eva.zip", (_client, zeros));
        var bytes = File.ReadAllBytes(_class.At("eva.zip"));
        // The archive says that the program is short.
        Replace(bytes, BitConverter.GetBytes(5_000_000), BitConverter.GetBytes(100));
        File.WriteAllBytes(_class.At("luis.zip"), bytes);

        Assert.That(
            _class.Read("ana.zip", limits: _small).Work.Flaw,
            Is.EqualTo(SubmissionFlaw.Empty).Or.EqualTo(SubmissionFlaw.TooLarge)
        );
        Assert.That(_class.Read("eva.zip", limits: _small).Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.TooLarge));
        var lied = _class.Read("luis.zip", limits: _small);
        Assert.That(lied.Files.Values.SelectMany(files => files).Sum(file => file.Bytes.Length), Is.LessThan(1000));
    }

    [TestCase("Ñandú.cs", true)]
    [TestCase("Ñandú.cs", false)]
    public void Names_in_an_archive_are_read_in_the_encoding_that_they_have(string name, bool isUtf8)
    {
        var encoding = isUtf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(850)!;
        using (var archive = ZipFile.Open(_class.At("ana.zip"), ZipArchiveMode.Create, encoding))
            archive.CreateEntry(name);

        Assert.That(_class.Read("ana.zip").Of(Exercise.Client).Seen, Is.EqualTo(new[] { name }));
    }

    private async Task<Repository> Honest()
    {
        var repository = await _class.Repository("ana");
        repository.Write(_client, "// honest");
        await repository.CommitAt(_early);
        return repository;
    }

    private async Task<Repository> Neighbour()
    {
        var neighbour = await _class.Repository("neighbour");
        await neighbour.CommitAt(_early);
        return neighbour;
    }

    private static async Task WriteBroken(string how, string own, string theirs)
    {
        Directory.CreateDirectory(own);
        await File.WriteAllTextAsync(Path.Combine(own, "HEAD"), "ref: refs/heads/main\n");
        if (how == "a common folder")
            await File.WriteAllTextAsync(Path.Combine(own, "commondir"), theirs + "\n");
        if (how == "linked objects")
            Link(Path.Combine(own, "objects"), Path.Combine(theirs, "objects"));
        var branches = Directory.CreateDirectory(Path.Combine(own, "refs", "heads")).FullName;
        var main = Path.Combine(theirs, "refs", "heads", "main");
        if (how == "a linked branch")
            Link(Path.Combine(branches, "main"), main);
        else
            File.Copy(main, Path.Combine(branches, "main"));
    }

    private static void Link(string path, string target)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows may not allow links.");
        if (Directory.Exists(target))
            Directory.CreateSymbolicLink(path, target);
        else
            File.CreateSymbolicLink(path, target);
    }

    private static void Replace(byte[] bytes, byte[] old, byte[] by)
    {
        var found = 0;
        for (int at; (at = bytes.AsSpan().IndexOf(old)) >= 0; found++)
            by.CopyTo(bytes, at);
        Assert.That(found, Is.Positive);
    }

    private void AssertHonest() => Assert.That(_class.Read("ana").Text(Exercise.Client), Is.EqualTo("// honest"));

    private void AssertNothingRead(SubmissionFlaw flaw, WorkWindow? window = null)
    {
        var read = _class.Read("ana", window, _small);

        Assert.That(read.Work.Flaw, Is.EqualTo(flaw));
        Assert.That(read.Files, Is.Empty);
    }
}
