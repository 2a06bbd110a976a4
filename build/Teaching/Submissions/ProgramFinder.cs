using System.Text;
using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The place of a program, or the reason why there is none.</summary>
/// <param name="Main">The path of its main file. Null if there is none.</param>
internal sealed record FoundProgram(string? Main)
{
    /// <summary>The reason why there is none. Null if there is one.</summary>
    public ProgramFlaw? Flaw { get; init; }

    /// <summary>What was seen instead.</summary>
    public ValueList<string> Seen { get; init; } = [];

    /// <summary>Its language.</summary>
    public ProgramLanguage Language { get; init; } = ProgramLanguage.CSharp;
}

/// <summary>
/// Finds the program of each exercise among the files of a submission: in the kit's layout, else by the name of a folder,
/// a project or a file, else by what a program does. A starter that nobody has changed is only taken if there is nothing
/// else.
/// </summary>
internal sealed class ProgramFinder
{
    private const int MostSeen = 20;

    private readonly IReadOnlyList<TreeFile> _files;
    private readonly SubmissionLimits _limits;
    private readonly Lazy<IReadOnlyList<Candidate>> _candidates;
    private readonly Dictionary<Exercise, FoundProgram> _found = [];

    private ProgramFinder(IReadOnlyList<TreeFile> files, SubmissionLimits limits)
    {
        var layout = new KitLayout(files);
        _files = [.. files.Where(file => !layout.IsOwn(file.Path))];
        _limits = limits;
        _candidates = new(() => Candidate.In(_files, limits));
    }

    /// <summary>Finds the programs of all exercises.</summary>
    /// <param name="files">The files of the submission.</param>
    /// <param name="others">Where programs in other languages are.</param>
    /// <param name="limits">How much is read.</param>
    public static IReadOnlyDictionary<Exercise, FoundProgram> Find(
        IReadOnlyList<TreeFile> files,
        IReadOnlyDictionary<Exercise, OtherLanguage> others,
        SubmissionLimits limits
    )
    {
        var finder = new ProgramFinder(files, limits);
        finder.Take(exercise => finder.InOtherLanguage(others.GetValueOrDefault(exercise)));
        finder.Take(finder.InLayout);
        finder.Take(finder.ByName);
        finder.Take(finder.ByContent);
        finder.Take(finder.Untouched);
        finder.Take(finder.Elsewhere);
        return finder._found;
    }

    private void Take(Func<Exercise, FoundProgram?> find)
    {
        foreach (var exercise in Exercise.All.Where(exercise => !_found.ContainsKey(exercise)))
            if (find(exercise) is { } found)
                _found[exercise] = found;
    }

    private FoundProgram? InOtherLanguage(OtherLanguage? language) =>
        language?.In(_files) is [var main, ..] ? new(main.Path) { Language = ProgramLanguage.Other } : null;

    private FoundProgram? InLayout(Exercise exercise) =>
        Choose(
            _files.Where(file =>
                file.IsRegular && KitLayout.IsProgram(file.Path, exercise) && !IsStarter(exercise, file)
            )
        );

    private FoundProgram? ByName(Exercise exercise) => Choose(Free(exercise, one => one.Named == exercise), exercise);

    private FoundProgram? ByContent(Exercise exercise) =>
        Choose(Free(exercise, one => one.LooksLike == exercise), exercise);

    private FoundProgram? Untouched(Exercise exercise) =>
        _files.FirstOrDefault(file =>
            file.IsRegular && file.Name.EndsWith(".cs", StringComparison.Ordinal) && IsStarter(exercise, file)
        )
            is { } starter
            ? new(starter.Path) { Flaw = ProgramFlaw.OnlyStarter }
            : null;

    private FoundProgram Elsewhere(Exercise exercise) =>
        _files.FirstOrDefault(file => !file.IsRegular && StandsFor(file, exercise)) is { } link
            ? new((string?)null) { Flaw = ProgramFlaw.NotAFile, Seen = [link.Path] }
            : new((string?)null)
            {
                Flaw = ProgramFlaw.NotFound,
                Seen = SomeOf(_files.Where(file => ProgramFiles.IsSource(file.Path)).Select(file => file.Path)),
            };

    // A program of another exercise, and a starter, is not the one that is looked for.
    private IEnumerable<TreeFile> Free(Exercise exercise, Func<Candidate, bool> isIt) =>
        _candidates
            .Value.Where(isIt)
            .Select(candidate => candidate.Main)
            .Where(main => !_found.Values.Any(found => found.Main == main.Path))
            .Where(main => !Exercise.All.Any(other => IsStarter(other, main)))
            .Where(main => !Exercise.All.Any(other => other != exercise && KitLayout.IsProgram(main.Path, other)));

    // Of several programs with the right name, the one that does the right thing is meant.
    private FoundProgram? Choose(IEnumerable<TreeFile> mains, Exercise? exercise = null)
    {
        var all = mains.ToList();
        var likely = all.Count > 1 && exercise is not null ? all.FindAll(main => LooksLike(main, exercise)) : all;
        return likely.Count == 1 ? new(likely[0].Path)
            : all.Count > 0
                ? new((string?)null) { Flaw = ProgramFlaw.Ambiguous, Seen = SomeOf(all.Select(main => main.Path)) }
            : null;
    }

    private bool LooksLike(TreeFile main, Exercise exercise) =>
        _candidates.Value.Any(candidate => candidate.Main == main && candidate.LooksLike == exercise);

    private static bool StandsFor(TreeFile link, Exercise exercise) =>
        KitLayout.IsProgram(link.Path, exercise)
        || KitLayout.IsFolder(link.Path, exercise)
        || KitLayout.IsFolder(link.Folder.TrimEnd('/'), exercise)
        || ProgramNames.ExerciseNamed(Path.GetFileNameWithoutExtension(link.Name)) == exercise;

    private static ValueList<string> SomeOf(IEnumerable<string> paths) => [.. paths.Take(MostSeen)];

    private bool IsStarter(Exercise exercise, TreeFile file) =>
        file.Read(_limits.FileBytes) is { } bytes && Starter.IsStarter(exercise, Encoding.UTF8.GetString(bytes));
}
