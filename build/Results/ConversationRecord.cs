using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Results;

/// <summary>The record of one run of the program with its probes, successful or not.</summary>
/// <param name="Situation">What happens in the conversation.</param>
public sealed record ConversationRecord(Situation Situation)
{
    /// <summary>
    /// Whether the conversation was played once more, because a scenario had failed only because of time.
    /// </summary>
    public bool IsAgain { get; init; }

    /// <summary>The participants.</summary>
    public ValueList<Actor> Actors { get; init; } = [];

    /// <summary>The connections, in the order of opening.</summary>
    public ValueList<ConnectionEnds> Connections { get; init; } = [];

    /// <summary>What happened, in order.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];

    /// <summary>The number of entries that were dropped between the first and the last ones.</summary>
    public int Dropped { get; init; }

    /// <summary>Whether the finding was made in this conversation: its timeline begins in the same way.</summary>
    public bool LedTo(Finding finding) => Timeline is [var first, ..] && first == finding.Timeline[0];

    /// <summary>The record of a conversation that is over.</summary>
    public static ConversationRecord Of(Conversation conversation)
    {
        ValueList<Entry> timeline = [.. conversation.Entries];
        return new(conversation.Situation)
        {
            IsAgain = conversation.IsAgain,
            Actors = [.. timeline.Select(entry => entry.Who).Distinct()],
            Connections = [.. conversation.Connections],
            Timeline = timeline,
            Dropped = conversation.Dropped,
        };
    }
}
