namespace Lab.Build.Watching;

/// <summary>Tells when a program was saved, by looking at the files again and again.</summary>
/// <remarks>
/// What the operating system offers instead stays silent on network drives, in shared folders and on WSL's mounts; to look
/// at three files costs nothing. Nothing else is looked at, so what editors leave beside them does not matter.
/// </remarks>
/// <param name="programs">The files, by exercise.</param>
public sealed class SavedPrograms(IReadOnlyDictionary<Exercise, string> programs)
{
    private readonly Dictionary<Exercise, Stamp?> _seen = programs.ToDictionary(one => one.Key, one => Look(one.Value));
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

    private sealed record Stamp(DateTime WrittenAt, long Length);

    private static Stamp? Look(string program)
    {
        var file = new FileInfo(program);
        return file.Exists ? new(file.LastWriteTimeUtc, file.Length) : null;
    }
}
