using Lab.Harness;

namespace Lab.Build.Checking;

/// <summary>A command in any language, as somebody types it.</summary>
public static class CommandLine
{
    /// <summary>
    /// The command as a subject: the first word is what is started, the rest stays as it was typed, quotes and all,
    /// and each run appends its arguments.
    /// </summary>
    /// <exception cref="RefusedException">It holds no command, or an open quote.</exception>
    public static Subject ToSubject(string command, string checkKey, CancellationToken end)
    {
        var (file, rest) = Split(command.Trim());
        return new Subject(Resolve(file), rest, Directory.GetCurrentDirectory(), null, checkKey, end);
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

    // A path means the same wherever the program runs; a bare name is looked up by the operating system.
    private static string Resolve(string file) => file.AsSpan().ContainsAny('/', '\\') ? Path.GetFullPath(file) : file;
}
