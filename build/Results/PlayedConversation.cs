using Lab.Harness;

namespace Lab.Build.Results;

/// <summary>One run of the program with those that talked to it, whether all went well or not.</summary>
/// <param name="Name">The name of the conversation in the scenarios, such as <c>OneLine</c>.</param>
public sealed record PlayedConversation(string Name)
{
    /// <summary>Who took part.</summary>
    public ValueList<Actor> Actors { get; init; } = [];

    /// <summary>The connections, in the order in which they were opened.</summary>
    public ValueList<PlayedConnection> Connections { get; init; } = [];

    /// <summary>What happened, in order.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];

    /// <summary>How many entries are missing between the first and the last.</summary>
    public int Dropped { get; init; }

    /// <summary>What is kept of a conversation.</summary>
    public static PlayedConversation Of(Scenarios.Conversation conversation) =>
        Of(conversation.GetType().Name, [.. conversation.Entries], conversation.Dropped);

    /// <summary>A conversation with those whom its timeline names.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="timeline">What happened.</param>
    /// <param name="dropped">How many entries are missing.</param>
    public static PlayedConversation Of(string name, ValueList<Entry> timeline, int dropped) =>
        new(name)
        {
            Actors = [.. timeline.Select(entry => entry.Who).Distinct()],
            Connections =
            [
                .. from entry in timeline
                where entry.Connection is not null && entry.Peer is not null
                group entry by entry.Connection!.Value into about
                orderby about.Key
                select new PlayedConnection(about.Key, about.First().Who, about.First().Peer!),
            ],
            Timeline = timeline,
            Dropped = dropped,
        };
}

/// <summary>Who was connected with whom.</summary>
/// <param name="Number">The number of the connection, as in the timeline.</param>
/// <param name="One">Who did something on it first.</param>
/// <param name="Other">The other side.</param>
public sealed record PlayedConnection(int Number, Actor One, Actor Other);
