namespace Lab.Build.Teaching.Submissions;

/// <summary>The time in which a student could work.</summary>
/// <param name="Deadline">The student's own deadline, with an extension if there is one.</param>
/// <param name="LateUntil">The time until which later work is taken. The deadline itself if it is not.</param>
public sealed record WorkWindow(DateTimeOffset Deadline, DateTimeOffset LateUntil)
{
    /// <summary>The time when the assignment was given out. Null if the teacher does not say.</summary>
    public DateTimeOffset? GivenOut { get; init; }
}
