using System.ComponentModel;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
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
    private readonly Dictionary<Exercise, ResultDocument> _results = [];

    // New results are compared with these: a typing error in between must not bring good news afterwards.
    private readonly Dictionary<Exercise, ResultDocument> _compiled = [];
    private Exercise _current =
        notebook.Current is { } next && programs.ContainsKey(next) ? next : programs.Keys.First();
    private BackgroundCheck? _check;
    private bool _isUnderWay;

    /// <summary>Watches.</summary>
    /// <param name="readKey">The key that was pressed; null where none was.</param>
    /// <param name="end">The user leaves.</param>
    public async Task Run(Func<char?> readKey, CancellationToken end)
    {
        using var timer = new PeriodicTimer(_look);
        CheckAgain(_current);
        do
        {
            if (!Obey(readKey()))
                return;
            // Several at once are no work on one of them: then the one on the screen counts.
            var saved = _saved.Settled();
            if (saved.Count > 0)
                CheckAgain(saved.Contains(_current) ? _current : saved[0]);
            await ShowNews();
        } while (await timer.WaitForNextTickAsync(end));
    }

    /// <summary>Gives up what is being checked.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_check is not null)
            await _check.DisposeAsync();
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
            // Not while a check runs: its verdict would take the hint off the screen.
            case WatchView.Hint when !_isUnderWay && _results.GetValueOrDefault(_current)?.Next is { } step:
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
            // The next save may find a better moment.
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
