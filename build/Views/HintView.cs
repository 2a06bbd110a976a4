using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>Shows a hint.</summary>
/// <param name="texts">The language.</param>
public sealed class HintView(Catalogue texts)
{
    /// <summary>The hint, and how to get the next one.</summary>
    public IRenderable Of(Hint hint) =>
        hint.Text is null ? Brief(hint) : new Rows(Brief(hint), Layout.Blank, new Prose(texts.MoreHints(hint)));

    /// <summary>The hint alone, or the sentence that there is none.</summary>
    public IRenderable Brief(Hint hint)
    {
        if (hint.Text is { } text)
            return new Rows(new Prose(texts.HintHeading(hint)), Layout.Blank, new Prose(text).Indented(2));
        return new Prose(
            hint.Step == ResultDocument.Compile ? texts.NoHintToCompile(hint.Exercise) : texts.NoHints(hint)
        );
    }
}
