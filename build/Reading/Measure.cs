namespace Lab.Build.Reading;

/// <summary>A number or a span of time in a program.</summary>
/// <param name="Value">The number, or the seconds of the span. It is a multiple of the argument if it depends on it.</param>
/// <param name="IsOfArgument">Whether it depends on the command-line argument.</param>
internal sealed record Measure(double Value, bool IsOfArgument)
{
    /// <summary>How many of the units that these methods of TimeSpan take are in a second.</summary>
    public static readonly IReadOnlyDictionary<string, double> PerSecond = new Dictionary<string, double>
    {
        ["FromMinutes"] = 1.0 / 60,
        ["FromHours"] = 1.0 / 3600,
        ["FromSeconds"] = 1,
        ["FromMilliseconds"] = 1000,
        ["FromMicroseconds"] = 1_000_000,
    };

    /// <summary>Whether it is a span of time.</summary>
    public bool IsSpan { get; private init; }

    /// <summary>The product with another one.</summary>
    public Measure? Times(Measure? other) =>
        other is null || IsOfArgument && other.IsOfArgument || IsSpan && other.IsSpan
            ? null
            : new(Value * other.Value, IsOfArgument || other.IsOfArgument) { IsSpan = IsSpan || other.IsSpan };

    /// <summary>The span of this number of units.</summary>
    public Measure? AsSpan(double perSecond) => IsSpan ? null : this with { Value = Value / perSecond, IsSpan = true };

    /// <summary>The number of units in this span.</summary>
    public Measure? AsNumber(double perSecond) =>
        IsSpan ? this with { Value = Value * perSecond, IsSpan = false } : null;

    /// <summary>
    /// The measure of something that may have one of several values. A default beside the argument does not count. Null
    /// if they do not agree.
    /// </summary>
    public static Measure? Common(IEnumerable<Measure?> values)
    {
        Measure?[] all = [.. values];
        Measure[] known = [.. all.OfType<Measure>()];
        Measure[] deciding = known.Any(one => one.IsOfArgument) ? [.. known.Where(one => one.IsOfArgument)] : known;
        return deciding.Distinct().Count() == 1 && (deciding[0].IsOfArgument || known.Length == all.Length)
            ? deciding[0]
            : null;
    }
}
