namespace Lab.Build.Teaching.Submissions;

/// <summary>A student, and what the student has handed in.</summary>
/// <param name="Student">The student.</param>
/// <param name="Submission">The submission. Null if there is none, or if it is not clear which.</param>
public sealed record Handed(Student Student, Submission? Submission);

/// <summary>A match that is not clear, so that it was not made.</summary>
/// <param name="Submissions">The submissions. There are several if several match one student.</param>
/// <param name="Students">The students. There are several if one submission matches several.</param>
public sealed record UnclearMatch(IReadOnlyList<Submission> Submissions, IReadOnlyList<Student> Students);

/// <summary>Who has handed in what.</summary>
/// <param name="Students">All students of the roster, in its order; without a roster, one for each submission.</param>
/// <param name="WithoutStudent">The submissions that match nobody in the roster.</param>
/// <param name="Unclear">What is not clear. These submissions and students are with nobody.</param>
public sealed record ClassList(
    IReadOnlyList<Handed> Students,
    IReadOnlyList<Submission> WithoutStudent,
    IReadOnlyList<UnclearMatch> Unclear
)
{
    // Each way to match is tried for all before the next one, the most certain first.
    private static readonly Func<Student, SubmissionName, bool>[] _ways =
    [
        (student, name) => name.IsFolder(student),
        (student, name) => name.HasId(student),
        (student, name) => name.IsEmail(student),
        (student, name) => name.IsPerson(student),
    ];

    /// <summary>Takes each submission for a student of its own.</summary>
    public static ClassList WithoutRoster(IReadOnlyList<Submission> submissions)
    {
        var names = submissions.Select(submission => new SubmissionName(submission.Name)).ToList();
        var twice = names
            .GroupBy(name => name.Person, StringComparer.OrdinalIgnoreCase)
            .Where(alike => alike.Count() > 1)
            .Select(alike => alike.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var students = names.Select(name => new Student(
            twice.Contains(name.Person) ? name.Whole : name.Person,
            name.Person
        ));
        return new([.. students.Zip(submissions, (student, submission) => new Handed(student, submission))], [], []);
    }

    /// <summary>
    /// Finds the student of each submission: by the roster's folder, else by the id, the e-mail address or the name. What
    /// matches several is matched to nobody.
    /// </summary>
    public static ClassList Of(IReadOnlyList<Student> roster, IReadOnlyList<Submission> submissions)
    {
        var owners = new Dictionary<Submission, Student>();
        var unclear = new List<UnclearMatch>();
        var left = submissions.ToList();
        foreach (var way in _ways)
        {
            var matches = left.Select(one => (One: one, Students: Matching(roster, one, way))).ToList();
            unclear.AddRange(UnclearIn(matches));
            foreach (var (one, students) in matches.Where(match => match.Students.Count > 0))
            {
                left.Remove(one);
                if (students is [var only] && !IsUnclear(one) && !owners.ContainsValue(only))
                    owners[one] = only;
            }
        }
        var unmatched = submissions.Where(one => !owners.ContainsKey(one) && !IsUnclear(one));
        var byStudent = owners.ToDictionary(owner => owner.Value, owner => owner.Key);
        return new(
            [.. roster.Select(student => new Handed(student, byStudent.GetValueOrDefault(student)))],
            [.. unmatched],
            unclear
        );

        bool IsUnclear(Submission one) => unclear.Exists(match => match.Submissions.Contains(one));
    }

    private static List<Student> Matching(
        IReadOnlyList<Student> roster,
        Submission submission,
        Func<Student, SubmissionName, bool> way
    )
    {
        var name = new SubmissionName(submission.Name);
        return [.. roster.Where(student => way(student, name))];
    }

    private static IEnumerable<UnclearMatch> UnclearIn(List<(Submission One, List<Student> Students)> matches)
    {
        foreach (var (one, students) in matches.Where(match => match.Students.Count > 1))
            yield return new([one], students);
        foreach (
            var several in matches
                .Where(match => match.Students.Count == 1)
                .GroupBy(match => match.Students[0])
                .Where(alike => alike.Count() > 1)
        )
            yield return new([.. several.Select(match => match.One)], [several.Key]);
    }
}
