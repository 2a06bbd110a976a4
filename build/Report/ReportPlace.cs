using Lab.Build.Results;

namespace Lab.Build.Report;

/// <summary>The place of a report in its page, which may hold several.</summary>
/// <param name="Key">The beginning of all ids in the report.</param>
/// <param name="Level">The level of the headings of its parts, from 2.</param>
public sealed record ReportPlace(string Key, int Level)
{
    /// <summary>The place of a report that has a page of its own.</summary>
    public static readonly ReportPlace Alone = new("", 2);

    /// <summary>The id of a line of the program.</summary>
    public string IdOf(CheckedProgram program, string file, int line) => Key + SourceLines.IdOf(program, file, line);
}
