using Lab.Harness;

namespace Lab.Build.Checking;

/// <summary>A command for a program in any language, as a person types it.</summary>
public static class CommandLine
{
    /// <summary>
    /// Turns the command into a subject. The first word is the program to start. The rest stays as it was typed, with
    /// its quotes, and each run appends its arguments.
    /// </summary>
    /// <exception cref="RefusedException">The text has no command, or an open quote.</exception>
    public static Subject ToSubject(string command, string checkKey, CancellationToken end, string? folder = null)
    {
        var (file, rest) = Split(command.Trim());
        var home = Path.GetFullPath(folder ?? Directory.GetCurrentDirectory());
        return new Subject(Resolve(file, home), rest, home, null, checkKey, end);
    }

    private static (string File, string Arguments) Split(string command)
    {
        if (command.Length == 0)
            throw new RefusedException(new Refusal.EmptyCommand());
        if (command[0] != '"')
        {
            var blank = command.IndexOf(' ', StringComparison.Ordinal);
            return blank < 0 ? (command, "") : (command[..blank], command[blank..].Trim());
        }
        var end = command.IndexOf('"', 1);
        return end < 0
            ? throw new RefusedException(new Refusal.OpenQuote(command))
            : (command[1..end], command[(end + 1)..].Trim());
    }

    // A path must mean the same file in every working directory. The operating system looks up a name without a path.
    private static string Resolve(string file, string folder) =>
        file.AsSpan().ContainsAny('/', '\\') ? Path.GetFullPath(file, folder) : file;
}
