using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Watching;

/// <summary>A check that runs in the background, and its latest progress that nobody has read yet.</summary>
public sealed class BackgroundCheck : IProgress<CheckProgress>, IAsyncDisposable
{
    private readonly CancellationTokenSource _giveUp = new();
    private CheckProgress? _news;

    /// <summary>
    /// Starts when the previous check has ended, because two checks at once would slow each other down.
    /// </summary>
    /// <param name="before">The previous check, which is cancelled. Null if there was none.</param>
    /// <param name="check">Does the check.</param>
    public BackgroundCheck(
        BackgroundCheck? before,
        Func<IProgress<CheckProgress>, CancellationToken, Task<ResultDocument>> check
    ) => Result = Run(before, check);

    /// <summary>
    /// Completes with the result, or with null if the check was cancelled or the program disappeared at that moment.
    /// </summary>
    public Task<ResultDocument?> Result { get; }

    /// <inheritdoc />
    public void Report(CheckProgress value) => Volatile.Write(ref _news, value);

    /// <summary>The latest progress since the last call. Null if there is none.</summary>
    public CheckProgress? News() => Interlocked.Exchange(ref _news, null);

    /// <summary>Cancels the check. The result comes soon, and is null.</summary>
    public void GiveUp() => _giveUp.GiveUp();

    /// <summary>Cancels the check, and waits until everything that it started has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        GiveUp();
        await Result;
        _giveUp.Dispose();
    }

    private async Task<ResultDocument?> Run(
        BackgroundCheck? before,
        Func<IProgress<CheckProgress>, CancellationToken, Task<ResultDocument>> check
    )
    {
        if (before is not null)
            await before.DisposeAsync();
        try
        {
            return await check(this, _giveUp.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or RefusedException)
        {
            return null;
        }
    }
}
