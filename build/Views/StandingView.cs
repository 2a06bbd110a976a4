using Lab.Build.Guidance;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>Where the student stands, on a terminal: a bar for each exercise, the next step, and what to type.</summary>
public static class StandingView
{
    private const char Done = '█';
    private const char Open = '░';

    private static Catalogue Texts => Catalogue.Current;

    /// <summary>The lines.</summary>
    /// <param name="notebook">What was last checked.</param>
    /// <param name="now">The time of day, to say how long ago that was.</param>
    public static IEnumerable<string> Lines(Notebook notebook, DateTimeOffset now) =>
        [
            Texts.KitTitle,
            "",
            .. Exercise.All.SelectMany(exercise => Bar(exercise, notebook[exercise], now)),
            "",
            .. Next(notebook),
        ];

    private static IEnumerable<string> Bar(Exercise exercise, Page page, DateTimeOffset now)
    {
        var all = exercise.StepIds;
        var bar = string.Concat(all.Select(step => page.Passed.Contains(step) ? Done : Open));
        var longest = Exercise.All.Max(one => one.StepIds.Count);
        var state = page.CheckedAt is { } at
            ? Texts.CheckedAgo(now - at, Notebook.Fingerprint(KitFolder.ProgramOf(exercise)) != page.Program)
            : Texts.NeverChecked;
        var head = $"{exercise.Id}  {bar.PadRight(longest)}  {Texts.StepsPassed(page.Passed.Count, all.Count)}";
        return [$"{head}  {Texts.Name(exercise)}", .. Wrapping.Lines(state, Terminal.Width, 5, 5)];
    }

    private static IEnumerable<string> Next(Notebook notebook)
    {
        var text = notebook.Current is { } exercise
            ? Texts.WhatNext(exercise, notebook[exercise])
            : Texts.EverythingDone;
        return text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => Wrapping.Lines(line, Terminal.Width, 0, 4));
    }
}
