namespace Lab.Build.Diagnosing;

/// <summary>Finds the part of a text that is most like a pattern.</summary>
/// <remarks>
/// P. H. Sellers, "The theory and computation of evolutionary distances: pattern recognition", Journal of Algorithms 1
/// (1980): the edit distance, in which skipping the beginning and the end of the text costs nothing.
/// </remarks>
internal static class Resemblance
{
    // More text than this is not searched, so that a flood costs no time.
    private const int MostText = 1 << 14;

    /// <summary>
    /// The beginning of the part with the smallest edit distance, from 0. Null if more than half of the pattern would
    /// have to change.
    /// </summary>
    public static int? Find(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(MostText, text.Length)];
        // One column of the table: the distance of each beginning of the pattern to the best part that ends here, and
        // where this part begins.
        var distances = new int[pattern.Length + 1];
        var starts = new int[pattern.Length + 1];
        for (var row = 0; row < distances.Length; row++)
            distances[row] = row;
        var (best, bestStart) = (pattern.Length, 0);
        for (var at = 0; at < text.Length; at++)
        {
            Advance(pattern, text[at], at, distances, starts);
            if (distances[^1] < best)
                (best, bestStart) = (distances[^1], starts[^1]);
        }
        return best <= pattern.Length / 2 ? bestStart : null;
    }

    private static void Advance(ReadOnlySpan<byte> pattern, byte letter, int at, int[] distances, int[] starts)
    {
        // The diagonal neighbour of the first row is a part that begins at this letter.
        var (diagonal, diagonalStart) = (0, at);
        starts[0] = at + 1;
        for (var row = 1; row < distances.Length; row++)
        {
            var (left, leftStart) = (distances[row], starts[row]);
            var (distance, start) = (diagonal + (pattern[row - 1] == letter ? 0 : 1), diagonalStart);
            if (left + 1 < distance)
                (distance, start) = (left + 1, leftStart);
            if (distances[row - 1] + 1 < distance)
                (distance, start) = (distances[row - 1] + 1, starts[row - 1]);
            (distances[row], starts[row]) = (distance, start);
            (diagonal, diagonalStart) = (left, leftStart);
        }
    }
}
