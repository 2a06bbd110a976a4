using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Build.Views;

/// <summary>Shows the latest verdict on one screen: the first step to mend, and the keys.</summary>
/// <param name="console">The console for the view.</param>
/// <param name="texts">The language.</param>
public sealed class WatchView(IAnsiConsole console, Catalogue texts)
{
    /// <summary>The key that checks again.</summary>
    public const char Again = 'r';

    /// <summary>The key that gives a hint.</summary>
    public const char Hint = 'h';

    /// <summary>The key that goes to the next exercise.</summary>
    public const char Next = 'n';

    /// <summary>The key that leaves.</summary>
    public const char Quit = 'q';

    /// <summary>The name of the statements' files in the language of the view.</summary>
    public string ReadMe => texts.ReadMe;

    private const int LeastRows = 24;

    // The number of lines for the blank lines, the keys, and the progress.
    private const int RowsForKeys = 6;

    private LiveDisplayContext? _screen;
    private IRenderable _verdict = Layout.Blank;

    private int Rows => Math.Max(LeastRows, console.Profile.Height) - RowsForKeys;

    /// <summary>Uses the whole screen until the work is done.</summary>
    public Task While(Func<Task> work)
    {
        console.Clear();
        return console
            .Live(Layout.Blank)
            .Overflow(VerticalOverflow.Crop)
            .Cropping(VerticalOverflowCropping.Bottom)
            .StartAsync(async screen =>
            {
                _screen = screen;
                await work();
            });
    }

    /// <summary>Shows at once that a check begins.</summary>
    public void Begin(Exercise exercise, string program)
    {
        console.Clear();
        Draw(
            new Rows(
                new Prose($"{exercise.Id} · {texts.Name(exercise)}"),
                new Prose(texts.Watches(KitFolder.Shown(program)))
            ),
            new(CheckPhase.Compiling, 0, 0)
        );
    }

    /// <summary>Shows the progress of the check, and a step that is certainly wrong as soon as there is one.</summary>
    public void Report(CheckProgress value) =>
        Draw(value.SoFar is { } soFar ? new ResultView(texts).Brief(soFar, null, RowsBelow) : _verdict, value);

    /// <summary>Shows a result, and what has improved since the one before.</summary>
    public void Show(ResultDocument result, ResultDocument? before)
    {
        string[] better = [.. result.Steps.Where(step => HasTurnedGreen(step, before)).Select(step => step.Id)];
        Draw(new ResultView(texts).Brief(result, better.Length > 0 ? texts.PassNow(better) : null, RowsBelow));
    }

    /// <summary>Shows a hint below the verdict, or instead of it if there is not enough room for both.</summary>
    public void Show(Hint hint)
    {
        var alone = new HintView(texts).Brief(hint);
        var both = new Rows(_verdict, Layout.Blank, alone);
        Draw(RowsBelow(both) >= 0 ? both : alone);
    }

    /// <summary>Shows that a program is missing.</summary>
    public void ShowMissing(string program) => Draw(new Prose(texts.WaitsForProgram(KitFolder.Shown(program))));

    private int RowsBelow(IRenderable above) => Rows - console.HeightOf(above);

    private static bool HasTurnedGreen(StepResult step, ResultDocument? before) =>
        step.Status == StepStatus.Passed
        && before is not null
        && before.Steps.All(one => one.Id != step.Id || one.Status != StepStatus.Passed);

    private void Draw(IRenderable verdict, CheckProgress? progress = null)
    {
        _verdict = verdict;
        var keys = new Prose(texts.WatchKeys(Again, Hint, Next, Quit));
        _screen?.UpdateTarget(
            new Trimmed(
                new Rows([
                    verdict,
                    Layout.Blank,
                    keys,
                    .. progress is null
                        ? Array.Empty<IRenderable>()
                        : [Layout.Blank, ProgressView.Line(progress, texts)],
                ])
            )
        );
    }
}
