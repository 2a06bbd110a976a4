using Lab.Build.Guidance;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>Where the student stands: a bar for each exercise, the next step, and what to type.</summary>
public static class StandingView
{
    private const char Done = '█';
    private const char Open = '░';
    private const int IdWidth = 4;

    private static Catalogue Texts => Catalogue.Current;

    /// <summary>The view.</summary>
    /// <param name="notebook">What was last checked.</param>
    /// <param name="now">The time of day, to say how long ago that was.</param>
    public static IRenderable Of(Notebook notebook, DateTimeOffset now) =>
        new Rows([
            new Prose(Texts.KitTitle),
            Layout.Blank,
            .. Exercise.All.SelectMany(exercise => Bar(exercise, notebook[exercise], now)),
            Layout.Blank,
            .. Next(notebook),
        ]);

    private static IEnumerable<IRenderable> Bar(Exercise exercise, Page page, DateTimeOffset now)
    {
        var all = exercise.StepIds;
        var bar = string.Concat(all.Select(step => page.Passed.Contains(step) ? Done : Open));
        var longest = Exercise.All.Max(one => one.StepIds.Count);
        var state = page.CheckedAt is { } at
            ? Texts.CheckedAgo(now - at, Notebook.Fingerprint(KitFolder.ProgramOf(exercise)) != page.Program)
            : Texts.NeverChecked;
        var passed = Texts.StepsPassed(page.Passed.Count, all.Count);
        var head = Layout
            .Columns(IdWidth, longest + 1, passed.Length + 1)
            .AddRow(new Text(exercise.Id), new Text(bar), new Text(passed), new Prose(Texts.Name(exercise)));
        return [head, new Prose(state).Indented(IdWidth + 1)];
    }

    private static IEnumerable<IRenderable> Next(Notebook notebook)
    {
        var text = notebook.Current is { } exercise
            ? Texts.WhatNext(exercise, notebook[exercise])
            : Texts.EverythingDone;
        return text.ReplaceLineEndings("\n").Split('\n').Select(line => new Prose(line));
    }
}
