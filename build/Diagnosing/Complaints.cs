using System.Text;
using System.Text.RegularExpressions;
using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>
/// Finds what the program itself has said about what went wrong: the lines on its standard error, and the lines on its
/// standard output that name an exception or an error. Of a trace, the exception and the place in the program remain.
/// </summary>
public static partial class Complaints
{
    private const int Most = 3;

    /// <summary>The last of these lines, without those that are the same as an earlier one.</summary>
    public static IReadOnlyList<string> In(Finding finding)
    {
        var said = Lines(finding, Happening.Print).Where(line => IsPlace(line) || ErrorText().IsMatch(line));
        return
        [
            .. said.Concat(Lines(finding, Happening.PrintError))
                .Select(CapturedOutput.Shortened)
                .Distinct()
                .TakeLast(Most),
        ];
    }

    /// <summary>Whether an exception has ended a thread, and the program went on.</summary>
    public static bool IsOfThread(Finding finding) =>
        finding.Program is { Running: true }
        && In(finding).Any(line => line.StartsWith("Exception in thread", StringComparison.Ordinal));

    /// <summary>Whether the program had too little memory.</summary>
    public static bool IsOutOfMemory(Finding finding) =>
        In(finding).Append(finding.Program?.Crash?.Type ?? "").Any(MemoryText().IsMatch);

    private static IEnumerable<string> Lines(Finding finding, Happening what)
    {
        var printed = finding
            .Timeline.Where(entry => entry.What == what && entry.Who == finding.Who)
            .Select(entry => Encoding.UTF8.GetString((entry.Bytes ?? new([], 0)).AsSpan()));
        return WithoutTrace(string.Concat(printed).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    // Python lists the calls from the outermost to the innermost one and then names the exception; the others begin with
    // the exception and the innermost call.
    private static IEnumerable<string> WithoutTrace(IEnumerable<string> lines)
    {
        string? place = null;
        var (isPython, isPlaced) = (false, false);
        foreach (var line in lines)
        {
            var trimmed = line.Trim();
            var isInTrace = char.IsWhiteSpace(line[0]) && (isPython || CrashReport.IsFrame(trimmed));
            if (CrashReport.IsFrame(trimmed) && !isInTrace)
                (isPython, place) = (true, null);
            else if (isInTrace && IsPlace(trimmed) && (isPython || !isPlaced))
                (place, isPlaced) = (trimmed, true);
            else if (!isInTrace && trimmed.Length > 0)
            {
                if (place is not null && !isPython)
                    yield return place;
                yield return trimmed;
                if (place is not null && isPython)
                    yield return place;
                (isPython, isPlaced, place) = (false, false, null);
            }
        }
        if (place is not null)
            yield return place;
    }

    private static bool IsPlace(string line) => PlaceText().IsMatch(line);

    // The libraries of Python, Node and Java are no places in the program.
    [GeneratedRegex(
        """^(at (?!(java|javax|jdk|sun)\.).*(\.cs:line \d+|\(\w+\.java:\d+\)|(?<!node:[^)]*)\.[cm]?js:\d+:\d+\)?)|File "(?!.*(/lib/python|\\Lib\\|<frozen))[^"]+", line \d+)"""
    )]
    private static partial Regex PlaceText();

    [GeneratedRegex(
        @"(Exception|Error)\b|\b(refused|reset by peer|forcibly closed|timed out|broken pipe|in use|out of range|outside the bounds|disposed)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ErrorText();

    [GeneratedRegex("OutOfMemory|MemoryError|out of memory", RegexOptions.IgnoreCase)]
    private static partial Regex MemoryText();
}
