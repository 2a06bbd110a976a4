namespace Lab.Harness;

/// <summary>What was seen of one thing that a conversation looks at. A value: nobody throws it.</summary>
public abstract record Observation
{
    private Observation() { }

    /// <summary>It was looked at, and was as it must be.</summary>
    public static Observation Holds { get; } = new Held();

    /// <summary>Whether it was looked at and was as it must be. Nothing else counts as a pass.</summary>
    public bool IsHeld => this is Held;

    /// <summary>What was found, where that is known to be wrong, or would be if another step were there; else null.</summary>
    public Finding? Finding =>
        this switch
        {
            Failed failed => failed.Found,
            Waits waits => waits.Otherwise,
            NotReached { Because: { } reason } => reason.Finding,
            _ => null,
        };

    /// <summary>What was found, where that is certainly wrong; null where it holds, or waits for another step.</summary>
    public Finding? Failure =>
        this switch
        {
            Failed failed => failed.Found,
            NotReached { Because: { } reason } => reason.Failure,
            _ => null,
        };

    /// <summary>What it waits for, where it waits for another step; else null.</summary>
    public Waits? Waiting =>
        this switch
        {
            Waits waits => waits,
            NotReached { Because: { } reason } => reason.Waiting,
            _ => null,
        };

    /// <inheritdoc />
    public sealed override string ToString() =>
        this is NotReached { Because: { } reason } ? $"{nameof(NotReached)}: {reason}"
        : Waiting is { } waits ? $"{nameof(Waits)}: {waits.Step}"
        : $"{GetType().Name} {Finding?.Verdict}";

    /// <summary>It was looked at, and was as it must be.</summary>
    public sealed record Held : Observation;

    /// <summary>It was looked at, and was not as it must be.</summary>
    /// <param name="Found">What was found instead.</param>
    public sealed record Failed(Finding Found) : Observation;

    /// <summary>Nothing is wrong so far, and nothing can be seen before another step is there.</summary>
    /// <param name="Step">The id of that step.</param>
    /// <param name="Otherwise">What is wrong if that step turns out to be there; null where nothing is.</param>
    public sealed record Waits(string Step, Finding? Otherwise = null) : Observation;

    /// <summary>The conversation did not get that far.</summary>
    /// <param name="Because">What ended it before; null where only a fault of the kit explains it.</param>
    public sealed record NotReached(Observation? Because) : Observation;
}
