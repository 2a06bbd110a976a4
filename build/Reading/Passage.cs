namespace Lab.Build.Reading;

/// <summary>The passage of a program that explains a finding.</summary>
/// <param name="Mistake">The mistake that it contains.</param>
/// <param name="File">The file, named as in <see cref="Results.CheckedProgram.Files"/>.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its first character in the line, from 1.</param>
/// <param name="Length">The number of its characters in this line, at least 1.</param>
public sealed record Passage(Mistake Mistake, string File, int Line, int Column, int Length)
{
    /// <summary>The name in the program that the mistake is about. Null if the mistake needs none.</summary>
    public string? Name { get; init; }
}
