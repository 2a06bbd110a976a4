using Lab.Build.Teaching.Grading;
using Lab.Build.Texts;
using Lab.Build.Views;
using Spectre.Console;

namespace Lab.Build.Teaching.Publishing;

/// <summary>
/// Shows how far the checks of a class are: on a terminal, in lines that are overwritten; elsewhere, in a line for each
/// tenth.
/// </summary>
/// <param name="console">The console for the view.</param>
/// <param name="texts">The language.</param>
public sealed class ClassProgressView(IAnsiConsole console, Catalogue texts)
{
    private const int Lines = 10;

    /// <summary>Shows the progress of some work until it is done.</summary>
    /// <param name="work">The work, which reports its progress.</param>
    public Task While(Func<IProgress<ClassProgress>, Task> work) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? console
                .Live(Of(new(0, 0, 0, 0)))
                .AutoClear(true)
                .StartAsync(context => work(new Overwriting(context, this)))
            : work(new LineByTenth(console, texts));

    private Rows Of(ClassProgress progress) =>
        new([
            new Prose(texts.Progress(progress)),
            .. progress.Failing.Select(step => new Prose(texts.Failing(step)).Indented(2)),
        ]);

    private sealed class Overwriting(LiveDisplayContext context, ClassProgressView view) : IProgress<ClassProgress>
    {
        public void Report(ClassProgress value) => context.UpdateTarget(view.Of(value));
    }

    private sealed class LineByTenth(IAnsiConsole console, Catalogue texts) : IProgress<ClassProgress>
    {
        private int _shown = -1;

        public void Report(ClassProgress value)
        {
            var all = value.Done + value.Running + value.WaitingAlone + value.Waiting;
            var tenth = all == 0 ? 0 : value.Done * Lines / all;
            if (tenth == _shown)
                return;
            _shown = tenth;
            console.Show(new Prose(texts.Progress(value)));
        }
    }
}
