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
/// A conversation with the shortest timeout, and the same conversation with longer ones as long as the last timeout was too
/// short.
/// </summary>
/// <param name="make">Makes the conversation with a timeout.</param>
public sealed class Timed<T>(Func<TimeSpan, T> make)
    where T : class, ITimed
{
    // A machine that is busy enough for another try would make the next one useless too.
    private const int MostTries = 3;

    private readonly List<T> _tries = [];

    /// <summary>The conversation with a timeout of one second.</summary>
    public T First => Try(0, Conversation.OneSecond);

    /// <summary>Completes with the conversation whose timeout was long enough, or with the last try.</summary>
    public async Task<T> LongEnough()
    {
        var conversation = First;
        for (var number = 1; number < MostTries; number++)
        {
            await conversation.Ends.Seen;
            if (conversation.Longer is not { } longer)
                break;
            conversation = Try(number, longer);
        }
        return conversation;
    }

    /// <summary>Observes with a timeout that was long enough whether the program ends.</summary>
    public async Task<Observation> Ends() => await (await LongEnough()).Ends.Seen;

    // Several scenarios may ask for the same try at the same time.
    private T Try(int number, TimeSpan timeout)
    {
        lock (_tries)
        {
            if (_tries.Count == number)
                _tries.Add(make(timeout));
            return _tries[number];
        }
    }
}
