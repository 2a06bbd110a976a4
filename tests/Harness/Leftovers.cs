using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Lab.Harness;

/// <summary>
/// Finds and ends processes that outlived the one that started them: every process of a run carries the run's key in
/// its environment, which children inherit however they detach.
/// </summary>
/// <remarks>On Windows a job object does this work: see <see cref="WindowsJob"/>.</remarks>
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

    /// <summary>Whether a process may have started others that still run. False is certain (proc(5)).</summary>
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
            // It has ended; or one of its threads has, and then nothing is certain.
            return Directory.Exists($"/proc/{id}");
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Ends them, and those they started meanwhile.</summary>
    public static async Task Kill(string key)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var found = await Find(key);
            if (found.Count == 0)
                return;
            // All of them first: while one is waited for, the others could start more.
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
            // It ended by itself, or it is in the middle of that.
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
            // It ended by itself, or the operating system takes its time: the next round looks again.
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
            // Somebody else's process, or one that has just ended.
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
