using System.Collections.Concurrent;
using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>
/// All conversations of one check. Each is a member that is created when it is first used, so that several scenarios
/// can look at the same one.
/// </summary>
public abstract class Conversations
{
    private readonly ConcurrentQueue<Conversation> _begun = [];
    private Setup? _setup;

    /// <summary>The program to check, and how to check it.</summary>
    /// <exception cref="InvalidOperationException">The setup was not assigned yet.</exception>
    public Setup Setup
    {
        get => _setup ?? throw new InvalidOperationException("No program was given to check.");
        set => _setup = value;
    }

    /// <summary>The conversations that have begun, in that order.</summary>
    public IReadOnlyList<Conversation> Begun => [.. _begun];

    /// <summary>
    /// The conversations to begin before a scenario asks for them, in this order: first those that wait for a timeout,
    /// then those that many scenarios look at.
    /// </summary>
    protected abstract IEnumerable<Conversation> InOrder { get; }

    /// <summary>Begins the conversations of <see cref="InOrder"/>.</summary>
    public void BeginInOrder()
    {
        foreach (var conversation in InOrder)
            conversation.Begin();
    }

    /// <summary>
    /// Waits until all conversations that have begun are over, and everything they started has ended.
    /// </summary>
    public async Task AreOver()
    {
        while (_begun.FirstOrDefault(one => !one.Played.IsCompleted) is { } playing)
            await playing.Played;
    }

    /// <summary>The lines that the program prints while nothing goes wrong.</summary>
    public abstract Task<IReadOnlyList<string>> UsualLines();

    internal void Note(Conversation conversation) => _begun.Enqueue(conversation);

    /// <summary>Returns the conversation. It is created at the first call.</summary>
    protected static T Once<T>(ref T? conversation, Func<T> make)
        where T : class => LazyInitializer.EnsureInitialized(ref conversation, make);
}
