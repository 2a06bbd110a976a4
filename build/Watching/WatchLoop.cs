using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Views;

namespace Lab.Build.Watching;

/// <summary>Checks whenever a program is saved, until the user leaves.</summary>
/// <param name="notebook">What is remembered of the student's work.</param>
/// <param name="programs">The programs to watch, by exercise.</param>
/// <param name="seed">The seed of the words that scenarios send.</param>
/// <param name="view">What the user sees.</param>
public sealed class WatchLoop(
    Notebook notebook,
    IReadOnlyDictionary<Exercise, string> programs,
    int seed,
    WatchView view
) : IAsyncDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(50);

    private readonly SavedPrograms _saved = new(programs);
    private readonly Dictionary<Exercise, CheckResult> _results = [];

    // What a new result is compared with: a slip of the keyboard in between is not worth good news.
    private readonly Dictionary<Exercise, CheckResult> _compiled = [];
    private Exercise _current =
        notebook.Current is { } next && programs.ContainsKey(next) ? next : programs.Keys.First();
    private Task<CheckResult?> _check = Task.FromResult<CheckResult?>(null);
    private CancellationTokenSource _giveUp = new();
    private bool _isShown = true;

    /// <summary>Watches.</summary>
    /// <param name="end">The user leaves.</param>
    /// <param name="readKey">The key that was pressed; null where none was.</param>
    public async Task Run(Func<char?> readKey, CancellationToken end)
    {
        using var timer = new PeriodicTimer(_look);
        CheckAgain(_current);
        do
        {
            if (!Obey(readKey()))
                return;
            foreach (var exercise in _saved.Settled())
                CheckAgain(exercise);
            await ShowNews();
        } while (await timer.WaitForNextTickAsync(end));
    }

    /// <summary>Gives up what is being checked.</summary>
    public async ValueTask DisposeAsync()
    {
        await _giveUp.CancelAsync();
        await _check;
        _giveUp.Dispose();
    }

    // False when the user has had enough.
    private bool Obey(char? key)
    {
        switch (key)
        {
            case WatchView.Quit:
                return false;
            case WatchView.Again:
                CheckAgain(_current);
                break;
            case WatchView.Hint when _results.GetValueOrDefault(_current)?.Next is { } step:
                view.Show(notebook.NextHint(_current, step));
                break;
            case WatchView.Next:
                var all = programs.Keys.ToList();
                CheckAgain(all[(all.IndexOf(_current) + 1) % all.Count]);
                break;
        }
        return true;
    }

    private void CheckAgain(Exercise exercise)
    {
        _current = exercise;
        _giveUp.Cancel();
        _giveUp = new CancellationTokenSource();
        if (!File.Exists(programs[exercise]))
        {
            view.ShowMissing(programs[exercise]);
            return;
        }
        view.Begin(exercise);
        _check = CheckAfter(_check, exercise, _giveUp.Token);
        _isShown = false;
    }

    // Two at once would only slow each other down.
    private async Task<CheckResult?> CheckAfter(Task before, Exercise exercise, CancellationToken end)
    {
        await before;
        try
        {
            return await notebook.Check(new CheckRequest(exercise, programs[exercise], null, seed), view, end);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task ShowNews()
    {
        if (_isShown || !_check.IsCompleted)
            return;
        _isShown = true;
        if (await _check is not { } result)
            return;
        view.Show(result, before: _compiled.GetValueOrDefault(result.Exercise));
        _results[result.Exercise] = result;
        if (result.CompilerErrors.Count == 0)
            _compiled[result.Exercise] = result;
    }
}
