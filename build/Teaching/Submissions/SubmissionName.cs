using System.Text.RegularExpressions;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The name of a folder or archive, which tells whose it is.</summary>
/// <param name="Whole">The whole name, without its ending.</param>
internal sealed partial record SubmissionName(string Whole)
{
    private static readonly char[] _between = ['_', ' ', ',', '(', ')', '[', ']'];

    /// <summary>The person's name in Moodle's form, else the whole name.</summary>
    public string Person => Moodle().Match(Whole) is { Success: true } form ? form.Groups["name"].Value.Trim() : Whole;

    /// <summary>Whether the roster says that this is the student's folder.</summary>
    public bool IsFolder(Student student) =>
        student.Folder is { } folder && Same(Submission.NameOf(folder.TrimEnd('/', '\\')), Submission.NameOf(Whole));

    /// <summary>Whether the name is the student's id, or holds it as a part of its own.</summary>
    public bool HasId(Student student) =>
        Same(Whole, student.Id) || Same(Whole, student.OwnFolder) || Parts.Any(part => Same(part, student.Id));

    /// <summary>Whether the name is the student's e-mail address, or what stands before its @.</summary>
    public bool IsEmail(Student student) =>
        student.Email is { } email && (Same(Whole, email) || Same(Whole, email.Split('@')[0]));

    /// <summary>Whether the name consists of the same words as the student's, in any order.</summary>
    public bool IsPerson(Student student) =>
        PlainLetters.WordsIn(Person).Order().SequenceEqual(PlainLetters.WordsIn(student.Name).Order());

    // The number in Moodle's form is Moodle's own, and may be somebody's id by chance.
    private IEnumerable<string> Parts =>
        Moodle().IsMatch(Whole) ? [] : Whole.Split(_between, StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<name>[^_].*?)_\d+_assignsubmission_")]
    private static partial Regex Moodle();
}
