using Lab.Build;
using Lab.Build.Teaching.Submissions;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>What collections have witnessed, and what looks odd in a history.</summary>
public sealed class CollectTests : RepositoryTests
{
    private static readonly DateTimeOffset _deadline = ClassFolder.Deadline;

    [Test]
    public async Task Each_commit_keeps_the_time_when_it_was_first_seen()
    {
        var first = await Commit("// one", -300);
        var (_, seen) = Collect(Witnesses.None, -200);
        var second = await Commit("// two", -150);

        var (all, again) = Collect(seen, -100);

        Assert.That((all.Repositories, all.NewHeads, all.NewCommits), Is.EqualTo((1, 1, 1)));
        Assert.That(
            again["ana"]!.Commits,
            Is.EqualTo(new[] { new Witnessed(first, At(-200)), new Witnessed(second, At(-100)) })
        );
        Assert.That(again["ana"]!.Collections, Is.EqualTo(new[] { At(-200), At(-100) }));
        Assert.That(
            Read(again).Work.Commits!.Select(commit => commit.WitnessedAt),
            Is.EqualTo(new DateTimeOffset?[] { At(-200), At(-100) })
        );
        Assert.That(Collect(again, -50).Class.NewHeads + Collect(again, -50).Class.NewCommits, Is.Zero);
    }

    [Test]
    public async Task A_history_that_was_rewritten_after_it_was_seen_is_told()
    {
        var first = await Commit("// one", -300);
        var lost = await Commit("// two", -200);
        var (_, seen) = Collect(Witnesses.None, -150);
        await Repository.Git("reset", "-q", "--hard", first);
        await Commit("// three", -100);

        Assert.That(Collect(seen, -50).Class.Rewritten, Is.EqualTo(["ana"]));
        Assert.That(Oddity(OddityKind.Rewritten, seen), Is.EqualTo(new[] { lost }));

        await Repository.Git("branch", "kept", lost);
        Assert.That(Oddity(OddityKind.Rewritten, seen), Is.Null, "it is on another branch");
    }

    [Test]
    public async Task A_commit_is_seen_late_only_if_an_earlier_collection_could_have_seen_it()
    {
        await Commit("// one", -300);
        var (_, seen) = Collect(Witnesses.None, -200);
        var unseen = await Commit("// two", -250);
        var honest = await Commit("// three", -100);
        Assert.That(Oddity(OddityKind.SeenLate, Collect(seen, -50).Seen), Is.Null, "it was seen in time");

        (_, seen) = Collect(seen, 60);

        Assert.That(Oddity(OddityKind.SeenLate, seen), Is.EqualTo(new[] { unseen }), $"and not {honest}");
    }

    [Test]
    public async Task What_claims_to_be_odd_is_told()
    {
        Repository.Write(Client, "// one");
        var apart = await Repository.CommitAt(At(-60), At(-60 - 25 * 60));
        await Commit("// two", -60);
        var given = new WorkWindow(_deadline, _deadline) { GivenOut = At(-24 * 60) };
        Assert.That(Odd(given), Is.EqualTo(new[] { OddityKind.TimesApart, OddityKind.BeforeGivenOut }));

        await Commit("// three", -59);
        Assert.That(Odd(given), Does.Contain(OddityKind.AllAtOnce));
        Assert.That(Oddity(OddityKind.TimesApart, Witnesses.None), Is.EqualTo(new[] { apart }));

        await Commit("// four", -58);
        Assert.That(Odd(given), Does.Not.Contain(OddityKind.AllAtOnce));
        await Commit("// five", -62);
        Assert.That(Odd(given), Does.Not.Contain(OddityKind.BeforeParent), "clocks differ by a few minutes");
        await Commit("// six", -70);
        Assert.That(Odd(given), Does.Contain(OddityKind.BeforeParent));
    }

    [Test]
    public async Task What_has_no_git_or_cannot_be_read_is_told_and_not_witnessed()
    {
        await Commit("// one", -300);
        await Class.Repository("empty");
        Class.Write("eva/Program.cs", "// eva");
        Class.Write("luis.zip", "no archive");

        var (all, seen) = Collect(Witnesses.None, 0);

        Assert.That(all.Repositories, Is.EqualTo(2));
        Assert.That(all.WithoutGit, Is.EqualTo(["eva"]));
        Assert.That(all.NotRead, Is.EqualTo(["luis"]));
        Assert.That(seen.Submissions.Select(one => one.Name), Is.EqualTo(["ana", "empty"]));
    }

    [Test]
    public async Task The_file_is_read_back_as_it_was_written()
    {
        await Commit("// one", -300);
        var (_, seen) = Collect(Witnesses.None, -200);
        var folder = Directory.CreateDirectory(Class.At("out")).FullName;

        seen.Write(folder);

        Assert.That(Witnesses.Read(folder), Is.EqualTo(seen));
        Assert.That(Directory.EnumerateFiles(folder).Select(Path.GetFileName), Is.EqualTo([Witnesses.FileName]));
        Assert.That(Witnesses.Read(Class.Path), Is.EqualTo(Witnesses.None), "there is none");
    }

    [TestCase("no JSON")]
    [TestCase("null")]
    [TestCase("""{ "schema": "lab/witnessed/v2", "submissions": [] }""")]
    [TestCase("""{ "schema": "lab/witnessed/v1", "submissions": [], "more": 1 }""")]
    public async Task A_damaged_file_is_refused_in_one_sentence_and_stays_as_it_is(string text)
    {
        await Commit("// one", -300);
        Class.Write("out/witnessed.json", text);

        var run = await Host.Run("--target=Collect", $"--submissions={Class.Path}", $"--out={Class.At("out")}");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
        Assert.That(run.Error, Does.Contain("witnessed.json cannot be read, and stays as it is"));
        Assert.That(await File.ReadAllTextAsync(Class.At("out/witnessed.json")), Is.EqualTo(text));
    }

    [Test]
    public async Task Collect_says_what_it_saw_and_keeps_it()
    {
        var commit = await Commit("// one", -300);
        using var results = new TemporaryFolder();
        var folder = Path.Combine(results.Path, "new", "graded");
        string[] line = ["--target=Collect", $"--submissions={Class.Path}", $"--out={folder}"];

        var first = await Host.Run(line);
        var again = await Host.Run(line);

        Assert.That((first.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), first.Error + again.Error);
        Assert.That(first.Output, Does.Contain("1 repository, 1 with a new last commit."));
        Assert.That(first.Output, Does.Contain("1 commit that changes a program was seen for the first time."));
        Assert.That(again.Output, Does.Contain("1 repository, 0 with a new last commit."));
        Assert.That(Witnesses.Read(folder)["ana"]!.Heads.Single().Commit, Is.EqualTo(commit));
        Assert.That(Witnesses.Read(folder)["ana"]!.Collections, Has.Count.EqualTo(2));
    }

    [TestCase("--submissions={0}", "--out=graded")]
    [TestCase("--out={0}", "--submissions=class")]
    [TestCase("--out={0}/lab.zip --submissions={0}", "name of a file")]
    [TestCase("--out={0}/out --submissions={0}/none", "there is no such folder")]
    public async Task Wrong_arguments_get_a_sentence(string line, string sentence)
    {
        var arguments = line.Split(' ').Select(one => string.Format(null, one, Class.Path));

        var run = await Host.Run(["--target=Collect", .. arguments]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(sentence));
    }

    private (CollectedClass Class, Witnesses Seen) Collect(Witnesses before, int minutes) =>
        CollectedClass.Of(Submission.In(Class.Path), new(), before, At(minutes), CancellationToken.None);

    private ReadWork Read(Witnesses witnesses, WorkWindow? window = null) =>
        new SubmissionReader().Read(Class.Submission("ana"), window ?? ClassFolder.Window, witnesses["ana"]);

    private IEnumerable<OddityKind> Odd(WorkWindow window) =>
        Read(Witnesses.None, window).Work.Oddities.Select(oddity => oddity.Kind);

    private ValueList<string>? Oddity(OddityKind kind, Witnesses witnesses) =>
        Read(witnesses).Work.Oddities.SingleOrDefault(oddity => oddity.Kind == kind)?.Commits;
}
