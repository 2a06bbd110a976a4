using System.Globalization;
using System.Text;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>What a program printed to one of its outputs, without a gap.</summary>
/// <param name="IsError">Whether it is the standard error.</param>
/// <param name="Text">The text.</param>
/// <param name="Hidden">The number of bytes behind it that were not kept.</param>
internal sealed record PrintedRun(bool IsError, string Text, int Hidden)
{
    /// <summary>What a program printed up to a finding, in order.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="program">The program's role.</param>
    public static IEnumerable<PrintedRun> Of(Finding finding, Role program)
    {
        var bytes = new List<byte>();
        var prints = finding.Timeline.Where(entry => entry.Who.Role == program && IsPrint(entry)).ToList();
        foreach (var (at, print) in prints.Index())
        {
            // A line, and even a character, may come in several pieces.
            bytes.AddRange(print.Bytes!);
            var hidden = print.Bytes!.Total - print.Bytes.Length;
            if (hidden == 0 && at + 1 < prints.Count && prints[at + 1].What == print.What)
                continue;
            yield return new(print.What == Happening.PrintError, Encoding.UTF8.GetString([.. bytes]), hidden);
            bytes.Clear();
        }
    }

    /// <summary>The sign for the bytes that were not kept. Empty if there are none.</summary>
    public string Gap => Hidden > 0 ? string.Create(CultureInfo.InvariantCulture, $" (…{Hidden})") : "";

    private static bool IsPrint(Entry entry) =>
        entry is { What: Happening.Print or Happening.PrintError, Bytes: not null };
}
