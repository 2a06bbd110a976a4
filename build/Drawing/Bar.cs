using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>The time of one connection, for a picture of who is served when.</summary>
/// <param name="Client">The client.</param>
/// <param name="Connection">The number of the connection.</param>
/// <param name="From">The index of the row in which it was opened.</param>
/// <param name="To">The index of the row in which it ended, or of the last row.</param>
public sealed record Bar(Actor Client, int Connection, int From, int To)
{
    /// <summary>
    /// The index of the row from which on the client was served: the server accepted it, or sent to it if the accept is
    /// not seen. Null if it was never served.
    /// </summary>
    public int? ServedFrom { get; init; }

    /// <summary>The indices of the rows in which the server sent to the client.</summary>
    public ValueList<int> Answers { get; init; } = [];

    /// <summary>The indices of the rows in which the client was sent what another one had sent.</summary>
    public ValueList<int> Strays { get; init; } = [];
}
