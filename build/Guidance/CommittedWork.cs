using System.Globalization;

namespace Lab.Build.Guidance;

/// <summary>What git knows about the work on one exercise.</summary>
/// <param name="Commits">
/// The number of commits that have changed the program. One that brings in a starter counts for nothing.
/// </param>
/// <param name="IsCommitted">Whether the program is committed as it is now.</param>
public sealed record CommittedProgram(int Commits, bool IsCommitted);

/// <summary>What git knows about the student's work, which is graded from git.</summary>
/// <param name="Programs">The work on each exercise.</param>
/// <param name="Unpushed">
/// The number of commits that the branch's remote lacks. Null if the branch has no remote.
/// </param>
public sealed record CommittedWork(IReadOnlyDictionary<Exercise, CommittedProgram> Programs, int? Unpushed)
{
    /// <summary>Asks git.</summary>
    /// <param name="kit">The kit's top folder.</param>
    /// <param name="end">Cancels the work.</param>
    /// <returns>Null if there is no git, or the kit is in no repository.</returns>
    public static async Task<CommittedWork?> Read(string kit, CancellationToken end)
    {
        var prefix = await Git.Ask(kit, end, "rev-parse", "--show-prefix");
        if (prefix.Error is not null)
            return null;
        var unpushed = Git.Ask(kit, end, "rev-list", "--count", "@{upstream}..HEAD");
        var programs = await Task.WhenAll(Exercise.All.Select(one => ProgramOf(kit, prefix.Text.Trim(), one, end)));
        return new(
            Exercise.All.Zip(programs).ToDictionary(),
            (await unpushed).Lines is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : null
        );
    }

    private static async Task<CommittedProgram> ProgramOf(
        string kit,
        string prefix,
        Exercise exercise,
        CancellationToken end
    )
    {
        var path = KitFolder.Shown(KitFolder.ProgramOf(exercise));
        var changes = Git.Ask(kit, end, "status", "--porcelain", "--", path);
        var log = await Git.Ask(kit, end, "log", "--format=%H", "--", path);
        var versions = await Task.WhenAll(
            log.Lines.Select(commit => Git.Ask(kit, end, "show", $"{commit}:{prefix}{path}"))
        );
        return new(
            versions.Count(version => version.Error is null && !Starter.IsStarter(exercise, version.Text)),
            (await changes) is { Error: null, Lines.Count: 0 } && log.Lines.Count > 0
        );
    }
}
