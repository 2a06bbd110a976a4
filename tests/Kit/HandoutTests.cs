using System.IO.Compression;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Arguments;
using Lab.Build.Guidance;
using Lab.Build.Teaching;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The kit as students get it, made from what was committed last.</summary>
public sealed class HandoutTests
{
    private static readonly string[] _forTeachers =
    [
        "--target=Test",
        "--target=Handout",
        "--target=Collect",
        "--submissions",
        "--solution",
        "--all",
        "--exercises",
    ];

    private static CommittedKit _kit = null!;

    private static IEnumerable<string> Codes => Languages.All.Select(language => language.Code);

    [OneTimeSetUp]
    public static async Task ReadKit()
    {
        try
        {
            _kit = await CommittedKit.Read(KitFolder.Root, CancellationToken.None);
        }
        catch (RefusedException nothing)
        {
            Assert.Ignore($"The kit is in no git repository: {nothing.Message}");
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void It_holds_no_solution_and_nothing_for_teachers(string code)
    {
        var handout = HandoutIn(code);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                handout.Files.Keys,
                Has.None.Matches("^(solutions|tests/(Kit|Programs)|build/Teaching|[.]ci|[.]github)/")
            );
            Assert.That(
                handout.Files["lab.sln"],
                Does.Contain("Ex1.Client.csproj").And.Not.Contain("solutions").And.Not.Contain("Kit.csproj")
            );
            Assert.That(Exercise.All.SelectMany(ProofOf(handout, code).LeaksOf), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void Its_README_is_for_students(string code)
    {
        var files = HandoutIn(code).Files;
        var readme = files["README.md"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(readme, Does.StartWith("# "), "no link to a page that is not there");
            Assert.That(readme, Does.Contain("git init"));
            Assert.That(readme, Does.Not.Contain("<!--").And.Not.Contain("-->").And.Not.Contain("](../"));
            foreach (
                var name in KitArgument
                    .ForTeachers.Select(argument => $"`{argument.Typed}`")
                    .Concat(Target.ForTeachers.Select(target => $"`{target}`"))
            )
                Assert.That(readme, Does.Not.Contain(name));
            foreach (var file in LinksIn(readme))
                Assert.That(files.Keys, Has.Some.StartsWith(file), "a link");
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void Its_starters_are_those_of_its_language(string code)
    {
        var files = HandoutIn(code).Files;

        foreach (var exercise in Exercise.All)
            Assert.That(
                files[$"exercises/{exercise.Folder}/Program.cs"],
                Is.EqualTo(files[Starter.PathOf(exercise, Languages.Find(code)!)])
            );
        Assert.That(files[KitFolder.HandoutFile], Is.EqualTo(code + "\n"));
    }

    [Test]
    public void Of_a_rule_it_holds_the_deadline_alone()
    {
        var deadline = new Deadline(new(2026, 2, 26, 23, 59, 59, TimeSpan.FromHours(1)));
        var kit = _kit with
        {
            Files = new Dictionary<string, string>(_kit.Files)
            {
                [Deadline.FileName] = """{ "extensions": { "ana": "2026-03-01T23:59+01:00" } }""",
                ["roster.csv"] = "id;name\nana;Ana\n",
            },
        };

        var files = Handout.Of(kit, new English(), deadline).Files;

        Assert.That(Handout.Of(kit, new English()).Files.Keys, Has.None.EqualTo(Deadline.FileName));
        Assert.That(files[Deadline.FileName], Is.EqualTo("{ \"deadline\": \"2026-02-26T23:59:59+01:00\" }\n"));
        Assert.That(files.Keys, Has.None.EqualTo("roster.csv"));
    }

    [TestCase("as it is")]
    [TestCase("in Markdown")]
    [TestCase("in JSON")]
    [TestCase("with comments")]
    [TestCase("in Spanish")]
    public void Solutions_that_slip_in_are_found(string how)
    {
        var folder = how == "in Spanish" ? Path.Combine("es", Exercise.Client.Folder) : Exercise.Client.Folder;
        var solution = File.ReadAllText(Path.Combine(KitFolder.Solutions, folder, "Program.cs"))
            .ReplaceLineEndings("\n");
        var text = how switch
        {
            "in Markdown" => "> " + solution.Replace("\n", "\n> ", StringComparison.Ordinal),
            "in JSON" => JsonSerializer.Serialize(solution),
            "with comments" => solution.Replace(";\n", "; // so\n", StringComparison.Ordinal),
            _ => solution,
        };
        var handout = HandoutIn("es");
        var files = new Dictionary<string, string>(handout.Files) { ["build/Notes.md"] = text };

        var leaks = ProofOf(handout with { Files = files }, "es").LeaksOf(Exercise.Client);

        Assert.That(
            leaks.OfType<HandoutFlaw.HoldsSolution>().Select(leak => leak.File),
            Is.EqualTo(["build/Notes.md"])
        );
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "The kit is a script for Unix.")]
    public async Task A_kit_that_does_not_do_what_it_must_is_found()
    {
        using var folder = new TemporaryFolder();
        const string Script = """
            #!/bin/sh
            for given; do case $given in --output=*) echo '{ "next": "2" }' > "${given#--output=}" ;; esac; done
            echo "step 2 comes next"
            exit 1
            """;
        var handout = new Handout(
            new Dictionary<string, string> { ["build.sh"] = Script + "\n" },
            DateTimeOffset.UnixEpoch.AddYears(20)
        );
        var flaws = new List<HandoutFlaw>();

        await foreach (
            var flaw in new HandoutProof(handout, folder.Path, new English(), CancellationToken.None).Flaws()
        )
            flaws.Add(flaw);

        const string Printed = "step 2 comes next\n";
        Assert.That(
            flaws,
            Is.EqualTo(
                Exercise
                    .All.Select(HandoutFlaw (exercise) => new HandoutFlaw.StarterNotAtStep1(exercise, Printed))
                    .Concat(Exercise.All.Select(exercise => new HandoutFlaw.RightProgramFails(exercise, Printed)))
            )
        );
    }

    [Test]
    public async Task What_is_not_committed_is_not_handed_out()
    {
        using var repository = await Repository.Create();
        repository.Write("build/kept.cs", "committed\r\n");
        await repository.Commit();
        repository.Write("build/kept.cs", "changed since");
        repository.Write("build/secret.json", "{}");

        var kit = await CommittedKit.Read(repository.Path, CancellationToken.None);

        Assert.That(kit.Files.Keys, Is.EqualTo(["build/kept.cs"]));
        Assert.That(kit.Files["build/kept.cs"].TrimEnd(), Is.EqualTo("committed"));
        Assert.That(kit.Time, Is.EqualTo(DateTimeOffset.Now).Within(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public void Without_a_repository_there_is_nothing_to_hand_out()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => CommittedKit.Read(folder.Path, CancellationToken.None),
            Throws.InstanceOf<RefusedException>()
        );
    }

    [Test]
    public void The_same_commit_gives_the_same_bytes_whatever_the_ends_of_lines()
    {
        var windows = _kit with
        {
            Files = _kit.Files.ToDictionary(file => file.Key, file => file.Value.ReplaceLineEndings("\r\n")),
        };

        Assert.That(Handout.Of(windows, new Spanish()).Zipped(), Is.EqualTo(HandoutIn("es").Zipped()));
    }

    [Test]
    public void Its_scripts_can_be_run_and_no_file_comes_from_the_future()
    {
        using var archive = new ZipArchive(new MemoryStream(HandoutIn("es").Zipped()));

        Assert.That(
            archive.GetEntry("lab/build.sh")!.ExternalAttributes >> 16 & 0xFFFF,
            Is.EqualTo(Convert.ToInt32("100755", 8))
        );
        Assert.That(
            archive.Entries.Select(entry => entry.LastWriteTime.UtcDateTime),
            Is.All.LessThan(_kit.Time.UtcDateTime.AddHours(-9))
        );
    }

    [TestCase("--target=Handout", "--out=lab.zip")]
    [TestCase("--target=Handout --out=lab.txt", "ends with .zip")]
    [TestCase("--target=Handout --out=no/such/folder/lab.zip", "cannot be written")]
    [TestCase("--target=Handout --out=lab.zip --config=no/such/grading.json", "no/such/grading.json")]
    public async Task A_wrong_file_gets_a_sentence_at_once(string line, string sentence)
    {
        var run = await Host.Run(line.Split(' '));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(sentence));
        Assert.That(run.Output, Does.Not.Contain("tried"));
    }

    // It builds a whole kit, and no other check must have to wait for that. Which language it is makes no difference to the
    // proof.
    [TestCase("es")]
    [NonParallelizable]
    [All]
    public async Task It_proves_itself_and_speaks_its_language(string code)
    {
        using var folder = new TemporaryFolder();
        var language = Languages.Find(code)!;
        var deadline = new Deadline(new(2026, 2, 26, 23, 59, 59, TimeSpan.FromHours(1)));
        var handout = Handout.Of(_kit, language, deadline);
        var proof = new HandoutProof(handout, folder.Path, language, CancellationToken.None);
        await foreach (var flaw in proof.Flaws())
            Assert.Fail($"{flaw}");
        var standing = await Cli.Wrap(proof.Script).ExecuteBufferedAsync();
        Assert.That(standing.StandardOutput, Does.Contain(Catalogue.Time(deadline.LastMoment)));

        foreach (var given in _forTeachers)
        {
            var run = await Cli.Wrap(proof.Script)
                .WithArguments([given])
                .WithEnvironmentVariables(
                    new Dictionary<string, string?> { ["LANG"] = "de_DE.UTF-8", [Languages.Variable] = null }
                )
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync();
            Assert.That(run.ExitCode, Is.EqualTo(2), given);
            Assert.That(run.StandardError, Does.Contain(language.NotForStudents(given)));
        }
    }

    private static Handout HandoutIn(string code) => Handout.Of(_kit, Languages.Find(code)!);

    private static HandoutProof ProofOf(Handout handout, string code) =>
        new(handout, "", Languages.Find(code)!, CancellationToken.None);

    private static IEnumerable<string> LinksIn(string readme) =>
        readme
            .Split("](")
            .Skip(1)
            .Select(rest => rest.Split(')')[0].Split('#')[0])
            .Where(link => link.Length > 0 && !link.StartsWith("http", StringComparison.Ordinal));
}
