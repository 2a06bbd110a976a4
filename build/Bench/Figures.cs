namespace Lab.Build.Bench;

/// <summary>What was measured again and again.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Seconds">How long it took, each time.</param>
/// <param name="Rival">How long the rival took just before, each time.</param>
public sealed record Figures(string Name, IReadOnlyList<double> Seconds, IReadOnlyList<double> Rival)
{
    /// <summary>The median of the times, in seconds.</summary>
    public double Median => MedianOf(Seconds);

    /// <summary>Each time as a part of the rival's, in order: the machine was equally busy for both.</summary>
    public IReadOnlyList<double> Ratios => [.. Seconds.Zip(Rival, (own, other) => own / other).Order()];

    /// <summary>The median of the ratios.</summary>
    public double Ratio => MedianOf(Ratios);

    private static double MedianOf(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
