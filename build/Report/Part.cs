using Lab.Build.Texts;
using Microsoft.AspNetCore.Components;

namespace Lab.Build.Report;

/// <summary>A part of a report.</summary>
public abstract class Part : ComponentBase
{
    /// <summary>The language of the report.</summary>
    [CascadingParameter]
    public required Catalogue Texts { get; set; }

    /// <summary>The place of the report in its page.</summary>
    [CascadingParameter]
    public ReportPlace Place { get; set; } = ReportPlace.Alone;
}
