using System.Text;
using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>Finds out whether a timeout fires again and again in a program that goes on.</summary>
internal static class Repetition
{
    private static readonly string[] _timeouts = ["TimedOut", "OperationAborted", "OperationCanceledException"];

    /// <summary>
    /// Whether the program should have ended at its timeout and still runs, although its timeout has fired at least
    /// twice: a socket call has failed with it, or the program has printed the same line, each time after about the
    /// timeout.
    /// </summary>
    public static bool IsTimeoutSwallowed(Finding finding) =>
        finding is { Verdict: Verdict.StillRunning, ExpectedTime: { } timeout }
        && finding
            .Timeline.Where(entry => entry.Who == finding.Who)
            .SelectMany(Signs)
            .GroupBy(sign => sign.What)
            .Any(same => HaveGaps(same, timeout));

    private static IEnumerable<(string What, TimeSpan At)> Signs(Entry entry) =>
        entry switch
        {
            { What: Happening.Fail, Note: { } note }
                when _timeouts.Any(error => note.EndsWith(error, StringComparison.Ordinal)) => [(note, entry.At)],
            { What: Happening.Print or Happening.PrintError, Bytes: { } bytes } => from line in Encoding
                .UTF8.GetString(bytes.AsSpan())
                .Split('\n', StringSplitOptions.TrimEntries)
            where line.Length > 0
            select (line, entry.At),
            _ => [],
        };

    // A line that is printed without a pause has nothing to do with the timeout. On a busy machine two signs may arrive
    // together, so the pauses count on average.
    private static bool HaveGaps(IEnumerable<(string What, TimeSpan At)> signs, TimeSpan timeout)
    {
        TimeSpan[] times = [.. signs.Select(sign => sign.At)];
        return times.Length > 1 && times[^1] - times[0] > (times.Length - 1) * timeout / 2;
    }
}
