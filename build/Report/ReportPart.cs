namespace Lab.Build.Report;

/// <summary>A part of a report that has a heading.</summary>
public enum ReportPart
{
    /// <summary>The steps.</summary>
    Steps,

    /// <summary>What went over the wire in the conversation that failed.</summary>
    Wire,

    /// <summary>From when to when each client was connected, and served.</summary>
    Service,

    /// <summary>What the program printed.</summary>
    Printed,

    /// <summary>The source of the program.</summary>
    Source,

    /// <summary>The other steps that have failed.</summary>
    OtherFindings,

    /// <summary>All conversations.</summary>
    Conversations,

    /// <summary>Remarks on steps.</summary>
    Remarks,
}

/// <summary>A column of a table in a report.</summary>
public enum ReportColumn
{
    /// <summary>The time since the conversation began, in milliseconds.</summary>
    Time,

    /// <summary>The time since the row before, in milliseconds.</summary>
    Since,

    /// <summary>The actor.</summary>
    Who,

    /// <summary>The other side.</summary>
    ToWhom,

    /// <summary>The number of the connection.</summary>
    Connection,

    /// <summary>The event.</summary>
    What,

    /// <summary>The time at which a connection was opened, in milliseconds.</summary>
    From,

    /// <summary>The time at which it ended, or up to which it was watched, in milliseconds.</summary>
    Until,

    /// <summary>The number of answers.</summary>
    Answers,
}
