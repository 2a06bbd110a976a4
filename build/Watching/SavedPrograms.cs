using Lab.Build.Checking;

namespace Lab.Build.Watching;

/// <summary>Tells when a program was saved, by looking at its files repeatedly.</summary>
/// <remarks>
/// The operating system's file events do not work on network drives, in shared folders and on WSL's mounts, and looking
/// at a few files costs nothing. Only files that would be compiled are looked at, so other files of an editor do not
/// matter.
/// </remarks>
/// <param name="programs">The programs, by exercise.</param>
public sealed class SavedPrograms(IReadOnlyDictionary<Exercise, string> programs)
{
    private readonly Dictionary<Exercise, int?> _seen = programs.ToDictionary(one => one.Key, one => Look(one.Value));
    private readonly HashSet<Exercise> _unsettled = [];

    /// <summary>Looks at the files once. Call it about twenty times a second.</summary>
    /// <returns>
    /// The exercises whose programs have changed and then were the same in two looks. An editor may write more than
    /// once during a save.
    /// </returns>
    public IReadOnlyList<Exercise> Settled()
    {
        var settled = new List<Exercise>();
        foreach (var (exercise, program) in programs)
        {
            var now = Look(program);
            if (now != _seen[exercise])
                _unsettled.Add(exercise);
            else if (_unsettled.Remove(exercise))
                settled.Add(exercise);
            _seen[exercise] = now;
        }
        return settled;
    }

    // The state of a program is the list of its files, with the time and the length of each.
    private static int? Look(string program)
    {
        if (!File.Exists(program))
            return null;
        try
        {
            return ProgramFiles
                .Of(program)
                .Select(path => new FileInfo(path))
                .Aggregate(0, (all, file) => HashCode.Combine(all, file.FullName, file.LastWriteTimeUtc, file.Length));
        }
        catch (Exception vanishing) when (vanishing is IOException or UnauthorizedAccessException or RefusedException)
        {
            // A file is being replaced just now. The next look shows the result.
            return null;
        }
    }
}
