using Lab.Build;
using Lab.Build.Guidance;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Which version of a program is graded, and which commits count.</summary>
public sealed class HistoryTests : RepositoryTests
{
    private static readonly DateTimeOffset _deadline = ClassFolder.Deadline;
    private static readonly string _server = ClassFolder.KitPath(Exercise.EchoServer);

    [Test]
    public async Task The_last_version_in_time_is_graded_and_later_ones_are_counted()
    {
        var first = await Commit("// one", -60);
        var second = await Commit("// two", 0);
        await Commit("// three", 1);
        await Commit("// four", 600);

        var read = Class.Read("ana");

        Assert.That(read.Text(Exercise.Client), Is.EqualTo("// two"), "the deadline itself is in time");
        var program = read.Of(Exercise.Client);
        Assert.That(program, Has.Property(nameof(SubmittedProgram.Commit)).EqualTo(second));
        Assert.That(program.Commits, Is.EqualTo(new[] { first, second }));
        Assert.That(program.CommitsTooLate, Is.EqualTo(2));
        Assert.That(program.IsLate, Is.False);
        Assert.That(read.Work.Commits, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Late_work_is_taken_as_long_as_the_rule_says()
    {
        Repository.Write(_server, "// server");
        var first = await Commit("// one", -60);
        var late = await Commit("// two", 60);
        await Commit("// three", 600);

        var read = Class.Read("ana", new WorkWindow(_deadline, _deadline.AddMinutes(120)));

        Assert.That(read.Text(Exercise.Client), Is.EqualTo("// two"));
        var program = read.Of(Exercise.Client);
        Assert.That((program.IsLate, program.Commit, program.CommitsTooLate), Is.EqualTo((true, late, 1)));
        Assert.That(program.Commits, Is.EqualTo(new[] { first }), "commits in time");
        Assert.That(read.Of(Exercise.EchoServer).IsLate, Is.False, "nobody has changed it since");
        Assert.That(read.Of(Exercise.EchoServer).Commit, Is.EqualTo(first));
    }

    [Test]
    public async Task Nothing_in_time_is_told()
    {
        await Commit("// late", 1);

        var read = Class.Read("ana");

        Assert.That(read.Work.Flaw, Is.EqualTo(SubmissionFlaw.NothingInTime));
        Assert.That(read.Work.Commits, Has.Count.EqualTo(1), "what came is told");
        Assert.That(read.Files, Is.Empty);
    }

    [Test]
    public async Task A_commit_that_claims_to_be_in_time_is_taken_with_all_before_it()
    {
        var first = await Commit("// one", -60);
        var claimsLate = await Commit("// two", 60);
        var backdated = await Commit("// three", -30);

        var read = Class.Read("ana");

        Assert.That(read.Text(Exercise.Client), Is.EqualTo("// three"));
        Assert.That(read.Of(Exercise.Client).Commits, Is.EqualTo(new[] { first, backdated }));
        Assert.That(read.Of(Exercise.Client).CommitsTooLate, Is.EqualTo(1));
        Assert.That(
            read.Work.Oddities.Single(oddity => oddity.Kind == OddityKind.BeforeParent).Commits,
            Is.EqualTo(new[] { backdated })
        );
        Assert.That(
            read.Work.Commits!.Select(commit => commit.Hash),
            Is.EqualTo(new[] { first, claimsLate, backdated })
        );
    }

    [Test]
    public async Task Starters_and_the_way_back_to_them_count_for_nothing_and_white_space_does_count()
    {
        var starter = Starter.TextOf(Exercise.Client, Languages.All[0]);
        await Commit(starter, -90);
        await Commit(Starter.TextOf(Exercise.Client, Languages.All[1]).ReplaceLineEndings("\r\n"), -80);
        var begun = await Commit(starter + "// begun", -70);
        await Commit(starter, -60);
        var again = await Commit(starter + "// again", -50);
        var blanks = await Commit(starter + "// again  ", -40);
        await Repository.CommitAt(_deadline.AddMinutes(-30));

        Assert.That(Class.Read("ana").Of(Exercise.Client).Commits, Is.EqualTo(new[] { begun, again, blanks }));
    }

    [Test]
    public async Task A_move_is_no_change_and_what_came_before_it_counts()
    {
        Repository.Write("my stuff/ex1/Program.cs", ClassFolder.Right(Exercise.Client));
        var first = await Repository.CommitAt(_deadline.AddMinutes(-60));
        Directory.Delete(Path.Combine(Repository.Path, "my stuff"), recursive: true);
        await Commit(ClassFolder.Right(Exercise.Client), -50);

        var program = Class.Read("ana").Of(Exercise.Client);

        Assert.That(program.Path, Is.EqualTo(Client));
        Assert.That(program.Commits, Is.EqualTo(new[] { first }));
        Assert.That(program.Commit, Is.EqualTo(first));
    }

    [Test]
    public async Task A_merge_counts_only_if_it_differs_from_both_sides()
    {
        var first = await Commit("// one\n", -90);
        await Repository.Git("checkout", "-q", "-b", "side");
        Repository.Write(_server, "// server");
        var side = await Repository.CommitAt(_deadline.AddMinutes(-80));
        await Repository.Git("checkout", "-q", "main");
        var main = await Commit("// one\n// two\n", -70);
        await Merge("side", -60);

        Assert.That(Class.Read("ana").Of(Exercise.Client).Commits, Is.EqualTo(new[] { first, main }));
        Assert.That(Class.Read("ana").Of(Exercise.EchoServer).Commits, Is.EqualTo(new[] { side }));

        await Repository.Git("checkout", "-q", "side");
        var other = await Commit("// zero\n", -50);
        await Repository.Git("checkout", "-q", "main");
        await Repository.Git("merge", "-q", "--no-commit", "-s", "ours", "side");
        var merge = await Commit("// both\n", -40);

        Assert.That(Class.Read("ana").Of(Exercise.Client).Commits, Is.EqualTo(new[] { first, main, other, merge }));
    }

    [Test]
    public async Task Of_branches_that_were_merged_too_late_each_program_is_the_newest()
    {
        await Commit("// one", -90);
        await Repository.Git("checkout", "-q", "-b", "side");
        Repository.Write(_server, "// server");
        var side = await Repository.CommitAt(_deadline.AddMinutes(-30));
        await Repository.Git("checkout", "-q", "main");
        var main = await Commit("// two", -60);
        await Merge("side", 10);

        var read = Class.Read("ana");

        Assert.That(read.Text(Exercise.Client), Is.EqualTo("// two"));
        Assert.That(read.Of(Exercise.Client).Commit, Is.EqualTo(main));
        Assert.That(read.Text(Exercise.EchoServer), Is.EqualTo("// server"));
        Assert.That(read.Of(Exercise.EchoServer).Commit, Is.EqualTo(side));
    }

    [Test]
    public async Task A_time_that_no_calendar_has_is_in_no_time()
    {
        var tree = await Tree();
        var commit = await Raw(
            $"tree {tree}\nauthor A <a> 99999999999999 +0000\ncommitter A <a> 99999999999999 +9999\n\nWork\n"
        );
        await Repository.Git("update-ref", "refs/heads/main", commit);

        Assert.That(Class.Read("ana").Work.Flaw, Is.EqualTo(SubmissionFlaw.NothingInTime));
    }

    [Test]
    public async Task A_long_history_is_read_and_one_that_is_too_long_is_told()
    {
        var (commit, tree) = ("", await Tree());
        for (var number = 0; number < 40; number++)
        {
            var parent = commit.Length == 0 ? "" : $"parent {commit}\n";
            commit = await Raw(
                $"tree {tree}\n{parent}author A <a> {1000 + number} +0000\ncommitter A <a> {1000 + number} +0000\n\nWork\n"
            );
        }
        await Repository.Git("update-ref", "refs/heads/main", commit);

        Assert.That(Class.Read("ana").Work.Flaw, Is.Null);
        Assert.That(
            Class.Read("ana", limits: new SubmissionLimits { Commits = 39 }).Work.Flaw,
            Is.EqualTo(SubmissionFlaw.TooLarge)
        );
    }

    private async Task<string> Tree()
    {
        Repository.Write(Client, "// one");
        await Repository.Git("add", ".");
        return await Repository.Ask("write-tree");
    }

    private Task<string> Raw(string commit) =>
        Repository.Feed(
            System.Text.Encoding.UTF8.GetBytes(commit),
            "hash-object",
            "-t",
            "commit",
            "-w",
            "--stdin",
            "--literally"
        );

    private Task Merge(string branch, int minutes) =>
        Repository.GitAt(At(minutes), At(minutes), "merge", "-q", "--no-ff", "-m", "Merge", branch);
}
