using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>A hint on a terminal.</summary>
public static class HintView
{
    /// <summary>Its lines.</summary>
    /// <param name="hint">The hint.</param>
    public static IEnumerable<string> Lines(Hint hint)
    {
        var texts = Catalogue.Current;
        if (hint.Text is null)
            return Wrapped(
                hint.Step == ResultDocument.Compile ? texts.NoHintToCompile(hint.Exercise) : texts.NoHints(hint)
            );
        return Wrapped(texts.HintHeading(hint))
            .Append("")
            .Concat(Wrapped(hint.Text, indent: 2))
            .Append("")
            .Concat(Wrapped(texts.MoreHints(hint)));
    }

    private static IEnumerable<string> Wrapped(string text, int indent = 0) =>
        Wrapping.Lines(text, Terminal.Width, indent, indent);
}
