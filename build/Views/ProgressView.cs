using Lab.Build.Checking;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>
/// Shows the progress of a check: on a terminal, in one line that is overwritten; elsewhere, in one line for each
/// phase.
/// </summary>
/// <param name="console">The console for the view.</param>
/// <param name="texts">The language.</param>
public sealed class ProgressView(IAnsiConsole console, Catalogue texts)
{
    /// <summary>Shows the progress of some work until it is done.</summary>
    /// <param name="work">The work, which reports its progress.</param>
    public Task<T> While<T>(Func<IProgress<CheckProgress>, Task<T>> work) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? console
                .Live(Line(new(CheckPhase.Compiling, 0, 0), texts))
                .AutoClear(true)
                .StartAsync(context => work(new Overwriting(context, texts)))
            : work(new LineByPhase(console, texts));

    /// <summary>The progress in a line that cannot wrap.</summary>
    internal static IRenderable Line(CheckProgress value, Catalogue texts) =>
        new Text(texts.Progress(value)) { Overflow = Overflow.Ellipsis };

    private sealed class Overwriting(LiveDisplayContext context, Catalogue texts) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => context.UpdateTarget(Line(value, texts));
    }

    private sealed class LineByPhase(IAnsiConsole console, Catalogue texts) : IProgress<CheckProgress>
    {
        private readonly Lock _lock = new();
        private CheckPhase? _phase;

        public void Report(CheckProgress value)
        {
            lock (_lock)
            {
                if (value.Phase != _phase)
                    console.Show(new Prose(texts.Progress(value)));
                _phase = value.Phase;
            }
        }
    }
}
