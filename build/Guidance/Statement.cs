using System.Text.RegularExpressions;

namespace Lab.Build.Guidance;

/// <summary>The statement of an exercise, which holds the hints for its steps.</summary>
public static partial class Statement
{
    /// <summary>
    /// The hints for a step. The first one is a nudge, the last one explains the concept. Links are written out. The
    /// list is empty if the step has no hints.
    /// </summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="step">The id of the step.</param>
    /// <param name="readMe">The name of the statement's file, which depends on the language.</param>
    public static IReadOnlyList<string> Hints(Exercise exercise, string step, string readMe)
    {
        var folded = Folded()
            .Matches(TextOf(exercise, readMe))
            .FirstOrDefault(block => block.Groups["step"].Value == step);
        return folded is null ? [] : [.. Item().Matches(folded.Groups["hints"].Value).Select(Plain)];
    }

    // The student may edit or delete the statement.
    private static string TextOf(Exercise exercise, string readMe)
    {
        try
        {
            return File.ReadAllText(Path.Combine(KitFolder.Root, "exercises", exercise.Folder, readMe));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // A terminal shows no marks around code, and the address of a link after its words.
    private static string Plain(Match item) =>
        Link()
            .Replace(Blanks().Replace(item.Groups["text"].Value, " ").Trim(), "${words} (${address})")
            .Replace("`", "", StringComparison.Ordinal);

    // The summary ends with the step's id, in any language.
    [GeneratedRegex(@"<summary>[^<]* (?<step>\w+)</summary>(?<hints>.*?)</details>", RegexOptions.Singleline)]
    private static partial Regex Folded();

    [GeneratedRegex(@"^\d+\. (?<text>.*?)(?=^\d+\. |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Item();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\((?<address>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
