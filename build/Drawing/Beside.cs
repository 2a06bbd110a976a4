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
        if (step.Finding is not { } finding || ConversationOf(result, finding) is not { } conversation)
            return null;
        if (right.Conversation(conversation.Situation) is not { } same)
            return null;
        var own = new Wire(conversation with { Timeline = finding.Timeline }, result.Seed, HasCrashed(finding));
        var difference = FirstDifference.Between(own, new(same, right.Seed), finding, result.Exercise.Role);
        return new(
            Ladder.Of(step, result.Exercise.Role, mostRows, difference.Own),
            Ladder.Of(Until(same, own, difference.Right), null, mostRows, difference.Right)
        );
    }

    private static bool HasCrashed(Finding finding) => finding.Verdict == Verdict.UnhandledException;

    // The finding's timeline is the beginning of its conversation's timeline. A line that is being printed may have grown
    // since.
    private static ConversationRecord? ConversationOf(ResultDocument result, Finding finding) =>
        result.Conversations.FirstOrDefault(one =>
            one.Timeline.Count > 0
            && one.Timeline[0].At == finding.Timeline[0].At
            && one.Timeline[0].Who == finding.Timeline[0].Who
        );

    // What the right program does with later clients has nothing beside it.
    private static ValueList<Entry> Until(ConversationRecord right, Wire own, int? marked)
    {
        var lanes = new Wire(right, seed: 0);
        var last = right.Timeline.LastOrDefault(entry =>
            entry.Number == marked || own.Has(lanes.ChannelOf(entry.Connection))
        );
        return own.HasConnections && last is not null
            ? [.. right.Timeline.TakeWhile(entry => entry.Number <= last.Number)]
            : right.Timeline;
    }
}
