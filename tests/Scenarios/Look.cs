using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>One thing that a conversation observes, once.</summary>
public sealed class Look
{
    private readonly TaskCompletionSource<Observation> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Conversation? _conversation;

    /// <summary>
    /// Completes with the observation as soon as it was made. Reading this property begins the conversation.
    /// </summary>
    public Task<Observation> Seen
    {
        get
        {
            // A look that is not a property of its conversation would never complete.
            var conversation = _conversation ?? throw new InvalidOperationException("This look has no conversation.");
            conversation.Begin();
            return _seen.Task;
        }
    }

    /// <summary>The observation, if it was made. Null before. Reading this property begins nothing.</summary>
    public Observation? SoFar => _seen.Task is { IsCompletedSuccessfully: true } seen ? seen.Result : null;

    internal void BelongsTo(Conversation conversation) => _conversation = conversation;

    /// <summary>Stores the observation. If one is stored already, that one stays.</summary>
    internal Observation Take(Observation observation)
    {
        _seen.TrySetResult(observation);
        return observation;
    }

    /// <summary>Stores the observation when it is made.</summary>
    internal async Task<Observation> Take(Task<Observation> observation) => Take(await observation);

    /// <summary>Stores that the kit itself failed.</summary>
    internal void Fail(Exception fault) => _seen.TrySetException(fault);
}
