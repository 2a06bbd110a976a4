using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>A conversation that waits for a timeout of the program.</summary>
public interface ITimed
{
    /// <summary>The program ends when its timeout has passed.</summary>
    Look Ends { get; }

    /// <summary>
    /// The timeout to use instead, if this one was over, or may have been, while the program was still starting: a
    /// start can take long on a busy machine. Null if this timeout was long enough.
    /// </summary>
    TimeSpan? Longer { get; }
}

/// <summary>
/// A conversation with the shortest timeout, and the same conversation with a longer one if the first was too short.
/// </summary>
/// <param name="make">Makes the conversation with a timeout.</param>
public sealed class Timed<T>(Func<TimeSpan, T> make)
    where T : class, ITimed
{
    private T? _first;
    private T? _longer;

    /// <summary>The conversation with a timeout of one second.</summary>
    public T First => LazyInitializer.EnsureInitialized(ref _first, () => make(Conversation.OneSecond));

    /// <summary>Completes with the conversation whose timeout was long enough.</summary>
    public async Task<T> LongEnough()
    {
        await First.Ends.Seen;
        return First.Longer is { } longer ? LazyInitializer.EnsureInitialized(ref _longer, () => make(longer)) : First;
    }

    /// <summary>Observes with a timeout that was long enough whether the program ends.</summary>
    public async Task<Observation> Ends() => await (await LongEnough()).Ends.Seen;
}
