using Lab.Build.Views;
using NUnit.Framework;

namespace Lab.Kit.Tests.Pointers;

/// <summary>How a line of a program is shown, with marks below the passage.</summary>
public sealed class SourceLineTests
{
    [TestCase("    int a = b;", 13, 1, "   14 │ int a = b;", "      │         ^")]
    [TestCase("\tint a = b;", 10, 1, "   14 │ int a = b;", "      │         ^", TestName = "a tab in front")]
    [TestCase("a\t= b;", 5, 1, "   14 │ a = b;", "      │     ^", TestName = "a tab in the middle")]
    [TestCase("a = \u001b[31mb;", 10, 1, "   14 │ a = \\x1b[31mb;", "      │             ^", TestName = "an escape")]
    [TestCase("ab", 9, 3, "   14 │ ab", "      │   ^", TestName = "behind the end")]
    [TestCase("a = bcd;", 5, 3, "   14 │ a = bcd;", "      │     ^^^")]
    public void The_marks_are_below_the_passage(string line, int column, int length, string first, string second) =>
        Assert.That(Rendered.Lines(new SourceLine(line, column, length, 14)), Is.EqualTo(new[] { first, second }));

    [Test]
    public void A_long_line_is_shown_around_the_passage(
        [Values(40, 80, 200)] int width,
        [Values(1, 150, 299)] int column
    )
    {
        var line = string.Concat(Enumerable.Range(0, 300).Select(at => (char)('a' + at % 26)));

        var shown = Rendered.Lines(new SourceLine(line, column, 2, 14), width);

        Assert.That(shown, Has.All.Length.LessThanOrEqualTo(Math.Min(width, 80)));
        Assert.That(
            shown[0].Substring(shown[1].IndexOf('^', StringComparison.Ordinal), 2),
            Is.EqualTo(line.Substring(column - 1, 2))
        );
    }
}
