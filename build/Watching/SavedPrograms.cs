using Lab.Build.Checking;

namespace Lab.Build.Watching;

/// <summary>Tells when a program was saved, by looking at the files again and again.</summary>
/// <remarks>
/// What the operating system offers instead stays silent on network drives, in shared folders and on WSL's mounts; to look
/// at a few files costs nothing. Only what would be compiled is looked at, so what editors leave beside it does not matter.
/// </remarks>
/// <param name="programs">The programs, by exercise.</param>
public sealed class SavedPrograms(IReadOnlyDictionary<Exercise, string> programs)
{
    private readonly Dictionary<Exercise, int?> _seen = programs.ToDictionary(one => one.Key, one => Look(one.Value));
    private readonly HashSet<Exercise> _unsettled = [];

    /// <summary>Looks at them once. To be called some twenty times a second.</summary>
    /// <returns>
    /// The exercises whose programs have changed and were the same at this look and the one before: who saves writes more
    /// than once.
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

    // Which files there are, when each was written, and how long it is.
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
            // Something is just being replaced: the next look tells.
            return null;
        }
    }
}
