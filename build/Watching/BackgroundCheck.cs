using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Watching;

/// <summary>One check that goes on in the background, and what it has said that nobody has looked at yet.</summary>
public sealed class BackgroundCheck : IProgress<CheckProgress>, IAsyncDisposable
{
    private readonly CancellationTokenSource _giveUp = new();
    private CheckProgress? _news;

    /// <summary>Begins once the one before has ended: two at once would only slow each other down.</summary>
    /// <param name="before">The check before, which is given up; null where there was none.</param>
    /// <param name="check">Does the check.</param>
    public BackgroundCheck(
        BackgroundCheck? before,
        Func<IProgress<CheckProgress>, CancellationToken, Task<ResultDocument>> check
    ) => Result = Run(before, check);

    /// <summary>The result; null where it was given up, or the program was gone in that very moment.</summary>
    public Task<ResultDocument?> Result { get; }

    /// <inheritdoc />
    public void Report(CheckProgress value) => Volatile.Write(ref _news, value);

    /// <summary>The latest that it has said since the last look; null where that is nothing.</summary>
    public CheckProgress? News() => Interlocked.Exchange(ref _news, null);

    /// <summary>Gives it up: the result comes soon, and is null.</summary>
    public void GiveUp() => _giveUp.GiveUp();

    /// <summary>Gives it up, and waits until nothing of it runs any more.</summary>
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
