using Lab.Build.Teaching;
using Lab.Build.Teaching.Rules;

namespace Lab.Build.Texts;

// The phrases about the teacher's rule and marks.
public abstract partial class Catalogue
{
    /// <summary>Something that is wrong in a rule.</summary>
    public string Sentence(RuleFlaw flaw)
    {
        var expected = Demanded(flaw.Expected, string.Join(", ", flaw.Words));
        return flaw.Place.Length > 0 ? $"  {flaw.Place}: {expected}" : $"  {expected}";
    }

    /// <summary>A row of a table that cannot be used.</summary>
    public string Sentence(BadRow row) => InRow(row.Line, WhyBad(row.Flaw, row.Cell, row.Limit));

    /// <summary>There is no such file.</summary>
    public abstract string NoSuchFile(string file);

    /// <summary>A file cannot be read.</summary>
    /// <param name="file">The file, as the user typed it.</param>
    /// <param name="why">The operating system's message.</param>
    public abstract string FileNotRead(string file, string why);

    /// <summary>A file cannot be written.</summary>
    /// <param name="file">The file, as the user typed it.</param>
    /// <param name="why">The operating system's message.</param>
    public abstract string FileNotWritten(string file, string why);

    /// <summary>The file of the rule is not JSON.</summary>
    /// <param name="file">The file, as the user typed it.</param>
    /// <param name="line">The line where it stops being JSON.</param>
    public abstract string RuleIsNotJson(string file, long line);

    /// <summary>The places that follow are wrong in a rule.</summary>
    public abstract string RuleHasFlaws(string file);

    /// <summary>The rule has no deadline.</summary>
    public abstract string RuleHasNoDeadline(string file);

    /// <summary>The default rule was not written, because there is a file.</summary>
    public abstract string RuleExists(string file);

    /// <summary>What a place of the rule demands.</summary>
    /// <param name="expected">What is demanded.</param>
    /// <param name="words">The words or numbers that it is about. Empty if there are none.</param>
    public abstract string Demanded(RuleExpectation expected, string words);

    /// <summary>A table lacks columns.</summary>
    /// <param name="file">The file, as the user typed it.</param>
    /// <param name="missing">The columns that are missing.</param>
    /// <param name="found">The columns that are there.</param>
    public abstract string CsvLacksColumns(string file, IReadOnlyList<string> missing, IReadOnlyList<string> found);

    /// <summary>A quote in a table is not closed, or is at a wrong place.</summary>
    /// <param name="file">The file, as the user typed it.</param>
    /// <param name="line">The line.</param>
    public abstract string CsvMalformed(string file, long line);

    /// <summary>The rows that follow cannot be used.</summary>
    public abstract string CsvHasBadRows(string file);

    /// <summary>What is wrong with a row, with its line.</summary>
    public abstract string InRow(long line, string why);

    /// <summary>What is wrong with a row.</summary>
    /// <param name="flaw">The flaw.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="limit">What is possible instead, or the earlier line.</param>
    public abstract string WhyBad(CsvFlaw flaw, string cell, string limit);
}
