using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Results;

/// <summary>The record of one run of the program with its probes, successful or not.</summary>
/// <param name="Situation">What happens in the conversation.</param>
public sealed record ConversationRecord(Situation Situation)
{
    /// <summary>The participants.</summary>
    public ValueList<Actor> Actors { get; init; } = [];

    /// <summary>The connections, in the order of opening.</summary>
    public ValueList<ConnectionEnds> Connections { get; init; } = [];

    /// <summary>What happened, in order.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];

    /// <summary>The number of entries that were dropped between the first and the last ones.</summary>
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

/// <summary>The two sides of a connection.</summary>
/// <param name="Number">The number of the connection, as in the timeline.</param>
/// <param name="One">The side that acted first on the connection.</param>
/// <param name="Other">The other side.</param>
public sealed record ConnectionEnds(int Number, Actor One, Actor Other);
