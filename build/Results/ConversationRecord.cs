using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Results;

/// <summary>One run of the program with those that talked to it, whether all went well or not.</summary>
/// <param name="Situation">What happens in it.</param>
public sealed record ConversationRecord(Situation Situation)
{
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
            Actors = [.. timeline.Select(entry => entry.Who).Distinct()],
            Connections =
            [
                .. from entry in timeline
                where entry.Connection is not null && entry.Peer is not null
                group entry by entry.Connection!.Value into about
                orderby about.Key
                select new ConnectionEnds(about.Key, about.First().Who, about.First().Peer!),
            ],
            Timeline = timeline,
            Dropped = conversation.Dropped,
        };
    }
}

/// <summary>Who is connected with whom.</summary>
/// <param name="Number">The number of the connection, as in the timeline.</param>
/// <param name="One">Who did something on it first.</param>
/// <param name="Other">The other side.</param>
public sealed record ConnectionEnds(int Number, Actor One, Actor Other);
