namespace Lab.Build.Teaching.Submissions;

/// <summary>A student of the class.</summary>
/// <param name="Id">The id that the teacher's other systems use. Without a roster, the name of the submission.</param>
/// <param name="Name">The name as people write it.</param>
public sealed record Student(string Id, string Name)
{
    /// <summary>The e-mail address. Null if the roster has none.</summary>
    public string? Email { get; init; }

    /// <summary>The name of the student's folder, repository or archive. Null if the roster does not say it.</summary>
    public string? Folder { get; init; }

    /// <summary>The code of the language for the feedback. Null for the language of the run.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// The name of a folder for the student. No two students of a class have the same one, and every system allows it.
    /// </summary>
    public string OwnFolder => SafeName.Of(Id);
}
