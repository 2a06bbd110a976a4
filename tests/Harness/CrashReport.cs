using System.Text.RegularExpressions;

namespace Lab.Harness;

/// <summary>An exception that the program did not handle.</summary>
/// <param name="Type">Its full type name.</param>
/// <param name="Message">
/// The first line of its message, at most <see cref="CapturedOutput.LongestLine"/> characters.
/// </param>
/// <param name="Place">The first file and line of the program in its trace, such as <c>Program.cs:12</c>.</param>
public sealed record Crash(string Type, string Message, string? Place);

/// <summary>Finds the exception that ended a program, from the program's standard error.</summary>
public static partial class CrashReport
{
    /// <summary>The exception, as .NET, Java, Python and Node report it. Null if there is none.</summary>
    /// <param name="error">The program's standard error.</param>
    public static Crash? Find(string error)
    {
        // Node ends its report with a line that begins with its own name.
        var isNode = error.TrimEnd().Split('\n')[^1].StartsWith("Node.js v", StringComparison.Ordinal);
        var match = (isNode ? NodeText() : UnhandledText()).Match(error);
        if (!match.Success)
            return null;
        var place = PlaceText().Match(error, match.Index);
        return new(
            CapturedOutput.Shortened(match.Groups["type"].Value),
            CapturedOutput.Shortened(match.Groups["message"].Value.Trim()),
            place.Success
                ? CapturedOutput.Shortened($"{place.Groups["file"].Value}:{place.Groups["line"].Value}")
                : null
        );
    }

    /// <summary>
    /// Whether a line, without blanks around it, belongs to a stack trace of .NET, Java or Node, or begins one of
    /// Python.
    /// </summary>
    public static bool IsFrame(string line) => FrameText().IsMatch(line);

    // Python names the exception in the last line of its traceback. Each part of the pattern can end in one way only,
    // because a program's output must not keep the check busy with backtracking.
    [GeneratedRegex(
        """
            ^(Unhandled\ exception\.\ (?<type>[\w.+`]+)(\ \([^)\n]*\))?
            |Exception\ in\ thread\ "[^"\n]*"\ (?<type>[\w.$]+)
            |Traceback\ \(most\ recent\ call\ last\):\r?\n(?>(\ [^\n]*\n)+)(?<type>[\w.]+)
            )(:\ (?<message>.*))?
            """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex UnhandledText();

    [GeneratedRegex(@"^(?<type>\w*Error)(: (?<message>.*))?", RegexOptions.Multiline)]
    private static partial Regex NodeText();

    [GeneratedRegex(@"^at [\w/$+`]+\.[^(]*\(|^Traceback \(most recent call last\):")]
    private static partial Regex FrameText();

    [GeneratedRegex(@"(?<file>[^\\/\s]+\.cs):\D*(?<line>\d+)")]
    private static partial Regex PlaceText();
}
