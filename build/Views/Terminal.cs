using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>The output of the views: a terminal, or a file or a pipe that somebody reads later.</summary>
/// <param name="writer">The writer for the text.</param>
/// <param name="width">The number of characters in a line. Null for a number that is easy to read.</param>
/// <param name="unicode">Whether all characters can be shown. Null for what the locale says.</param>
public sealed class Terminal(TextWriter writer, int? width = null, bool? unicode = null) : IAnsiConsoleOutput
{
    private const int Narrowest = 40;
    private const int Widest = 120;

    private static readonly string[] _localeVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    private readonly AnsiConsoleOutput _output = new(writer);

    /// <inheritdoc />
    public TextWriter Writer => _output.Writer;

    /// <inheritdoc />
    public bool IsTerminal => _output.IsTerminal;

    /// <inheritdoc />
    public int Width => width ?? (Console.IsOutputRedirected ? Widest : Math.Clamp(_output.Width, Narrowest, Widest));

    /// <inheritdoc />
    public int Height => _output.Height;

    /// <inheritdoc />
    public void SetEncoding(Encoding encoding) => _output.SetEncoding(encoding);

    /// <summary>A console that writes to standard output.</summary>
    public static IAnsiConsole Open() => On(new Terminal(Console.Out));

    /// <summary>A console that writes to this output.</summary>
    public static IAnsiConsole On(Terminal output)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = output,
                // A file or a pipe must not receive a terminal's control sequences.
                Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            }
        );
        console.Profile.Capabilities.Unicode = output.HasUnicode;
        return console;
    }

    private bool HasUnicode => unicode ?? LocaleHasUnicode;

    // The kit always writes UTF-8. On Unix the locale says whether the terminal reads it: POSIX, Base Definitions,
    // section 8.2. A locale that nobody has set says nothing.
    private static bool LocaleHasUnicode =>
        OperatingSystem.IsWindows()
        || _localeVariables
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(locale => !string.IsNullOrEmpty(locale))
            is not { } locale
        || locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
        || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What all views do with a console.</summary>
public static class Showing
{
    /// <summary>Shows a view, without the blanks at the ends of its lines.</summary>
    public static void Show(this IAnsiConsole console, IRenderable view)
    {
        console.Write(new Trimmed(view));
        console.WriteLine();
    }

    /// <summary>The number of lines that a view takes.</summary>
    public static int HeightOf(this IAnsiConsole console, IRenderable view) =>
        Segment.SplitLines(view.Render(RenderOptions.Create(console), console.Profile.Width)).Count;
}
