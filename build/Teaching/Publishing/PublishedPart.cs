namespace Lab.Build.Teaching.Publishing;

/// <summary>A part of a feedback page that has a heading.</summary>
public enum FeedbackPart
{
    /// <summary>The points.</summary>
    Points,

    /// <summary>What would have earned the rest.</summary>
    Rest,

    /// <summary>The commits.</summary>
    Commits,
}

/// <summary>A column of a table on a feedback page.</summary>
public enum FeedbackColumn
{
    /// <summary>The part of the grade.</summary>
    Part,

    /// <summary>The points.</summary>
    Points,

    /// <summary>The points that there are.</summary>
    Most,

    /// <summary>What became of the part.</summary>
    State,

    /// <summary>The hash of a commit.</summary>
    Commit,

    /// <summary>The committer's time.</summary>
    Committed,

    /// <summary>The author's time.</summary>
    Authored,

    /// <summary>The author.</summary>
    Author,

    /// <summary>The message.</summary>
    Message,

    /// <summary>The exercises whose programs a commit has changed in time.</summary>
    Counts,
}

/// <summary>A part of the summary that has a heading.</summary>
public enum SummaryPart
{
    /// <summary>The exercises that came late.</summary>
    Late,

    /// <summary>The exercises that could not be graded.</summary>
    NotGradable,

    /// <summary>The exercises whose commits are not known.</summary>
    ToDecide,

    /// <summary>The students who have handed in nothing that is graded.</summary>
    Missing,

    /// <summary>The submissions that belong to no student.</summary>
    WithoutStudent,

    /// <summary>The students whom the rule names, and whom the class lacks.</summary>
    Unknown,

    /// <summary>The commonest findings.</summary>
    Commonest,

    /// <summary>What is odd about commits.</summary>
    Odd,
}
