namespace Lab.Build.Guidance;

/// <summary>One hint for a step.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The id of the step.</param>
/// <param name="Number">Which of its hints, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Text">What it says; null where there is none: what does not compile, the compiler explains.</param>
public sealed record Hint(Exercise Exercise, string Step, int Number, int Count, string? Text);

/// <summary>Gives one hint after the other.</summary>
public static class Hints
{
    /// <summary>The hint after the last that was given for this step; after the last of all, the first again.</summary>
    public static Hint NextHint(this Notebook notebook, Exercise exercise, string step)
    {
        var hints = Statement.Hints(exercise, step);
        if (hints.Count == 0)
            return new(exercise, step, 0, 0, null);
        var given = notebook[exercise].Hints.GetValueOrDefault(step);
        var number = given % hints.Count + 1;
        notebook.NoteHints(exercise, step, number);
        return new(exercise, step, number, hints.Count, hints[number - 1]);
    }
}
