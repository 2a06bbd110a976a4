using Lab.Build.Views;
using Spectre.Console.Rendering;

namespace Lab.Kit.Tests;

/// <summary>Renders views without colours.</summary>
internal static class Rendered
{
    public static string[] Lines(IRenderable view, int width = 120, bool unicode = true)
    {
        using var writer = new StringWriter();
        Terminal.On(new Terminal(writer, width, unicode)).Show(view);
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
