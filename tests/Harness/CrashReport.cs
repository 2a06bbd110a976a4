using System.Text.RegularExpressions;

namespace Lab.Harness;

/// <summary>An exception that the program did not handle.</summary>
/// <param name="Type">Its full type name.</param>
/// <param name="Message">Its message, first line, at most <see cref="CapturedOutput.LongestLine"/> characters of it.</param>
/// <param name="Place">The first file and line of the program in its trace, such as <c>Program.cs:12</c>.</param>
public sealed record Crash(string Type, string Message, string? Place);

/// <summary>Reads from a program's standard error which exception ended it.</summary>
internal static partial class CrashReport
{
    /// <summary>The exception, as .NET, Java, Python and Node report it; null where there is none.</summary>
    /// <param name="error">What the program wrote to its standard error.</param>
    public static Crash? Find(string error)
    {
        // Node names itself in the last line of all.
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

    // Python names the exception in the last line of its traceback. No part of the pattern looks for its end in two ways:
    // what a program prints must not keep the check busy.
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

    [GeneratedRegex(@"(?<file>[^\\/\s]+\.cs):\D*(?<line>\d+)")]
    private static partial Regex PlaceText();
}
