using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>One thing that a conversation looks at. It is seen once.</summary>
public sealed class Look
{
    private readonly TaskCompletionSource<Observation> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Conversation? _conversation;

    /// <summary>What was seen, as soon as it was. To ask for it begins the conversation.</summary>
    public Task<Observation> Seen
    {
        get
        {
            // A look that is no property of its conversation would never be seen.
            var conversation = _conversation ?? throw new InvalidOperationException("This look has no conversation.");
            conversation.Begin();
            return _seen.Task;
        }
    }

    internal void BelongsTo(Conversation conversation) => _conversation = conversation;

    /// <summary>Notes what was seen; what was noted first stays.</summary>
    internal Observation Take(Observation observation)
    {
        _seen.TrySetResult(observation);
        return observation;
    }

    /// <summary>Notes what is seen, once it is.</summary>
    internal async Task<Observation> Take(Task<Observation> observation) => Take(await observation);

    /// <summary>Notes that the kit itself failed.</summary>
    internal void Fail(Exception fault) => _seen.TrySetException(fault);
}
