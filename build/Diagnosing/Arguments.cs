using Lab.Harness;

namespace Lab.Build.Diagnosing;

/// <summary>Looks at the arguments that a program was started with.</summary>
internal static class Arguments
{
    // How programs in C#, Java and Python say that an argument is not there.
    private static readonly string[] _complaints =
    [
        "IndexOutOfRange",
        "Index was outside the bounds",
        "Index was out of range",
        "ArrayIndexOutOfBounds",
        "IndexError",
        "list index out of range",
        "usage",
        "argument",
    ];

    /// <summary>
    /// The arguments, if the program was started without some that have a default. Null if it got all of them, or if it
    /// was not started.
    /// </summary>
    public static string? IfNotAll(Exercise exercise, Finding finding)
    {
        var start = finding.Timeline.FirstOrDefault(entry => entry.What == Happening.Start);
        var all = exercise.Role == Role.Client ? 4 : 3;
        return start is { Note: { Length: > 0 } arguments } && Count(arguments) < all ? arguments : null;
    }

    /// <summary>
    /// Whether the program has ended and said that something is not there, after it was started without all arguments.
    /// </summary>
    public static bool AreMissed(Exercise exercise, Finding finding) =>
        IfNotAll(exercise, finding) is not null
        && finding.Program is { Running: false }
        && Complaints
            .In(finding)
            .Any(line => _complaints.Any(said => line.Contains(said, StringComparison.OrdinalIgnoreCase)));

    // A quoted argument has blanks.
    private static int Count(string arguments) =>
        arguments
            .Split('"')
            .Select((part, at) => at % 2 == 1 ? 1 : part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)
            .Sum();
}
