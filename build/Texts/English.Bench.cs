using System.Globalization;
using Lab.Build.Bench;

namespace Lab.Build.Texts;

// What the target Bench prints.
public sealed partial class English
{
    /// <inheritdoc />
    public override string BenchProgress(string name, int round, int rounds) =>
        $"{name}: {Number(round)} of {Number(rounds)}";

    /// <inheritdoc />
    public override string BenchFigures(Figures figures)
    {
        var (least, most) = (figures.Ratios[0], figures.Ratios[^1]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Name, -32} {figures.Median, 6:0.00} s   {figures.Ratio:0.00} of dotnet test ({least:0.00} to {most:0.00})"
        );
    }

    /// <inheritdoc />
    public override string BenchMemory(long megabytes) =>
        $"Memory of host and scenarios: {Number(megabytes)} MB at most";
}
