using Lab.Build.Results;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Teaching.Grading;

/// <summary>Reads what a class has handed in, and finds the programs that have to be checked.</summary>
/// <param name="folder">The folder of the class.</param>
/// <param name="rule">The teacher's rule.</param>
/// <param name="isConfined">Whether the programs run confined.</param>
internal sealed class ClassReader(ClassFolder folder, GradingRule rule, bool isConfined)
{
    private readonly Witnesses _witnesses = Witnesses.Read(folder.Path);
    private readonly SubmissionReader _reader = new(
        rule.Programs.ToDictionary(other => other.Exercise, other => new OtherLanguage(other.Files)),
        SubmissionLimits.Default
    );

    /// <summary>
    /// Reads the work of a student. Results of programs that are not there any more are removed, so that a result that stays
    /// belongs to the program.
    /// </summary>
    /// <param name="handed">The student, and the submission.</param>
    /// <param name="again">Whether what was checked is checked once more.</param>
    /// <returns>The checks that are to be done.</returns>
    public IReadOnlyList<ClassCheck> Read(Handed handed, bool again)
    {
        var read = handed.Submission is { } submission
            ? _reader.Read(submission, rule.WindowOf(handed.Student), _witnesses[submission.Name])
            : null;
        folder.Write(handed.Student, read?.Work);
        ClassCheck[] checks = [.. read is null ? [] : ChecksOf(handed.Student, read)];
        foreach (var exercise in Exercise.All.Except(checks.Select(check => check.Exercise)))
            folder.RemoveResult(handed.Student, exercise);
        return [.. checks.Where(check => !IsDone(check) || again)];
    }

    private IEnumerable<ClassCheck> ChecksOf(Student student, ReadWork read) =>
        read
            .Work.Programs.Where(program => program.Flaw is null && read.Files.ContainsKey(program.Exercise))
            .Where(program => !rule.IsExcused(student, program.Exercise.Id))
            .Select(program => new ClassCheck(student, program, read.Files[program.Exercise])
            {
                Other = rule.Programs.FirstOrDefault(other =>
                    other.Exercise == program.Exercise && program.Language == ProgramLanguage.Other
                ),
                IsConfined = isConfined,
            });

    // A check that could not be done is tried again. So is one that was broken off.
    private bool IsDone(ClassCheck check)
    {
        if (folder.ReadResult(check.Student, check.Exercise) is not { } kept)
            return false;
        var isGood = kept.Key == check.Key && kept.Document is { Fault: null, IsPartial: false };
        if (kept.Key != check.Key)
            folder.RemoveResult(check.Student, check.Exercise);
        return isGood;
    }
}
