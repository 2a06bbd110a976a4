using Lab.Harness;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The form of a submission.</summary>
public enum SubmissionForm
{
    /// <summary>A folder without git.</summary>
    Folder,

    /// <summary>A git repository, with or without a work tree.</summary>
    Git,

    /// <summary>A zip archive.</summary>
    Zip,
}

/// <summary>The reason why nothing of a submission can be read.</summary>
public enum SubmissionFlaw
{
    /// <summary>The git repository or the archive is damaged.</summary>
    Damaged,

    /// <summary>The repository has no commit, the folder or archive no file.</summary>
    Empty,

    /// <summary>No commit lies before the deadline.</summary>
    NothingInTime,

    /// <summary>It holds more files, or more bytes, than the kit reads.</summary>
    TooLarge,
}

/// <summary>The reason why there is no program to grade.</summary>
public enum ProgramFlaw
{
    /// <summary>No program for this exercise was found.</summary>
    NotFound,

    /// <summary>Several programs could be the one for this exercise.</summary>
    Ambiguous,

    /// <summary>Nobody has changed the starter.</summary>
    OnlyStarter,

    /// <summary>A file of the program is larger than the kit reads, or there are too many.</summary>
    TooLarge,

    /// <summary>The program's file is no regular file: a symbolic link, a submodule or a pointer of git LFS.</summary>
    NotAFile,
}

/// <summary>What a student has handed in, as far as it is read without running anything.</summary>
/// <param name="Name">The name of the folder, repository or archive.</param>
/// <param name="Form">Its form.</param>
public sealed record SubmittedWork(string Name, SubmissionForm Form)
{
    /// <summary>The reason why nothing of it can be read. Null if it can.</summary>
    public SubmissionFlaw? Flaw { get; init; }

    /// <summary>The hash of the last commit of the branch that is graded. Null without git.</summary>
    public string? Head { get; init; }

    /// <summary>The programs, one for each exercise, in order. Empty if nothing can be read.</summary>
    public ValueList<SubmittedProgram> Programs { get; init; } = [];

    /// <summary>All commits that have changed one of the programs, the oldest first. Null without git.</summary>
    public ValueList<CommitRecord>? Commits { get; init; }

    /// <summary>What the teacher should look at. It changes no points, and students do not see it.</summary>
    public ValueList<Oddity> Oddities { get; init; } = [];
}

/// <summary>The program that a student has handed in for one exercise.</summary>
/// <param name="Exercise">The exercise.</param>
public sealed record SubmittedProgram(Exercise Exercise)
{
    /// <summary>The reason why there is no program to grade. Null if there is one.</summary>
    public ProgramFlaw? Flaw { get; init; }

    /// <summary>What was seen instead of a program, such as the paths of C# files. Only with a flaw.</summary>
    public ValueList<string> Seen { get; init; } = [];

    /// <summary>The path of its main file in the submission, with slashes.</summary>
    public string? Path { get; init; }

    /// <summary>The hash of the commit whose version is graded. Null without git.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether the version that is graded came after the student's deadline, in the time for late work.</summary>
    public bool IsLate { get; init; }

    /// <summary>
    /// The hashes of the commits that changed the program before the student's deadline, the oldest first. A commit that
    /// brings in an unchanged starter is not among them. Null if this is not known, because there is no git.
    /// </summary>
    public ValueList<string>? Commits { get; init; }

    /// <summary>The number of commits that changed the program too late to be graded.</summary>
    public int CommitsTooLate { get; init; }

    /// <summary>The files of the program, the main file first.</summary>
    public ValueList<SubmittedFile> Files { get; init; } = [];
}

/// <summary>A file of a submitted program.</summary>
/// <param name="Name">Its path below the program's folder, with slashes.</param>
/// <param name="Sha256">The hash of its bytes, in hexadecimal.</param>
public sealed record SubmittedFile(string Name, string Sha256);

/// <summary>A commit as its author and committer claim it.</summary>
/// <param name="Hash">Its hash, in hexadecimal.</param>
/// <param name="AuthoredAt">The author's time.</param>
/// <param name="CommittedAt">The committer's time.</param>
/// <param name="Author">The author's name and address.</param>
/// <param name="Message">The first line of its message.</param>
public sealed record CommitRecord(
    string Hash,
    DateTimeOffset AuthoredAt,
    DateTimeOffset CommittedAt,
    string Author,
    string Message
)
{
    /// <summary>When a collection first saw it. Null if none did.</summary>
    public DateTimeOffset? WitnessedAt { get; init; }
}

/// <summary>The kind of something odd about the commits.</summary>
public enum OddityKind
{
    /// <summary>A commit claims to be older than its parent.</summary>
    BeforeParent,

    /// <summary>The author's and the committer's time of a commit are far apart.</summary>
    TimesApart,

    /// <summary>All commits lie within a minute.</summary>
    AllAtOnce,

    /// <summary>A commit claims to be older than the assignment.</summary>
    BeforeGivenOut,

    /// <summary>A commit that a collection had seen is gone from the history.</summary>
    Rewritten,

    /// <summary>A commit claims a time before the deadline, and no collection after the deadline had seen it.</summary>
    SeenLate,
}

/// <summary>Something odd about the commits, for the teacher alone.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Commits">The hashes of the commits that show it.</param>
public sealed record Oddity(OddityKind Kind, ValueList<string> Commits);
