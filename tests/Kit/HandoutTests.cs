using System.IO.Compression;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Arguments;
using Lab.Build.Guidance;
using Lab.Build.Teaching;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The kit as students get it.</summary>
public sealed class HandoutTests
{
    private static readonly Dictionary<string, Handout> _handouts = Languages.All.ToDictionary(
        language => language.Code,
        language => Handout.Of(KitFolder.Root, language)
    );

    private static IEnumerable<string> Codes => _handouts.Keys;

    [TestCaseSource(nameof(Codes))]
    public void It_holds_no_solution_and_nothing_for_teachers(string code)
    {
        var files = _handouts[code].Files;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                files.Keys,
                Has.None.Matches("^(solutions|tests/(Kit|Programs)|build/Teaching|[.]ci|[.]github)/")
            );
            Assert.That(
                files["lab.sln"],
                Does.Contain("Ex1.Client.csproj").And.Not.Contain("solutions").And.Not.Contain("Kit.csproj")
            );
            Assert.That(Exercise.All.SelectMany(ProofOf(_handouts[code], code).LeaksOf), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void Its_README_is_for_students(string code)
    {
        var readme = _handouts[code].Files["README.md"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(readme, Does.StartWith("# "), "no link to a page that is not there");
            Assert.That(readme, Does.Contain("git init"));
            Assert.That(readme, Does.Not.Contain("<!--").And.Not.Contain("-->").And.Not.Contain("](../"));
            foreach (
                var name in KitArgument
                    .ForTeachers.Select(argument => argument.Typed)
                    .Concat(Target.ForTeachers.Select(target => $"`{target}`"))
            )
                Assert.That(readme, Does.Not.Contain(name));
            foreach (var file in LinksIn(readme))
                Assert.That(_handouts[code].Files.Keys, Has.Some.StartsWith(file), "a link");
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void Its_starters_are_those_of_the_language_whatever_the_checkout_holds(string code)
    {
        var files = _handouts[code].Files;

        foreach (var exercise in Exercise.All)
            Assert.That(
                files[$"exercises/{exercise.Folder}/Program.cs"],
                Is.EqualTo(Starter.TextOf(exercise, Languages.Find(code)!).ReplaceLineEndings("\n"))
            );
        Assert.That(
            files.Keys.Where(path =>
                path.StartsWith("exercises/", StringComparison.Ordinal)
                && path.EndsWith(".cs", StringComparison.Ordinal)
            ),
            Has.Exactly(Exercise.All.Count).Items
        );
    }

    [Test]
    public void Solutions_that_slip_in_are_found()
    {
        var solution = File.ReadAllText(KitFolder.ProgramOf(Exercise.ThreadedServer, solution: true));
        var files = new Dictionary<string, string>(_handouts["es"].Files) { ["build/Notes.md"] = $"So:\n{solution}" };

        var leaks = ProofOf(new Handout(files), "es").LeaksOf(Exercise.ThreadedServer);

        Assert.That(
            leaks.OfType<HandoutFlaw.HoldsSolution>().Select(leak => leak.File),
            Is.EqualTo(["build/Notes.md"])
        );
    }

    [Test]
    public void The_same_files_give_the_same_bytes_and_scripts_can_be_run()
    {
        var zip = _handouts["es"].Zipped();
        using var archive = new ZipArchive(new MemoryStream(zip));

        Assert.That(Handout.Of(KitFolder.Root, new Spanish()).Zipped(), Is.EqualTo(zip));
        Assert.That(
            archive.GetEntry("build.sh")!.ExternalAttributes >> 16 & 0xFFFF,
            Is.EqualTo(Convert.ToInt32("100755", 8))
        );
    }

    [Test]
    [All]
    public async Task It_proves_itself_and_refuses_there_what_is_for_teachers()
    {
        using var folder = new TemporaryFolder();
        var proof = new HandoutProof(_handouts["es"], folder.Path, new Spanish(), CancellationToken.None);
        await foreach (var flaw in proof.Flaws())
            Assert.Fail($"{flaw}");

        foreach (var given in new[] { "--target=Test", "--target=Handout", "--solution", "--all" })
        {
            var run = await Cli.Wrap(proof.Script)
                .WithArguments([given, "--lang=es"])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync();
            Assert.That(run.ExitCode, Is.EqualTo(2), given);
            Assert.That(run.StandardError, Does.Contain($"{given} no está en este kit"));
        }
    }

    private static HandoutProof ProofOf(Handout handout, string code) =>
        new(handout, "", Languages.Find(code)!, CancellationToken.None);

    private static IEnumerable<string> LinksIn(string readme) =>
        readme
            .Split("](")
            .Skip(1)
            .Select(rest => rest.Split(')')[0])
            .Where(link => !link.StartsWith("http", StringComparison.Ordinal))
            .Select(link => link.Split('#')[0]);
}
