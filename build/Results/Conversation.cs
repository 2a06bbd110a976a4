using Lab.Harness;

namespace Lab.Build.Results;

/// <summary>One run of the program with those that talked to it, whether all went well or not.</summary>
/// <param name="Name">What happens in it.</param>
public sealed record Conversation(string Name)
{
    /// <summary>Who took part.</summary>
    public ValueList<string> Actors { get; init; } = [];

    /// <summary>What happened, in order.</summary>
    public ValueList<Entry> Timeline { get; init; } = [];

    /// <summary>How many entries in the middle of the timeline were too many to keep.</summary>
    public int Dropped { get; init; }
}
