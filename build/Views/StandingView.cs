using Lab.Build.Guidance;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>Shows the student's progress: a bar for each exercise, the next step, and what to type.</summary>
/// <param name="texts">The language.</param>
public sealed class StandingView(Catalogue texts)
{
    private const char Done = '█';
    private const char Open = '░';
    private const int IdWidth = 4;

    /// <summary>The view.</summary>
    /// <param name="notebook">The results of the last checks.</param>
    /// <param name="work">What is committed. Null if there is no repository.</param>
    /// <param name="deadline">The time by which it must be handed in. Null if it is not known.</param>
    /// <param name="now">The time now, to say how long ago the checks were, and how much time is left.</param>
    public IRenderable Of(Notebook notebook, CommittedWork? work, Deadline? deadline, DateTimeOffset now) =>
        new Rows([
            new Prose(texts.KitTitle),
            Layout.Blank,
            .. Exercise.All.SelectMany(exercise => Bar(exercise, notebook[exercise], work, now)),
            .. NotPushed(work),
            .. Until(deadline, now),
            Layout.Blank,
            .. Next(notebook),
        ]);

    private IEnumerable<IRenderable> Bar(Exercise exercise, Page page, CommittedWork? work, DateTimeOffset now)
    {
        var all = exercise.StepIds;
        var bar = string.Concat(all.Select(step => page.Passed.Contains(step) ? Done : Open));
        var longest = Exercise.All.Max(one => one.StepIds.Count);
        var state = page.CheckedAt is { } at
            ? texts.CheckedAgo(now - at, Notebook.Fingerprint(KitFolder.ProgramOf(exercise)) != page.Program)
            : texts.NeverChecked;
        var passed = texts.StepsPassed(page.Passed.Count, all.Count);
        var head = Layout
            .Columns(IdWidth, longest + 1, passed.Length + 1)
            .AddRow(new Text(exercise.Id), new Text(bar), new Text(passed), new Text(texts.Name(exercise)));
        return [head, new Prose(state + Committed(exercise, work)).Indented(IdWidth + 1)];
    }

    // Nobody commits a program that was not begun.
    private string Committed(Exercise exercise, CommittedWork? work) =>
        work?.Programs[exercise] is { } program && !Starter.IsUntouched(exercise, KitFolder.ProgramOf(exercise))
            ? $" · {texts.Committed(program.Commits, program.IsCommitted)}"
            : "";

    private IEnumerable<IRenderable> NotPushed(CommittedWork? work) =>
        work?.Unpushed is > 0 and var commits ? [Layout.Blank, new Prose(texts.NotPushed(commits))] : [];

    private IEnumerable<IRenderable> Until(Deadline? deadline, DateTimeOffset now) =>
        deadline is null ? [] : [Layout.Blank, new Prose(texts.UntilDeadline(deadline.LastMoment, now))];

    private IEnumerable<IRenderable> Next(Notebook notebook)
    {
        var text = notebook.Current is { } exercise
            ? texts.WhatNext(exercise, notebook[exercise])
            : texts.EverythingDone;
        return text.ReplaceLineEndings("\n").Split('\n').Select(line => new Prose(line));
    }
}
