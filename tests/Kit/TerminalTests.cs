using System.Text;
using Lab.Build.Texts;
using Lab.Build.Views;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests what a terminal gets that does not read UTF-8: no letter is lost, and none becomes two wrong ones.</summary>
public sealed class TerminalTests
{
    [TestCase("C", "+ conexion de la senora \"A\" -> x ...")]
    [TestCase("es_ES.ISO-8859-1", "+ conexión de la señora «Á» -> x ...")]
    [TestCase("es_ES.ISO-8859-15@euro", "+ conexión de la señora «Á» -> x ...")]
    [TestCase("es_ES.what", "+ conexion de la senora \"A\" -> x ...")]
    public void A_letter_that_the_terminal_lacks_becomes_a_similar_one(string locale, string shown)
    {
        var narrow = Terminal.Narrow(locale);

        Assert.That(narrow.GetString(narrow.GetBytes("✓ conexión de la señora «Á» → ✗ …")), Is.EqualTo(shown));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no locale that names an encoding.")]
    public async Task The_lists_of_the_kit_can_be_read_there()
    {
        var run = await Host.RunWith(
            new Dictionary<string, string?> { ["LC_ALL"] = "C", [Languages.Variable] = "es" },
            ["--description"]
        );

        Assert.That(run.Output, Does.Contain("Comprueba el ejercicio").And.Not.Contain("\\u"));
        Assert.That(run.Output, Has.All.Matches<char>(char.IsAscii));
    }

    [TestCase("中", "\\u4e2d")]
    [TestCase("😀", "\\ud83d\\ude00")]
    public void A_letter_that_is_like_no_other_is_written_with_its_number(string letter, string shown) =>
        Assert.That(Encoding.ASCII.GetString(Terminal.Narrow("C").GetBytes(letter)), Is.EqualTo(shown));
}
