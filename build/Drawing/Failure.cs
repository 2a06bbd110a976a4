using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Finds the place of a failed expectation in a conversation.</summary>
internal static class Failure
{
    /// <summary>
    /// The entry at which a step has failed. Bytes that differ failed when they came. Anything else failed at the end,
    /// where the check gave up.
    /// </summary>
    public static Entry In(StepResult step, Role program)
    {
        var finding = step.Finding!;
        var failed =
            step.Diagnosis?.Difference is not { } difference ? null
            : finding.Awaited == Awaited.Text
                ? finding.Timeline.LastOrDefault(entry => entry.What == Happening.Print && entry.Who.Role == program)
            : SentIn(finding, program) is { Length: > 0 } sent ? PieceWith(difference.Offset, sent)
            : null;
        return failed ?? finding.Timeline[^1];
    }

    // Several clients may get the same bytes, and what they had sent tells them apart. A check stops at a failure, so the
    // last of connections with the same bytes has failed.
    private static Entry[]? SentIn(Finding finding, Role program)
    {
        var connections = finding
            .Timeline.Where(entry => entry is { What: Happening.Send, Bytes: not null })
            .GroupBy(entry => entry.Connection)
            .Select(connection => connection.ToLookup(entry => entry.Who.Role == program))
            .Where(connection => connection[true].Any())
            .Reverse()
            .ToList();
        var failed = connections
            .Where(one => BeginAlike(one[true], finding.ReceivedBytes) && BeginAlike(one[false], finding.Sent))
            .MinBy(one => Distance(one[true], finding.ReceivedBytes) + Distance(one[false], finding.Sent));
        return (failed ?? (connections.Count == 1 ? connections[0] : null))?[true].ToArray();
    }

    // The timeline keeps fewer bytes than the finding, and it may hold what came after the decision.
    private static bool BeginAlike(IEnumerable<Entry> pieces, Bytes? bytes)
    {
        var some = FirstOf(pieces);
        var others = bytes is null ? [] : bytes.AsSpan();
        var length = Math.Min(some.Length, others.Length);
        return some.AsSpan(0, length).SequenceEqual(others[..length]);
    }

    private static long Distance(IEnumerable<Entry> pieces, Bytes? bytes) =>
        Math.Abs(pieces.Sum(piece => (long)piece.Bytes!.Total) - (bytes?.Total ?? 0));

    private static byte[] FirstOf(IEnumerable<Entry> pieces)
    {
        var first = new List<byte>();
        foreach (var bytes in pieces.Select(piece => piece.Bytes!))
        {
            first.AddRange(bytes);
            if (bytes.Length < bytes.Total)
                break;
        }
        return [.. first];
    }

    // What is missing is missed where the last piece ends.
    private static Entry PieceWith(int offset, Entry[] pieces)
    {
        var end = 0L;
        return pieces.FirstOrDefault(piece => (end += piece.Bytes!.Total) > offset) ?? pieces[^1];
    }
}
