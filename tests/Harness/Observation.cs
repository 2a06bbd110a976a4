namespace Lab.Harness;

/// <summary>Something about a program that is no mistake, but that its author ought to know.</summary>
public enum Remark
{
    /// <summary>The message about what went wrong is a whole exception with its stack trace.</summary>
    PrintsTrace,

    /// <summary>The program waited for a key at its end, after it had closed its sockets.</summary>
    AwaitsKey,
}

/// <summary>The observation of one thing that a conversation looks at. It is a value, and never thrown.</summary>
public abstract record Observation
{
    private Observation() { }

    /// <summary>The thing was looked at, and is right.</summary>
    public static Observation Holds { get; } = new Held();

    /// <summary>Whether the thing was looked at and is right. Nothing else counts as a pass.</summary>
    public bool IsHeld => this is Held;

    /// <summary>The finding, if something is wrong, or would be wrong if another step were there. Else null.</summary>
    public Finding? Finding =>
        this switch
        {
            Failed failed => failed.Found,
            Waits waits => waits.Otherwise,
            NotReached { Because: { } reason } => reason.Finding,
            _ => null,
        };

    /// <summary>
    /// The finding, if something is certainly wrong. Null if the thing is right or waits for another step.
    /// </summary>
    public Finding? Failure =>
        this switch
        {
            Failed failed => failed.Found,
            NotReached { Because: { } reason } => reason.Failure,
            _ => null,
        };

    /// <summary>The step that the observation waits for. Null if it waits for none.</summary>
    public Waits? Waiting =>
        this switch
        {
            Waits waits => waits,
            NotReached { Because: { } reason } => reason.Waiting,
            _ => null,
        };

    /// <summary>
    /// The same observation for a case in which the state of the program alone does not settle what was found.
    /// </summary>
    public Observation InDoubt() => this is Failed failed ? new Failed(failed.Found with { IsSettled = false }) : this;

    /// <inheritdoc />
    public sealed override string ToString() =>
        this is NotReached { Because: { } reason } ? $"{nameof(NotReached)}: {reason}"
        : Waiting is { } waits ? $"{nameof(Waits)}: {waits.Step}"
        : $"{GetType().Name} {Finding?.Verdict}";

    /// <summary>The thing was looked at, and is right.</summary>
    public sealed record Held : Observation
    {
        /// <summary>What the student ought to know although it is right.</summary>
        public ValueList<Remark> Remarks { get; init; } = [];
    }

    /// <summary>The thing was looked at, and is wrong.</summary>
    /// <param name="Found">What was found instead.</param>
    public sealed record Failed(Finding Found) : Observation;

    /// <summary>Nothing is wrong so far, but nothing can be seen before another step works.</summary>
    /// <param name="Step">The id of that step.</param>
    /// <param name="Otherwise">The finding if that step turns out to work. Null if nothing is wrong then.</param>
    public sealed record Waits(string Step, Finding? Otherwise = null) : Observation;

    /// <summary>The conversation did not get that far.</summary>
    /// <param name="Because">
    /// The observation that ended the conversation before. Null if only a fault of the kit explains it.
    /// </param>
    public sealed record NotReached(Observation? Because) : Observation;
}
