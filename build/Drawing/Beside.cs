using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>
/// The conversation in which a step failed, beside the same conversation with a right program. The row in which they
/// begin to differ is marked, if there is one on the wire: see <see cref="EventRow.IsDifferent"/>.
/// </summary>
/// <param name="Own">The conversation with the program that was checked.</param>
/// <param name="Right">The conversation with the reference solution.</param>
public sealed record Beside(Ladder Own, Ladder Right)
{
    /// <summary>Whether a row is marked.</summary>
    public bool HasDifference => Own.Rows.Concat(Right.Rows).Any(row => row is EventRow { IsDifferent: true });

    /// <summary>
    /// The two conversations of a step. Null if the step has not failed, or if the conversation was never recorded with
    /// a right program.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="step">One of its steps.</param>
    /// <param name="mostRows">The greatest number of rows of each ladder.</param>
    public static Beside? Of(ResultDocument result, StepResult step, int mostRows = int.MaxValue) =>
        RightProgram.Of(result.Exercise) is { } right ? Of(result, step, right, mostRows) : null;

    /// <summary>The two conversations of a step. Null if there are no two.</summary>
    /// <param name="result">The result.</param>
    /// <param name="step">One of its steps.</param>
    /// <param name="right">The right program.</param>
    /// <param name="mostRows">The greatest number of rows of each ladder.</param>
    public static Beside? Of(ResultDocument result, StepResult step, RightProgram right, int mostRows = int.MaxValue)
    {
        if (step.Finding is not { } finding || ConversationOf(result, step) is not { } conversation)
            return null;
        if (right.Conversation(conversation.Situation) is not { } same)
            return null;
        var hasCrashed = finding.Verdict == Verdict.UnhandledException;
        var own = new Wire(conversation with { Timeline = finding.Timeline }, result.Seed, hasCrashed);
        var wire = new Wire(same, right.Seed);
        var difference = FirstDifference.Between(own, wire, finding, result.Exercise.Role);
        return new(
            Ladder.Of(step, result.Exercise.Role, mostRows, difference.Own),
            Ladder.Of(ShownOf(same, wire, own, difference.Right), null, mostRows, difference.Right)
        );
    }

    private static ConversationRecord? ConversationOf(ResultDocument result, StepResult step) =>
        step.Conversation is { } number
            ? result.Conversations[number - 1]
            : result.Conversations.FirstOrDefault(one => one.LedTo(step.Finding!));

    // What the right program does with later clients has nothing beside it.
    private static ValueList<Entry> ShownOf(ConversationRecord right, Wire wire, Wire own, int? marked)
    {
        var channel = wire.ChannelOf(right.Timeline.FirstOrDefault(entry => entry.Number == marked)?.Connection);
        bool IsShown(Channel other) => other.Caller is not null && (other == channel || own.Has(other));
        var last = right.Timeline.LastOrDefault(entry =>
            entry.Number == marked || IsShown(wire.ChannelOf(entry.Connection))
        );
        return last is null ? right.Timeline : [.. right.Timeline.TakeWhile(entry => entry.Number <= last.Number)];
    }
}
