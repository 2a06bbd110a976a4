using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>One screen that always shows the latest verdict: the first step to mend, and the keys.</summary>
public sealed class WatchView
{
    /// <summary>The key that checks again.</summary>
    public const char Again = 'r';

    /// <summary>The key that gives a hint.</summary>
    public const char Hint = 'h';

    /// <summary>The key that goes to the next exercise.</summary>
    public const char Next = 'n';

    /// <summary>The key that leaves.</summary>
    public const char Quit = 'q';

    private const int LeastRows = 24;

    // Blank lines, and the keys.
    private const int RowsForKeys = 6;

    private static Catalogue Texts => Catalogue.Current;

    private readonly TextWriter _output = Console.Out;
    private readonly ConsoleView _console = new(Console.Out, isLive: true);
    private string _early = "";
    private int _written;

    /// <summary>Says at once that it is checking.</summary>
    public void Begin(Exercise exercise, string program)
    {
        _early = "";
        Console.Clear();
        _output.WriteLine($"{exercise.Id} · {Texts.Name(exercise)}");
        _output.WriteLine(Texts.Watches(KitFolder.Shown(program)));
        ShowKeys();
        _output.Write("\n" + Texts.Progress(new(CheckPhase.Compiling, 0, 0)));
    }

    /// <summary>Shows how far the check is, and a step that is certainly wrong as soon as there is one.</summary>
    public void Report(CheckProgress value)
    {
        if (value.SoFar is { } soFar && MarksOf(soFar) is var marks && marks != _early)
        {
            _early = marks;
            Console.Clear();
            _console.ShowBrief(soFar, null, Rows);
            ShowKeys();
            _output.WriteLine();
        }
        _console.Report(value);
    }

    /// <summary>Shows a result, and what has become better since the one before.</summary>
    public void Show(ResultDocument result, ResultDocument? before)
    {
        Console.Clear();
        var better = result.Steps.Where(step => HasTurnedGreen(step, before)).Select(step => step.Id).ToList();
        _written = _console.ShowBrief(result, better.Count > 0 ? Texts.PassNow(better) : null, Rows);
        ShowKeys();
    }

    /// <summary>Shows a hint under the verdict, or instead of it where there is no room for both.</summary>
    public void Show(Hint hint)
    {
        var lines = HintView.Lines(hint).SkipLast(1).ToList();
        _written += lines.Count + 1;
        if (_written > Rows)
        {
            Console.Clear();
            _written = lines.Count;
        }
        else
        {
            _output.WriteLine("\n");
        }
        foreach (var line in lines)
            _output.WriteLine(line);
        ShowKeys();
    }

    /// <summary>Says that a program is gone.</summary>
    public void ShowMissing(string program)
    {
        Console.Clear();
        _output.WriteLine(Texts.WaitsForProgram(KitFolder.Shown(program)));
        ShowKeys();
    }

    /// <summary>Leaves the screen to whoever comes next.</summary>
    public void End() => _output.WriteLine();

    private static int Rows => Math.Max(LeastRows, Console.WindowHeight) - RowsForKeys;

    private static string MarksOf(ResultDocument result) =>
        string.Concat(result.Steps.Select(step => $"{step.Status} {step.IsUnderWay} "));

    private static bool HasTurnedGreen(StepResult step, ResultDocument? before) =>
        step.Status == StepStatus.Passed
        && before is not null
        && before.Steps.All(one => one.Id != step.Id || one.Status != StepStatus.Passed);

    private void ShowKeys()
    {
        _output.WriteLine();
        // Without a newline, which would move the first line out of a small window.
        _output.Write(Texts.WatchKeys(Again, Hint, Next, Quit) + " ");
    }
}
