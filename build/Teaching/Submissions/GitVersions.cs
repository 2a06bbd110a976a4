using Lab.Build.Results;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The versions of the programs in a repository. Each is looked for once.</summary>
/// <param name="objects">The objects of the repository.</param>
/// <param name="others">Where programs in other languages are.</param>
/// <param name="limits">How much is read.</param>
internal sealed class GitVersions(
    GitObjects objects,
    IReadOnlyDictionary<Exercise, OtherLanguage> others,
    SubmissionLimits limits
)
{
    private readonly Dictionary<string, IReadOnlyDictionary<Exercise, FoundProgram>> _found = [];
    private readonly Dictionary<(string Tree, string Main), ProgramVersion?> _versions = [];
    private readonly Dictionary<(Exercise, string Key), bool> _starters = [];

    /// <summary>How much is read.</summary>
    public SubmissionLimits Limits => limits;

    /// <summary>The place of a program in a commit.</summary>
    public FoundProgram Found(GitCommit commit, Exercise exercise)
    {
        if (!_found.TryGetValue(commit.Tree, out var found))
            _found[commit.Tree] = found = ProgramFinder.Find(objects.Files(commit.Tree), others, limits);
        return found[exercise];
    }

    /// <summary>The version of a program in a commit. Null if there is none.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="place">
    /// The place to look at first: a program is what its path says. In earlier commits it may have been elsewhere.
    /// </param>
    public ProgramVersion? In(GitCommit commit, Exercise exercise, FoundProgram? place = null) =>
        (place is null ? null : At(commit, exercise, place)) ?? At(commit, exercise, Found(commit, exercise));

    /// <summary>Whether there is a version that is no starter.</summary>
    public bool IsBegun(ProgramVersion? version, Exercise exercise)
    {
        if (version is null)
            return false;
        if (!_starters.TryGetValue((exercise, version.Key), out var isStarter))
            _starters[(exercise, version.Key)] = isStarter = version.IsStarter(exercise, limits);
        return !isStarter;
    }

    private ProgramVersion? At(GitCommit commit, Exercise exercise, FoundProgram place)
    {
        if (place.Main is not { } main)
            return null;
        var key = (commit.Tree, main);
        if (!_versions.TryGetValue(key, out var version))
        {
            // Programs in other languages may have files in any folder.
            var folder = place.Language == ProgramLanguage.CSharp ? main[..(main.LastIndexOf('/') + 1)] : "";
            version = ProgramVersion.Of(place, objects.Files(commit.Tree, folder), others.GetValueOrDefault(exercise));
            _versions[key] = version;
        }
        return version;
    }
}
