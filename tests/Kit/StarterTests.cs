using Lab.Build;
using Lab.Build.Guidance;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Starters are laid down where nobody has begun, and never over somebody's work.</summary>
public sealed class StarterTests
{
    private readonly TemporaryFolder _folder = new();

    private string Program => Path.Combine(_folder.Path, "Program.cs");

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCaseSource(typeof(Languages), nameof(Languages.All))]
    public void A_starter_in_whatever_language_is_untouched_work(Catalogue language)
    {
        Starter.LayDown(Exercise.EchoServer, language, Program);

        Assert.That(File.ReadAllText(Program), Does.Contain($"// 5d. {language.StepTitle(Exercise.EchoServer, "5d")}"));
        Assert.That(Starter.IsUntouched(Exercise.EchoServer, Program));
    }

    [TestCase("\r\n")]
    [TestCase("\n")]
    public void The_ends_of_lines_and_of_the_file_are_nobodys_work(string lineEnd)
    {
        File.WriteAllText(
            Program,
            Starter.TextOf(Exercise.Client, new Spanish()).ReplaceLineEndings(lineEnd) + lineEnd
        );

        Assert.That(Starter.IsUntouched(Exercise.Client, Program));
    }

    [Test]
    public void A_starter_takes_the_place_of_another_one_and_keeps_nothing()
    {
        Starter.LayDown(Exercise.Client, new English(), Program);

        var kept = Starter.LayDown(Exercise.Client, new Spanish(), Program);

        Assert.That(kept, Is.Null);
        Assert.That(Directory.GetFiles(_folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void Work_that_was_begun_is_kept_however_often()
    {
        foreach (var work in new[] { "// one", "// two" })
        {
            File.WriteAllText(Program, work);
            Assert.That(Starter.IsUntouched(Exercise.Client, Program), Is.False);
            var kept = Starter.LayDown(Exercise.Client, new English(), Program);
            Assert.That(File.ReadAllText(kept!), Is.EqualTo(work));
        }

        Assert.That(
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName),
            Is.EquivalentTo(["Program.cs", "Program.cs.old", "Program.cs.old2"])
        );
    }

    [Test]
    public void A_starter_of_another_exercise_is_work()
    {
        Starter.LayDown(Exercise.Client, new English(), Program);

        Assert.That(Starter.IsUntouched(Exercise.EchoServer, Program), Is.False);
    }
}
