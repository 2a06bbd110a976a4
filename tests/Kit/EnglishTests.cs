using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Texts;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests the words of English, each in one place. All other tests assert decisions.</summary>
public sealed class EnglishTests
{
    private static readonly English _english = new();

    private static string File => Path.Combine(KitFolder.Root, "tests", "Kit", "Baseline", "english.txt");

    // The lines of a phrase are listed one below the other. The commands are different on other systems.
    private static IEnumerable<string> Lines =>
        Phrase.All.Select(phrase =>
            $"{phrase}: {phrase.In(_english).ReplaceLineEndings("\n  ").Replace("build.cmd", "./build.sh", StringComparison.Ordinal).Replace(Catalogue.ListSockets, "ss -ltunp", StringComparison.Ordinal)}"
        );

    [Test]
    public void Every_phrase_says_what_it_said() =>
        Assert.That(
            string.Join('\n', Lines),
            Is.EqualTo(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n").TrimEnd())
        );

    [Test]
    [Explicit("It writes the baseline anew.")]
    public void Write_what_every_phrase_says() => System.IO.File.WriteAllText(File, string.Join('\n', Lines) + "\n");

    [Test]
    public void Every_code_has_a_phrase_of_its_own()
    {
        var byMember = Phrase.All.GroupBy(phrase => phrase.Member);

        using (Assert.EnterMultipleScope())
        {
            foreach (var phrases in byMember.Where(phrases => phrases.Count() > 1))
                Assert.That(phrases.Select(phrase => phrase.In(_english)), Is.Unique.And.None.Empty, phrases.Key.Name);
        }
    }

    [TestCase(nameof(Catalogue.Likely))]
    [TestCase(nameof(Catalogue.ToDo))]
    [TestCase(nameof(Catalogue.Learnt))]
    [TestCase(nameof(Catalogue.NoteOn))]
    [TestCase(nameof(Catalogue.AllPassed))]
    [TestCase(nameof(Catalogue.NoSuchProgram))]
    public void A_sentence_begins_like_one_and_ends_with_a_full_stop(string member) =>
        Assert.That(
            Phrase.All.Where(phrase => phrase.Member.Name == member).Select(phrase => phrase.In(_english)),
            Is.Not.Empty.And.All.Matches(@"^[A-Z].*[.?]$")
        );

    [TestCase(1, "1 byte")]
    [TestCase(0, "0 bytes")]
    [TestCase(70_000, "70,000 bytes")]
    public void Bytes_are_counted(long count, string words) => Assert.That(_english.Bytes(count), Is.EqualTo(words));

    [TestCase(0.5, "checked just now")]
    [TestCase(1, "checked 1 minute ago")]
    [TestCase(59, "checked 59 minutes ago")]
    [TestCase(60, "checked 1 hour ago")]
    [TestCase(60 * 24, "checked 1 day ago")]
    [TestCase(60 * 24 * 2000, "checked 2,000 days ago")]
    public void Time_that_has_passed_is_counted_in_its_largest_unit(double minutes, string words) =>
        Assert.That(_english.CheckedAgo(TimeSpan.FromMinutes(minutes), hasChanged: false), Is.EqualTo(words));

    [Test]
    public void A_client_is_called_a_client() =>
        Assert.That(_english.Observed(Symptom.Ended, new(Role.Client, TimeSpan.Zero)), Is.EqualTo("your client ended"));
}
