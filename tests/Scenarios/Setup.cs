using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>What a run of scenarios checks, and how.</summary>
/// <param name="Subject">The program under test.</param>
/// <param name="ReferenceClient">
/// Completes with a client that is known to work, for the acceptance, or with null if there is none.
/// </param>
/// <param name="Seed">The seed for the words that the probes send.</param>
public sealed record Setup(Subject Subject, Task<Subject?> ReferenceClient, int Seed)
{
    private const double MorePatience = 2;

    /// <summary>Whether this run repeats single scenarios, one after the other.</summary>
    public bool IsAgain { get; init; }

    /// <summary>The factor by which all bounds are multiplied.</summary>
    public double Patience => IsAgain ? MorePatience : 1;

    /// <summary>The program's default timeout, for the scenarios that wait until it is over.</summary>
    public TimeSpan DefaultTimeout { get; init; }

    /// <summary>
    /// The time from the server's start to the call of its only client, if the scenario waits for the default timeout.
    /// It is longer than a long timeout may be late, and no default timeout ends at this moment.
    /// </summary>
    public TimeSpan BeforeLateCall => DefaultTimeout * 0.12;

    /// <summary>Cancelled when the check has found enough: nothing is waited for any more.</summary>
    public CancellationToken Enough { get; init; }

    /// <summary>Receives each entry of a conversation as it happens. Null if nobody watches.</summary>
    public Action<Entry>? Follower { get; init; }

    /// <summary>Limits how many programs start at the same time.</summary>
    internal StartGate Gate { get; } = new(Environment.ProcessorCount);
}
