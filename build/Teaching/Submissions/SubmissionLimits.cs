namespace Lab.Build.Teaching.Submissions;

/// <summary>How much of a submission the kit reads. No work of a student comes near these limits.</summary>
public sealed record SubmissionLimits
{
    /// <summary>The limits for a class.</summary>
    public static SubmissionLimits Default { get; } = new();

    /// <summary>The most bytes of one file of a program.</summary>
    public int FileBytes { get; init; } = 200_000;

    /// <summary>The most files of one program.</summary>
    public int ProgramFiles { get; init; } = 50;

    /// <summary>The most files and folders of a submission, with git's own.</summary>
    public int Entries { get; init; } = 50_000;

    /// <summary>The most files and folders of all commits together.</summary>
    public int EntriesOfHistory { get; init; } = 500_000;

    /// <summary>The most commits.</summary>
    public int Commits { get; init; } = 10_000;

    /// <summary>The most bytes of one commit, or of one folder in a commit.</summary>
    public int ObjectBytes { get; init; } = 4_000_000;

    /// <summary>The most bytes that are taken out of an archive.</summary>
    public long UnpackedBytes { get; init; } = 500_000_000;
}

/// <summary>The submission is larger than the kit reads.</summary>
internal sealed class TooLargeException : Exception;

/// <summary>The repository or the archive is damaged.</summary>
internal sealed class DamagedException : Exception;

/// <summary>Counts down to a limit.</summary>
/// <param name="limit">The limit.</param>
internal sealed class Budget(long limit)
{
    private long _left = limit;

    /// <summary>Takes an amount.</summary>
    /// <exception cref="TooLargeException">There is not as much left.</exception>
    public void Take(long amount)
    {
        _left -= amount;
        if (_left < 0)
            throw new TooLargeException();
    }
}
