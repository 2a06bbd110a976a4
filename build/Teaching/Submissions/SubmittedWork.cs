using Lab.Build.Results;
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
    /// <summary>
    /// The git repository or the archive is damaged, lacks objects that it keeps elsewhere, or has a format that the kit
    /// does not read.
    /// </summary>
    Damaged,

    /// <summary>The repository has no commit, the folder or archive no file.</summary>
    Empty,

    /// <summary>No commit lies before the deadline.</summary>
    NothingInTime,

    /// <summary>It holds more files, more commits or more bytes than the kit reads.</summary>
    TooLarge,

    /// <summary>This machine does not let the kit read it, or has no room for it. The student has done nothing wrong.</summary>
    Unreadable,
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

    /// <summary>
    /// All commits that have changed one of the programs, in time or not, parents first. Null without git.
    /// </summary>
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

    /// <summary>Its language.</summary>
    public ProgramLanguage Language { get; init; } = ProgramLanguage.CSharp;

    /// <summary>The hash of the commit that brought in the version that is graded. Null without git.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether the version that is graded came after the student's deadline, in the time for late work.</summary>
    public bool IsLate { get; init; }

    /// <summary>
    /// The hashes of the commits that changed the program and claim a time before the student's deadline, parents first.
    /// A commit that brings in an unchanged starter, or goes back to it, is not among them. Null if this is not known,
    /// because there is no git.
    /// </summary>
    public ValueList<string>? Commits { get; init; }

    /// <summary>The number of commits that changed the program and claim a time that is too late to be graded.</summary>
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
