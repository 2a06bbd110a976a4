namespace Lab.Build.Guidance;

/// <summary>One hint for a step.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The id of the step.</param>
/// <param name="Number">The number of this hint, from 1.</param>
/// <param name="Count">The number of hints for the step.</param>
/// <param name="Text">
/// The hint's text. Null if there is none: the compiler explains a program that does not compile.
/// </param>
public sealed record Hint(Exercise Exercise, string Step, int Number, int Count, string? Text);

/// <summary>Gives hints, one after the other.</summary>
public static class Hints
{
    /// <summary>
    /// The hint after the last one that was given for this step. After the last hint, the first one follows again.
    /// </summary>
    /// <param name="notebook">Remembers which hints were given.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="step">The id of the step.</param>
    /// <param name="readMe">The name of the statement's file.</param>
    public static Hint NextHint(this Notebook notebook, Exercise exercise, string step, string readMe)
    {
        var hints = Statement.Hints(exercise, step, readMe);
        if (hints.Count == 0)
            return new(exercise, step, 0, 0, null);
        var given = notebook[exercise].Hints.GetValueOrDefault(step);
        var number = given % hints.Count + 1;
        notebook.NoteHints(exercise, step, number);
        return new(exercise, step, number, hints.Count, hints[number - 1]);
    }
}
