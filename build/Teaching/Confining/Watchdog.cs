using System.Collections.Concurrent;
using System.Globalization;

namespace Lab.Build.Teaching.Confining;

/// <summary>
/// Ends runs that hold too much memory, or too many processes and threads. The kernel's own bounds count for each process
/// alone, and the one for processes does not hold for root.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    // A process needs longer than this to take so much of the machine that others suffer.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<ConfinedRun, bool> _runs = [];
    private readonly ManualResetEventSlim _isOver = new();
    private readonly Thread _thread;

    /// <summary>Begins to watch.</summary>
    public Watchdog()
    {
        // The threads of the pool may all be waiting for programs.
        _thread = new(Watch) { IsBackground = true, Name = nameof(Watchdog) };
        _thread.Start();
    }

    /// <summary>Watches a run.</summary>
    public void Add(ConfinedRun run) => _runs[run] = true;

    /// <summary>Watches a run no more.</summary>
    public void Remove(ConfinedRun run) => _runs.TryRemove(run, out _);

    /// <summary>Ends all runs.</summary>
    public void Dispose()
    {
        _isOver.Set();
        _thread.Join();
        _isOver.Dispose();
        foreach (var run in _runs.Keys)
            run.Dispose();
    }

    private void Watch()
    {
        while (!_isOver.Wait(_pause))
            Look();
    }

    private void Look()
    {
        var (all, most, largest) = (new Usage(), new Usage(), default(ConfinedRun));
        foreach (var run in _runs.Keys)
        {
            var usage = Usage.Of(run);
            all = new(all.Tasks + usage.Tasks, all.Memory + usage.Memory);
            if (usage.IsTooMuch)
                run.Dispose();
            else if (usage.ShareOfAll > most.ShareOfAll)
                (most, largest) = (usage, run);
        }
        if (all.ShareOfAll > 1)
            largest?.Dispose();
    }

    /// <summary>What a run uses.</summary>
    private readonly record struct Usage(int Tasks, long Memory)
    {
        public bool IsTooMuch => Tasks > Limits.Tasks || Memory > Limits.Memory;

        /// <summary>The part of what all runs may use together.</summary>
        public double ShareOfAll => Math.Max((double)Tasks / Limits.TasksOfAll, (double)Memory / Limits.MemoryOfAll);

        // A process whose parent has ended becomes a child of the first process, so none is missed.
        public static Usage Of(ConfinedRun run)
        {
            var whole = new Usage();
            var open = new Stack<int>();
            if (run.FirstProcess is { } first)
                open.Push(first);
            while (open.TryPop(out var id) && !whole.IsTooMuch)
            {
                var one = OfProcess(id);
                whole = new(whole.Tasks + one.Tasks, whole.Memory + one.Memory);
                Children(id).ForEach(open.Push);
            }
            return whole;
        }

        // Memory that only mirrors files costs nothing, so it does not count.
        private static Usage OfProcess(int id)
        {
            var usage = new Usage();
            foreach (var line in Lines($"/proc/{id}/status"))
                usage = line.Split(':') switch
                {
                    ["RssAnon" or "RssShmem", var size] => usage with { Memory = usage.Memory + (Number(size) << 10) },
                    ["Threads", var count] => usage with { Tasks = (int)Number(count) },
                    _ => usage,
                };
            return usage;
        }

        private static List<int> Children(int id)
        {
            try
            {
                return
                [
                    .. Directory
                        .EnumerateDirectories($"/proc/{id}/task")
                        .SelectMany(thread => Lines($"{thread}/children"))
                        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
                ];
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }

        private static string[] Lines(string file)
        {
            try
            {
                return File.ReadAllLines(file);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }

        private static long Number(string text) => long.Parse(text.Replace("kB", ""), CultureInfo.InvariantCulture);
    }
}
