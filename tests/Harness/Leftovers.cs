using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Lab.Harness;

/// <summary>
/// Finds and ends processes that outlive their parent. Every process of a run has the run's key in its environment.
/// Children inherit it, in whatever way they detach.
/// </summary>
/// <remarks>A job object does this work on Windows: see <see cref="WindowsJob"/>.</remarks>
public static class Leftovers
{
    /// <summary>The environment variable that holds the key.</summary>
    public const string Variable = "LAB_RUN";

    private const int MostRounds = 50;

    /// <summary>The processes whose key begins with <paramref name="key"/>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="variable">The environment variable that holds it.</param>
    public static async Task<IReadOnlyList<int>> Find(string key, string variable = Variable)
    {
        var mark = $"{variable}={key}";
        if (OperatingSystem.IsLinux())
            return [.. FindInProc(Encoding.UTF8.GetBytes(mark))];
        if (OperatingSystem.IsMacOS())
            return await FindWithPs(mark);
        return [];
    }

    /// <summary>
    /// Whether a process may have started others that still run. The answer false is certain (proc(5)).
    /// </summary>
    internal static bool MayHaveChildren(int id)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        try
        {
            return Directory
                .EnumerateDirectories($"/proc/{id}/task")
                .Any(thread => File.ReadAllText(Path.Combine(thread, "children")).Length > 0);
        }
        catch (DirectoryNotFoundException)
        {
            // The process has ended, or one of its threads has. In the second case nothing is certain.
            return Directory.Exists($"/proc/{id}");
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Ends these processes, and those that they start meanwhile.</summary>
    public static async Task Kill(string key)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var found = await Find(key);
            if (found.Count == 0)
                return;
            // All are killed before any is waited for, because the others could start more meanwhile.
            foreach (var id in found)
                KillOne(id);
            foreach (var id in found)
                await WaitForEnd(id);
        }
    }

    private static void KillOne(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // The process has ended by itself, or is just ending.
        }
    }

    private static async Task WaitForEnd(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            using var bound = new CancellationTokenSource(Bounds.Kill);
            await process.WaitForExitAsync(bound.Token);
        }
        catch (Exception gone)
            when (gone is ArgumentException or InvalidOperationException or OperationCanceledException)
        {
            // The process has ended by itself, or needs more time to end: the next round looks again.
        }
    }

    private static IEnumerable<int> FindInProc(byte[] mark)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && HasMark(folder, mark))
                yield return id;
        }
    }

    private static bool HasMark(string folder, byte[] mark)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            // The process belongs to another user, or has just ended.
            return false;
        }
    }

    private static async Task<IReadOnlyList<int>> FindWithPs(string mark)
    {
        var list = await Cli.Wrap("ps")
            .WithArguments(["-axEww", "-o", "pid=,command="])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return
        [
            .. list
                .StandardOutput.Split('\n')
                .Where(line => line.Contains(mark, StringComparison.Ordinal))
                .Select(line => int.Parse(line.TrimStart().Split(' ')[0], CultureInfo.InvariantCulture)),
        ];
    }
}
