using Lab.Harness;

namespace Lab.Kit.Tests;

/// <summary>Processes that use all the processor time they get, until they are disposed of.</summary>
internal sealed class BusyMachine : IAsyncDisposable
{
    private readonly List<RunningProgram> _busy = [];

    private BusyMachine() { }

    /// <summary>Starts this number of processes.</summary>
    public static async Task<BusyMachine> With(int processes)
    {
        var machine = new BusyMachine();
        var spinning = await BadProgram.Subject($"busy-{Guid.NewGuid():N}");
        for (var number = 0; number < processes; number++)
            machine._busy.Add(RunningProgram.Start(spinning, ["spins"], new Timeline(), Actor.Client));
        return machine;
    }

    /// <summary>Ends the processes.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in _busy)
            await process.DisposeAsync();
    }
}
