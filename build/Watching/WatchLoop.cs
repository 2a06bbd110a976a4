using System.ComponentModel;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Watching;

/// <summary>Checks whenever a program is saved, until the user leaves.</summary>
/// <param name="notebook">The record of the student's work.</param>
/// <param name="programs">The programs to watch, by exercise.</param>
/// <param name="seed">The seed for the words that the probes send.</param>
/// <param name="view">The screen.</param>
public sealed class WatchLoop(
    Notebook notebook,
    IReadOnlyDictionary<Exercise, string> programs,
    int seed,
    WatchView view
) : IAsyncDisposable
{
    // Few looks cost little while nothing happens, and more of them answer sooner while a program is being saved.
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(50);

    private readonly SavedPrograms _saved = new(programs);
    private readonly Dictionary<Exercise, ResultDocument> _results = [];

    // A new result is compared with the last one that compiled, so that mending a typing error is not reported as good
    // news.
    private readonly Dictionary<Exercise, ResultDocument> _compiled = [];
    private Exercise _current =
        notebook.Current is { } next && programs.ContainsKey(next) ? next : programs.Keys.First();
    private BackgroundCheck? _check;
    private bool _isUnderWay;

    /// <summary>Watches until the user leaves.</summary>
    /// <param name="readKey">Gives the key that was pressed. Null if there was none.</param>
    /// <param name="end">Cancelled when the user leaves.</param>
    public async Task Run(Func<char?> readKey, CancellationToken end)
    {
        using var timer = new PeriodicTimer(_look);
        CheckAgain(_current);
        do
        {
            if (!Obey(readKey()))
                return;
            // Several programs saved at once do not come from work on one of them. The exercise on the screen is
            // checked then.
            var saved = _saved.Settled();
            if (saved.Count > 0)
                CheckAgain(saved.Contains(_current) ? _current : saved[0]);
            var pause = _saved.IsBeingSaved || _isUnderWay ? _soon : _look;
            if (timer.Period != pause)
                timer.Period = pause;
            await ShowNews();
        } while (await timer.WaitForNextTickAsync(end));
    }

    /// <summary>Cancels the running check.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_check is not null)
            await _check.DisposeAsync();
    }

    // Returns false when the user wants to leave.
    private bool Obey(char? key)
    {
        switch (key)
        {
            case WatchView.Quit:
                return false;
            case WatchView.Again:
                CheckAgain(_current);
                break;
            // A hint is not shown during a check, because the verdict would replace it at once.
            case WatchView.Hint when !_isUnderWay && _results.GetValueOrDefault(_current)?.Next is { } step:
                view.Show(notebook.NextHint(_current, step, view.ReadMe));
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
        _isUnderWay = File.Exists(programs[exercise]);
        if (_isUnderWay)
        {
            view.Begin(exercise, programs[exercise]);
            _check = new(_check, (progress, end) => Check(exercise, progress, end));
        }
        else
        {
            _check?.GiveUp();
            view.ShowMissing(programs[exercise]);
        }
    }

    private async Task<ResultDocument> Check(
        Exercise exercise,
        IProgress<CheckProgress> progress,
        CancellationToken end
    )
    {
        var program = programs[exercise];
        try
        {
            return await notebook.CheckAndNote(
                new CheckRequest(exercise, new Source.CSharp(program), seed),
                progress,
                end
            );
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidOperationException
                        or Win32Exception
                        or FaultException
            )
        {
            // The program cannot be read at this moment. The next save may succeed.
            return new(exercise, CheckedProgram.Read(program, []), 0, seed) { Fault = Fault.Of(failure) };
        }
    }

    private async Task ShowNews()
    {
        if (!_isUnderWay || _check is null)
            return;
        if (_check.News() is { } progress)
            view.Report(progress);
        if (!_check.Result.IsCompleted)
            return;
        _isUnderWay = false;
        if (await _check.Result is { } result)
            Show(result);
    }

    private void Show(ResultDocument result)
    {
        view.Show(result, before: _compiled.GetValueOrDefault(result.Exercise));
        if (result.Outcome == Outcome.CouldNotCheck)
            return;
        _results[result.Exercise] = result;
        if (result.CompilerErrors.Count == 0)
            _compiled[result.Exercise] = result;
    }
}
