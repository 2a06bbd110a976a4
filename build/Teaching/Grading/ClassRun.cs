using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Teaching.Confining;

namespace Lab.Build.Teaching.Grading;

/// <summary>Checks the programs of a class side by side, and keeps each result as soon as it is there.</summary>
/// <param name="folder">The folder of the class.</param>
/// <param name="language">The language of the compiler's messages.</param>
/// <param name="isConfined">Whether the programs run confined.</param>
internal sealed class ClassRun(ClassFolder folder, string language, bool isConfined) : IAsyncDisposable
{
    // A check mostly waits, so a core carries several. More would make checks late, and a late one is played again alone.
    private const int PerCore = 3;

    private readonly Seats _seats = new(Environment.ProcessorCount * PerCore);
    private readonly WorkerPool _workers = new(isConfined);

    /// <summary>Does these checks.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="progress">Receives progress.</param>
    /// <param name="end">Gives up. What is done by then is kept.</param>
    public async Task Run(IReadOnlyList<ClassCheck> checks, IProgress<ClassProgress> progress, CancellationToken end)
    {
        var tally = new ClassTally(checks.Count, _seats, progress);
        await Task.WhenAll(checks.Select(check => Do(check, tally, end)));
    }

    /// <summary>Ends all workers.</summary>
    public ValueTask DisposeAsync() => _workers.DisposeAsync();

    private async Task Do(ClassCheck check, ClassTally tally, CancellationToken end)
    {
        var result = await ResultOf(check, isSecondTry: false, tally.Begin, end);
        // The machine may be to blame for a check that could not be done.
        if (result.Fault is not null)
            result = await ResultOf(check, isSecondTry: true, () => { }, end);
        folder.Write(check.Student, new KeptResult(check.Key, check.InOwnNames(result, folder)));
        tally.End(result);
    }

    // One program that cannot be checked, for whatever reason, must not end the checks of the others.
    private async Task<ResultDocument> ResultOf(ClassCheck check, bool isSecondTry, Action begun, CancellationToken end)
    {
        using var seat = await _seats.Enter(end);
        begun();
        try
        {
            return await CheckBy(_workers.Take(), check, isSecondTry, seat, end);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Unchecked(check, waitsFor: null) with { Fault = Fault.Of(failure) };
        }
    }

    private async Task<ResultDocument?> FailedBuild(ClassCheck check, CheckOrder order, CancellationToken end)
    {
        if (check.Other?.Build is not { } command)
            return null;
        var build = await ProgramBuild.Run(command, order.Program, isConfined, end);
        return build.HasWorked
            ? null
            : Unchecked(check, ResultDocument.Compile) with
            {
                CompilerErrors = [new(command, 0, 0, "build", build.Output)],
            };
    }

    private static ResultDocument Unchecked(ClassCheck check, string? waitsFor) =>
        new(check.Exercise, new(check.Program.Path ?? "", ProgramLanguage.Other), 0, check.Seed)
        {
            Steps = StepResult.AllWaitingFor(check.Exercise, waitsFor),
        };

    // A check that waits until it can play alone does not run, so another one may have its worker.
    private async Task<ResultDocument> CheckBy(
        WorkerProcess worker,
        ClassCheck check,
        bool isSecondTry,
        Seats.Seat seat,
        CancellationToken end
    )
    {
        var isReturned = false;
        try
        {
            var order = check.Prepare(folder, language) with { IsSecondTry = isSecondTry };
            return await FailedBuild(check, order, end) ?? await worker.Check(order, progress: null, Alone, end);
        }
        finally
        {
            Return();
        }

        Task<IDisposable> Alone(CancellationToken cancelled)
        {
            Return();
            return seat.Alone(cancelled);
        }

        void Return()
        {
            if (!isReturned)
                _workers.Return(worker);
            isReturned = true;
        }
    }
}
