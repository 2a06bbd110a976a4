using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Where two runs of one conversation begin to differ on the wire.</summary>
/// <param name="Own">The number of the entry with the program that was checked. Null if there is none.</param>
/// <param name="Right">The number of the entry with the right program. Null if there is none.</param>
internal sealed record FirstDifference(int? Own, int? Right)
{
    private static readonly FirstDifference _none = new(null, null);

    /// <summary>
    /// Finds the first difference: something that the program did and the right one did not do in its place; else
    /// something that the check waited for in vain and that the right program did; else what a probe did differently,
    /// because it is a consequence.
    /// </summary>
    /// <param name="own">The wire with the program that was checked.</param>
    /// <param name="right">The wire with a right program.</param>
    /// <param name="finding">The finding about the program.</param>
    /// <param name="program">The program's role.</param>
    public static FirstDifference Between(Wire own, Wire right, Finding finding, Role program) =>
        Done(own, right, sender => sender == program)
        ?? Missing(own, right, finding, program)
        ?? Done(own, right, sender => sender != program)
        ?? _none;

    // A program that does the same, but not yet all of it, does not differ.
    private static FirstDifference? Done(Wire own, Wire right, Func<Role, bool> isSender) =>
        own
            .Sequences.Where(sequence => isSender(sequence.Sender.Role))
            .Select(sequence => Done(own[sequence], right, sequence))
            .OfType<FirstDifference>()
            .MinBy(difference => difference.Own);

    private static FirstDifference? Done(IReadOnlyList<Signal> own, Wire right, (Channel, Actor Sender) sequence)
    {
        var same = right[sequence];
        var length = own.Zip(same).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
        if (length == own.Count || length == same.Count && !MayBeMissed(own[length], right, sequence.Sender))
            return null;
        return new(own[length].Number, length < same.Count ? same[length].Number : null);
    }

    private static bool MayBeMissed(Signal own, Wire right, Actor sender) =>
        right.IsWhole && (own.Mark != Mark.Exit || sender.Role != Role.Client || own.Value > 0);

    private static FirstDifference? Missing(Wire own, Wire right, Finding finding, Role program)
    {
        var awaited = MarksOf(finding.Awaited);
        var missing = right
            .Sequences.Where(sequence => sequence.Sender.Role == program)
            .Where(sequence =>
                sequence.Channel.Caller is null || own.Has(sequence.Channel) || awaited.Contains(Mark.Connect)
            )
            .Select(sequence =>
                right[sequence].Skip(own[sequence].Count).FirstOrDefault(signal => awaited.Contains(signal.Mark))
            )
            .Where(signal => signal.Number > 0)
            .ToList();
        return missing.Count == 0 ? null : new(finding.Timeline[^1].Number, missing.Min(signal => signal.Number));
    }

    private static Mark[] MarksOf(Awaited awaited) =>
        awaited switch
        {
            Awaited.Connection => [Mark.Connect],
            Awaited.Bytes
            or Awaited.Accepted
            or Awaited.Received
            or Awaited.Thread
            or Awaited.Served
            or Awaited.GoesOn => [Mark.Bytes],
            Awaited.Close or Awaited.ClosedInEveryCase or Awaited.NoticesEnd or Awaited.ClosedBeforeExit => [Mark.Fin],
            Awaited.Ends or Awaited.EndsAfterTimeout or Awaited.EndsAfterDefault or Awaited.Message =>
            [
                Mark.Fin,
                Mark.Exit,
            ],
            _ => [],
        };
}
