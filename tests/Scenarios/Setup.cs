using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>What a run of scenarios is about.</summary>
/// <param name="Subject">The program under test.</param>
/// <param name="ReferenceClient">
/// Completes with a client that is known to work, for the acceptance; with null where there is none.
/// </param>
/// <param name="Seed">The seed of the words that are sent.</param>
public sealed record Setup(Subject Subject, Task<Subject?> ReferenceClient, int Seed)
{
    private const double MorePatience = 2;

    /// <summary>Whether single scenarios are played once more, one after the other.</summary>
    public bool IsAgain { get; init; }

    /// <summary>How many times as long as usual everybody waits at most.</summary>
    public double Patience => IsAgain ? MorePatience : 1;

    /// <summary>The timeout that a program has by default, for the scenarios that wait it out.</summary>
    public TimeSpan DefaultTimeout { get; init; }

    /// <summary>
    /// How long a server that waits it out has run when its only client comes: longer than a long timeout may be late, and
    /// at a time when nobody's default timeout ends.
    /// </summary>
    public TimeSpan BeforeLateCall => DefaultTimeout * 0.12;

    /// <summary>Receives each entry of a conversation as it happens; null where nobody watches.</summary>
    public Action<Entry>? Follower { get; init; }

    /// <summary>Where programs wait for their turn to start.</summary>
    internal StartGate Gate { get; } = new(Environment.ProcessorCount);
}
