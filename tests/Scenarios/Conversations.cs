using System.Collections.Concurrent;
using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>
/// All conversations of one check. Each is a member, made when somebody asks for it, so that several scenarios can look at
/// the same one.
/// </summary>
public abstract class Conversations
{
    private readonly ConcurrentQueue<Conversation> _begun = [];
    private Setup? _setup;

    /// <summary>What is checked, and how.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said so yet.</exception>
    public Setup Setup
    {
        get => _setup ?? throw new InvalidOperationException("No program was given to check.");
        set => _setup = value;
    }

    /// <summary>Those that have begun, in that order.</summary>
    public IReadOnlyList<Conversation> Begun => [.. _begun];

    /// <summary>
    /// Those to begin before anybody asks for them, and so in this order: first those that wait for a clock, then those that
    /// many scenarios look at.
    /// </summary>
    protected abstract IEnumerable<Conversation> InOrder { get; }

    /// <summary>Begins those that have an order.</summary>
    public void BeginInOrder()
    {
        foreach (var conversation in InOrder)
            conversation.Begin();
    }

    /// <summary>Waits until all that have begun are over, and nothing of them is left.</summary>
    public async Task AreOver()
    {
        while (_begun.FirstOrDefault(one => !one.Played.IsCompleted) is { } playing)
            await playing.Played;
    }

    /// <summary>The lines that the program prints while nothing goes wrong.</summary>
    public abstract Task<IReadOnlyList<string>> UsualLines();

    internal void Note(Conversation conversation) => _begun.Enqueue(conversation);

    /// <summary>The conversation, made when it is asked for the first time.</summary>
    protected static T Once<T>(ref T? conversation, Func<T> make)
        where T : class => LazyInitializer.EnsureInitialized(ref conversation, make);
}
