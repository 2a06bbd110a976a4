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
    private readonly Dictionary<Exercise, Files> _files = programs.ToDictionary(
        one => one.Key,
        one => new Files(one.Value)
    );
    private readonly HashSet<Exercise> _unsettled = [];

    /// <summary>Whether a program has changed, and the next look will show whether it has settled.</summary>
    public bool IsBeingSaved => _unsettled.Count > 0;

    /// <summary>Looks at the files once. Call it some times a second.</summary>
    /// <returns>
    /// The exercises whose programs have changed and then were the same in two looks. An editor may write more than
    /// once during a save.
    /// </returns>
    public IReadOnlyList<Exercise> Settled()
    {
        var settled = new List<Exercise>();
        foreach (var (exercise, files) in _files)
        {
            if (files.HaveChanged())
                _unsettled.Add(exercise);
            else if (_unsettled.Remove(exercise))
                settled.Add(exercise);
        }
        return settled;
    }

    // To find the files of a program takes far longer than to look at them, so that is done in some looks only, or when
    // one of them has changed.
    private sealed class Files
    {
        private const int LooksBetweenLists = 5;

        private readonly string _program;
        private IReadOnlyList<string> _list;
        private int? _seen;
        private int _looks;

        public Files(string program)
        {
            _program = program;
            _list = List(program);
            _seen = Look(_list);
        }

        public bool HaveChanged()
        {
            var now = Look(_list);
            if (_list.Count == 0 || now != _seen || ++_looks % LooksBetweenLists == 0)
                now = Look(_list = List(_program));
            var changed = now != _seen;
            _seen = now;
            return changed;
        }

        private static IReadOnlyList<string> List(string program)
        {
            try
            {
                return File.Exists(program) ? ProgramFiles.Of(program) : [];
            }
            catch (Exception vanishing)
                when (vanishing is IOException or UnauthorizedAccessException or RefusedException)
            {
                // A file is being replaced just now. The next list shows the result.
                return [];
            }
        }

        // The state of a program is the list of its files, with the time and the length of each.
        private static int? Look(IReadOnlyList<string> list)
        {
            var files = list.Select(path => new FileInfo(path)).ToList();
            return files.Count == 0 || files.Any(file => !file.Exists)
                ? null
                : files.Aggregate(
                    0,
                    (all, file) => HashCode.Combine(all, file.FullName, file.LastWriteTimeUtc, file.Length)
                );
        }
    }
}
