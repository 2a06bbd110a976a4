using Cake.Core;
using Cake.Core.Diagnostics;

namespace Lab.Build;

/// <summary>Hides Cake's own headings and its table of durations.</summary>
public sealed class NoReport : ICakeReportPrinter
{
    /// <inheritdoc />
    public void Write(CakeReport report) { }

    /// <inheritdoc />
    public void WriteStep(string name, Verbosity verbosity) { }

    /// <inheritdoc />
    public void WriteLifeCycleStep(string name, Verbosity verbosity) { }

    /// <inheritdoc />
    public void WriteSkippedStep(string name, Verbosity verbosity) { }
}
