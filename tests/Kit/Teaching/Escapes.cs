using System.Globalization;
using Lab.Build;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The programs that try to get out of a sandbox.</summary>
internal static class Escapes
{
    private static readonly string _folder = Path.Combine(KitFolder.Root, "tests", "Programs", "Escapes");

    /// <summary>The source of a program, which knows where to look for what it wants.</summary>
    /// <param name="program">The name of the program.</param>
    /// <param name="neighbour">The file of another student.</param>
    /// <param name="mark">What marks the processes that it starts.</param>
    /// <param name="port">The port of a service of this machine. 1 if there is none.</param>
    public static string SourceOf(string program, string neighbour, string mark, int port = 1) =>
        Text(program)
            .Replace("{neighbour}", neighbour)
            .Replace("{home}", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
            .Replace("{hook}", KitFolder.Hook)
            .Replace("{mark}", mark)
            .Replace("/*harness*/1", $"{Environment.ProcessId}")
            .Replace("/*port*/1", port.ToString(CultureInfo.InvariantCulture));

    /// <summary>The text of a program as it is in its file.</summary>
    public static string Text(string program) => File.ReadAllText(Path.Combine(_folder, program + ".cs"));

    /// <summary>The processes of this machine that bear a mark.</summary>
    public static IReadOnlyList<string> ProcessesWith(string mark) =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => char.IsDigit(folder[^1]) && HasMark(folder, mark))];

    private static bool HasMark(string folder, string mark)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
