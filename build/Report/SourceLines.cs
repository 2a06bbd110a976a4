using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Build.Results;

namespace Lab.Build.Report;

/// <summary>A line of a program's source.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Step">The step whose comment it is. Null for other lines.</param>
public sealed record ProgramLine(string Text, StepResult? Step)
{
    /// <summary>The column from which on it is marked, from 0. Null if nothing in it is marked.</summary>
    public int? MarkedFrom { get; init; }

    /// <summary>The number of marked characters.</summary>
    public int MarkedLength { get; init; }
}

/// <summary>The lines of a program's source: the comments of steps, and the passages that explain a finding.</summary>
internal static partial class SourceLines
{
    /// <summary>The id of a line in a report.</summary>
    public static string IdOf(CheckedProgram program, string file, int line)
    {
        var at = program.Files.ToList().FindIndex(one => one.Name == file);
        return string.Create(CultureInfo.InvariantCulture, $"f{at}-{line}");
    }

    /// <summary>The kind of a step's status.</summary>
    public static string KindOf(StepResult step) =>
        step.Status switch
        {
            StepStatus.Passed => "passed",
            StepStatus.Failed => "failed",
            _ => "unchecked",
        };

    /// <summary>The lines of a file.</summary>
    public static IEnumerable<ProgramLine> Of(ResultDocument result, SourceFile file)
    {
        var lines = (file.Text ?? "").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        foreach (var (at, text) in lines.Index())
        {
            var (from, length) = MarkedIn(result, file.Name, at + 1);
            yield return new(text, StepOf(result, text)) { MarkedFrom = from, MarkedLength = length };
        }
    }

    private static StepResult? StepOf(ResultDocument result, string line) =>
        StepComment().Match(line) is { Success: true } comment
            ? result.Steps.FirstOrDefault(step => step.Id == comment.Groups["id"].Value)
            : null;

    private static (int? From, int Length) MarkedIn(ResultDocument result, string file, int line)
    {
        var passage = result
            .Steps.Select(step => step.Passage)
            .FirstOrDefault(one => one is not null && one.File == file && one.Line == line);
        if (passage is not null)
            return (passage.Column - 1, passage.Length);
        var error = result.CompilerErrors.FirstOrDefault(one => one.File == file && one.Line == line);
        return error is null ? (null, 0) : (error.Column - 1, 1);
    }

    [GeneratedRegex(@"^\s*//\s*(?<id>\d+[a-z]?)\.\s")]
    private static partial Regex StepComment();
}
