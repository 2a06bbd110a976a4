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

    /// <summary>
    /// Chooses the encoding of standard output: UTF-8, or what the terminal reads instead. See <see
    /// cref="SimilarLetters"/> for the letters that it lacks.
    /// </summary>
    public static void SetEncoding()
    {
        try
        {
            Console.OutputEncoding = LocaleHasUnicode ? Encoding.UTF8 : Narrow(Locale!);
        }
        catch (IOException)
        {
            // A Windows console that refuses UTF-8 keeps its code page, and .NET writes similar letters there.
        }
    }

    /// <summary>The encoding of a locale without UTF-8. It is ASCII if the locale names none that is known.</summary>
    /// <param name="locale">The locale, such as <c>es_ES.ISO-8859-15</c>.</param>
    public static Encoding Narrow(string locale)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = locale.Split('.', '@') is [_, var charset, ..] ? charset : "";
        var isKnown = Encoding.GetEncodings().Any(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return Encoding.GetEncoding(
            isKnown ? name : "us-ascii",
            new SimilarLetters(),
            DecoderFallback.ReplacementFallback
        );
    }

    // On Unix the locale says whether the terminal reads UTF-8: POSIX, Base Definitions, section 8.2. A locale that
    // nobody has set says nothing.
    private static bool LocaleHasUnicode =>
        OperatingSystem.IsWindows()
        || Locale is not { } locale
        || locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
        || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);

    private static string? Locale =>
        _localeVariables
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(locale => !string.IsNullOrEmpty(locale));
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
