using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Lab.Build.Report;

/// <summary>A heading, at the level that fits the place of the report.</summary>
public sealed class Heading : Part
{
    /// <summary>The number of levels below the headings of the report's parts.</summary>
    [Parameter]
    public int Below { get; set; }

    /// <summary>The look of the heading. Null for the usual one.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, string.Create(CultureInfo.InvariantCulture, $"h{Place.Level + Below}"));
        builder.AddAttribute(1, "class", Class);
        builder.AddContent(2, ChildContent);
        builder.CloseElement();
    }
}
