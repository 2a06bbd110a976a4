using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Results;

/// <summary>One run of the program with those that talked to it, whether all went well or not.</summary>
/// <param name="Situation">What happens in it.</param>
public sealed record ConversationRecord(Situation Situation)
{
    /// <summary>Whether it was played once more, because only the clock had failed a scenario.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Who took part.</summary>
    public ValueList<Actor> Actors { get; init; } = [];

    /// <summary>The connections, in the order in which they were opened.</summary>
    public ValueList<ConnectionEnds> Connections { get; init; } = [];

    /// <summary>What happened, in order.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];

    /// <summary>How many entries are missing between the first and the last.</summary>
    public int Dropped { get; init; }

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
