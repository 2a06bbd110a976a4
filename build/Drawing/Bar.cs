using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>The time of one connection, for a picture of who is served when.</summary>
/// <param name="Client">The client.</param>
/// <param name="Connection">The number of the connection.</param>
/// <param name="From">The place where it was opened.</param>
/// <param name="To">The place where it ended, or the last one.</param>
public sealed record Bar(Actor Client, int Connection, BarPlace From, BarPlace To)
{
    /// <summary>
    /// The place from which on the client was served: the server accepted it, or sent to it if the accept is not seen.
    /// Null if it was never served.
    /// </summary>
    public BarPlace? ServedFrom { get; init; }

    /// <summary>The indices of the rows in which the server sent to the client.</summary>
    public ValueList<int> Answers { get; init; } = [];

    /// <summary>The indices of the rows in which the client was sent what another one had sent.</summary>
    public ValueList<int> Strays { get; init; } = [];

    /// <summary>The first client whose bytes this one was sent. Null if there is none.</summary>
    public Actor? StrayOwner { get; init; }
}

/// <summary>A place on a bar. Its row may be left out, so the picture and the words need different things.</summary>
/// <param name="Row">The index of its row, or of the last row before it.</param>
/// <param name="At">The time since the conversation began.</param>
public sealed record BarPlace(int Row, TimeSpan At);
