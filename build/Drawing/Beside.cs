using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>
/// The conversation in which a step failed, beside the same conversation with a right program. The row in which they
/// begin to differ is marked, if there is one on the wire: see <see cref="EventRow.IsDifferent"/>.
/// </summary>
public sealed class Beside
{
    private readonly StepResult _step;
    private readonly Role _program;
    private readonly ValueList<Entry> _right;
    private readonly FirstDifference _difference;

    private Beside(StepResult step, Role program, ValueList<Entry> right, FirstDifference difference) =>
        (_step, _program, _right, _difference) = (step, program, right, difference);

    /// <summary>Whether a row is marked.</summary>
    public bool HasDifference => _difference is not { Own: null, Right: null };

    /// <summary>The conversation with the program that was checked.</summary>
    /// <param name="mostRows">The greatest number of rows.</param>
    public Ladder Own(int mostRows = int.MaxValue) => Ladder.Of(_step, _program, mostRows, _difference.Own);

    /// <summary>The conversation with the reference solution.</summary>
    /// <param name="mostRows">The greatest number of rows.</param>
    public Ladder Right(int mostRows = int.MaxValue) => Ladder.Of(_right, null, mostRows, _difference.Right);

    /// <summary>
    /// The two conversations of a step. Null if the step has not failed, or if the conversation was never recorded with
    /// a right program.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="step">One of its steps.</param>
    public static Beside? Of(ResultDocument result, StepResult step) =>
        RightProgram.Of(result.Exercise) is { } right ? Of(result, step, right) : null;

    /// <summary>The two conversations of a step. Null if there are no two.</summary>
    /// <param name="result">The result.</param>
    /// <param name="step">One of its steps.</param>
    /// <param name="right">The right program.</param>
    public static Beside? Of(ResultDocument result, StepResult step, RightProgram right)
    {
        if (step.Finding is not { } finding || ConversationOf(result, step) is not { } conversation)
            return null;
        if (right.Conversation(conversation.Situation) is not { } same)
            return null;
        var hasCrashed = finding.Verdict == Verdict.UnhandledException;
        var own = new Wire(conversation with { Timeline = finding.Timeline }, result.Seed, hasCrashed);
        var wire = new Wire(same, right.Seed);
        var difference = FirstDifference.Between(own, wire, finding, result.Exercise.Role);
        return new(step, result.Exercise.Role, ShownOf(same, wire, own, difference.Right), difference);
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
