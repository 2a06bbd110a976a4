using Lab.Build.Drawing;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>
/// Shows a conversation and the same one with a right program, beside each other, or one below the other on a narrow
/// terminal.
/// </summary>
/// <param name="beside">The two conversations.</param>
/// <param name="texts">The language.</param>
internal sealed class BesideView(Beside beside, Catalogue texts) : Renderable
{
    private const int WideTerminal = 120;
    private const int Between = 2;

    /// <summary>The greatest number of lines of each ladder. Null for no limit.</summary>
    public int? MostLines { get; init; }

    /// <summary>What is wrong in the row that has failed, in words.</summary>
    public string? Failure { get; init; }

    /// <inheritdoc />
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var own = new LadderView(beside.Own, texts) { MostLines = MostLines, Failure = Failure };
        var right = new LadderView(beside.Right, texts) { MostLines = MostLines };
        var (yours, rightOnes) = (Title(texts.WithYourProgram), Title(texts.WithRightProgram));
        IRenderable both = maxWidth < WideTerminal ? new Rows(yours, own, rightOnes, right) : Columns(maxWidth);
        var legend = texts.FirstDifference($"{Glyphs.For(options.Unicode).Different}");
        IRenderable all = beside.HasDifference ? new Rows(both, new Prose(legend, Layout.Faint)) : both;
        return all.Render(options, maxWidth);

        IRenderable Columns(int width)
        {
            var column = (width - Between) / 2;
            return new Grid()
                .AddColumn(new GridColumn { Width = column, Padding = new Padding(0, 0, Between, 0) })
                .AddColumn(new GridColumn { Width = column, Padding = new Padding(0) })
                .AddRow(yours, rightOnes)
                .AddRow(own, right);
        }
    }

    private static Prose Title(string words) => new(words, Layout.Heading);
}
