namespace Lab.Build.Teaching.Submissions;

/// <summary>What was read of a submission.</summary>
/// <param name="Work">The description of it, which is kept.</param>
/// <param name="Files">
/// The files of each program that can be graded, the main file first. An unchanged starter is among them.
/// </param>
public sealed record ReadWork(SubmittedWork Work, IReadOnlyDictionary<Exercise, IReadOnlyList<ReadFile>> Files)
{
    /// <summary>The hashes of all commits that are there, on whatever branch. Empty without git.</summary>
    public IReadOnlySet<string> Reachable { get; init; } = new HashSet<string>();

    /// <summary>A submission of which nothing can be read.</summary>
    internal static ReadWork Of(SubmittedWork work) => new(work, new Dictionary<Exercise, IReadOnlyList<ReadFile>>());

    /// <summary>A submission with its programs.</summary>
    internal static ReadWork Of(SubmittedWork work, IReadOnlyList<ReadProgram> programs) =>
        new(
            work with
            {
                Programs = [.. programs.Select(program => program.Program)],
            },
            programs
                .Where(program => program.Files.Count > 0)
                .ToDictionary(program => program.Program.Exercise, program => program.Files)
        );
}

/// <summary>What was read of a program.</summary>
/// <param name="Program">The description of it.</param>
/// <param name="Files">Its files. Empty if it cannot be graded.</param>
internal sealed record ReadProgram(SubmittedProgram Program, IReadOnlyList<ReadFile> Files)
{
    /// <summary>Reads a program.</summary>
    /// <param name="program">What is known of it already.</param>
    /// <param name="found">Its place.</param>
    /// <param name="version">The version that is graded. Null if there is none.</param>
    /// <param name="limits">How much is read.</param>
    public static ReadProgram Of(
        SubmittedProgram program,
        FoundProgram found,
        ProgramVersion? version,
        SubmissionLimits limits
    )
    {
        if (version is null)
            return new(program with { Flaw = found.Flaw, Seen = found.Seen }, []);
        var (files, flaw) = version.Read(limits);
        return new(
            program with
            {
                Path = version.Main,
                Language = version.Language,
                Flaw = flaw ?? (version.IsStarter(program.Exercise, limits) ? ProgramFlaw.OnlyStarter : null),
                Seen = flaw is null ? [] : [version.Main],
                Files = [.. files.Select(file => file.Described)],
            },
            files
        );
    }
}
