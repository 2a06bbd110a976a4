using Lab.Build;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>What the student is told about the commits that the work is graded from.</summary>
public sealed class CommittedWorkTests
{
    private Repository _repository = null!;

    [SetUp]
    public async Task CreateRepository() => _repository = await Repository.Create();

    [TearDown]
    public void RemoveRepository() => _repository.Dispose();

    [Test]
    public async Task A_commit_of_a_starter_in_whatever_language_counts_for_nothing()
    {
        foreach (var language in Languages.All)
        {
            Write(Starter.TextOf(Exercise.Client, language));
            await _repository.Commit();
        }

        Assert.That((await Read())!.Programs[Exercise.Client], Is.EqualTo(new CommittedProgram(0, IsCommitted: true)));
    }

    [Test]
    public async Task Commits_that_change_the_program_count_and_others_do_not()
    {
        Write("// one");
        await _repository.Commit();
        _repository.Write("notes.md", "other work");
        await _repository.Commit();
        Write("// two");
        await _repository.Commit();

        var work = await Read();

        Assert.That(work!.Programs[Exercise.Client], Is.EqualTo(new CommittedProgram(2, IsCommitted: true)));
        Assert.That(work.Programs[Exercise.EchoServer], Is.EqualTo(new CommittedProgram(0, IsCommitted: false)));
        Assert.That(work.Unpushed, Is.Null, "there is no remote");
    }

    [Test]
    public async Task Changes_since_the_last_commit_are_seen()
    {
        Write("// one");
        await _repository.Commit();
        Write("// changed");

        Assert.That((await Read())!.Programs[Exercise.Client], Is.EqualTo(new CommittedProgram(1, IsCommitted: false)));
    }

    [Test]
    public async Task A_kit_in_a_folder_of_a_repository_is_found_there()
    {
        _repository.Write($"my lab/exercises/{Exercise.Client.Folder}/Program.cs", "// one");
        await _repository.Commit();

        var work = await CommittedWork.Read(Path.Combine(_repository.Path, "my lab"), CancellationToken.None);

        Assert.That(work!.Programs[Exercise.Client], Is.EqualTo(new CommittedProgram(1, IsCommitted: true)));
    }

    [Test]
    public async Task Commits_that_the_remote_lacks_are_counted()
    {
        Write("// one");
        await _repository.Commit();
        using var remote = await Repository.Create();
        await _repository.Git("remote", "add", "origin", remote.Path);
        await _repository.Git("push", "-q", "-u", "origin", "HEAD:refs/heads/work");
        Assert.That((await Read())!.Unpushed, Is.Zero);
        Write("// two");
        await _repository.Commit();

        Assert.That((await Read())!.Unpushed, Is.EqualTo(1));
    }

    [Test]
    public async Task Without_a_repository_nothing_is_said()
    {
        using var folder = new TemporaryFolder();

        Assert.That(await CommittedWork.Read(folder.Path, CancellationToken.None), Is.Null);
    }

    [TestCase(0, false, "no commit yet")]
    [TestCase(1, true, "1 commit")]
    [TestCase(2, false, "2 commits, and later changes that are not committed")]
    public void It_is_said_in_a_few_words(int commits, bool isCommitted, string words) =>
        Assert.That(new English().Committed(commits, isCommitted), Is.EqualTo(words));

    private void Write(string program) => _repository.Write($"exercises/{Exercise.Client.Folder}/Program.cs", program);

    private Task<CommittedWork?> Read() => CommittedWork.Read(_repository.Path, CancellationToken.None);
}
