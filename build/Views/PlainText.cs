using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>A view as text for a file: without colours, and the same on every machine.</summary>
internal static class PlainText
{
    private const int Width = 110;

    /// <summary>The lines of a view.</summary>
    public static string Of(params IEnumerable<IRenderable> parts)
    {
        using var writer = new StringWriter();
        Terminal.On(new Terminal(writer, Width, unicode: true)).Show(new Rows(parts));
        return Escaped(writer.ToString()).TrimEnd('\n');
    }

    /// <summary>A text with its lines, and with all its other control characters escaped.</summary>
    public static string Escaped(string text) =>
        string.Join('\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(Quoted.Escape));
}
