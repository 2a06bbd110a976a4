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
    /// something that the right program did and the check waited for in vain. A probe is never at fault, because it only
    /// reacts.
    /// </summary>
    /// <param name="own">The wire with the program that was checked.</param>
    /// <param name="right">The wire with a right program.</param>
    /// <param name="finding">The finding about the program.</param>
    /// <param name="program">The program's role.</param>
    public static FirstDifference Between(Wire own, Wire right, Finding finding, Role program) =>
        Done(own, right, program) ?? Missing(own, right, finding, program) ?? _none;

    private static FirstDifference? Done(Wire own, Wire right, Role program) =>
        own
            .Sequences.Where(sequence => sequence.Sender.Role == program)
            .Select(sequence => Done(own, right, sequence))
            .OfType<FirstDifference>()
            .MinBy(difference => difference.Own);

    // A program that does the same, but not yet all of it, does not differ.
    private static FirstDifference? Done(Wire own, Wire right, Sequence sequence)
    {
        var (done, same) = Aligned(own[sequence], right[sequence]);
        var at = done.Zip(same).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
        if (at == done.Count || at == same.Count && !IsWrong(done[at], right, sequence.Sender))
            return null;
        var instead = sequence.Channel.Caller is null ? Lacking(own, right, sequence.Sender) : NumberAt(same, at, done);
        return new(NumberAt(done, at, same), instead);
    }

    // A run of bytes that were not kept is cut where one of the other side ends.
    private static (List<Signal> Done, List<Signal> Same) Aligned(
        IReadOnlyList<Signal> done,
        IReadOnlyList<Signal> same
    )
    {
        var (left, right) = (new Stack<Signal>(done.Reverse()), new Stack<Signal>(same.Reverse()));
        var aligned = (Done: new List<Signal>(), Same: new List<Signal>());
        while (left.TryPeek(out var one) && right.TryPeek(out var other))
        {
            var length = Math.Min(one.Length, other.Length);
            aligned.Done.Add(Cut(left, length));
            aligned.Same.Add(Cut(right, length));
        }
        return ([.. aligned.Done, .. left], [.. aligned.Same, .. right]);
    }

    private static Signal Cut(Stack<Signal> signals, int length)
    {
        var first = signals.Pop();
        if (first.Length > length)
            signals.Push(first with { Length = first.Length - length });
        return first with { Length = length };
    }

    // The right client's end may come after the end of its record.
    private static bool IsWrong(Signal done, Wire right, Actor sender) =>
        right.IsWhole && (done.Mark != Mark.Exit || sender.Role != Role.Client || done.IsCrash);

    // A message that is too short or too long differs as a whole, and not only behind its end.
    private static int? NumberAt(List<Signal> signals, int at, List<Signal> others) =>
        IsInsideMessage(others, at) && !(at < signals.Count && signals[at].Mark == Mark.Bytes) ? signals[at - 1].Number
        : at < signals.Count ? signals[at].Number
        : null;

    private static bool IsInsideMessage(List<Signal> signals, int at) =>
        at > 0 && at < signals.Count && signals[at].Number == signals[at - 1].Number;

    // A datagram or the end of a process is in the place of what the right program does on a connection.
    private static int? Lacking(Wire own, Wire right, Actor sender)
    {
        var lacking = right
            .Sequences.Where(sequence => sequence.Channel.Caller is not null)
            .Select(sequence => (Sequence: sequence, Wires: Aligned(own[sequence], right[sequence])))
            .Where(one => one.Wires.Same.Count > one.Wires.Done.Count)
            .Select(one => (one.Sequence, one.Wires.Same[one.Wires.Done.Count].Number))
            .OrderBy(one => one.Number)
            .ToList();
        var first = lacking.Find(one => one.Sequence.Sender == sender && own.Has(one.Sequence.Channel));
        return first.Number > 0 ? first.Number
            : lacking.Count > 0 ? lacking[0].Number
            : null;
    }

    private static FirstDifference? Missing(Wire own, Wire right, Finding finding, Role program)
    {
        if (!own.IsWhole)
            return null;
        var awaited = MarksOf(finding.Awaited);
        var missing =
            from sequence in right.Sequences
            where sequence.Sender.Role == program || awaited.Contains(Mark.Connect)
            where sequence.Channel.Caller is null || own.Has(sequence.Channel) || awaited.Contains(Mark.Connect)
            let wires = Aligned(own[sequence], right[sequence])
            let signal = wires.Same.Skip(wires.Done.Count).FirstOrDefault(signal => awaited.Contains(signal.Mark))
            where signal.Number > 0
            orderby signal.Number
            let began = NumberAt(wires.Done, wires.Done.Count, wires.Same)
            select new FirstDifference(began ?? finding.Timeline[^1].Number, signal.Number);
        return missing.FirstOrDefault();
    }

    private static Mark[] MarksOf(Awaited awaited) =>
        awaited switch
        {
            Awaited.Connection or Awaited.TcpSocket or Awaited.Listening => [Mark.Connect],
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
