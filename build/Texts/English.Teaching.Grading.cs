using Lab.Build.Teaching.Grading;

namespace Lab.Build.Texts;

// Grading a class.
public sealed partial class English
{
    /// <inheritdoc />
    public override string GradeTarget => "Grades a class: --submissions=class --config=grading.json --out=graded";

    /// <inheritdoc />
    public override string MergeTarget =>
        "Puts parts of a graded class together: --parts=part1 --parts=part2 --out=graded";

    /// <inheritdoc />
    public override string RuleWritten(string file) =>
        $"{file} holds the practical's own rule. Set the deadline in it.";

    /// <inheritdoc />
    public override string ClassIsIn(string folder) =>
        $"Everything is in {folder}: grades.csv, and each student's feedback below students.";

    /// <inheritdoc />
    public override string Progress(ClassProgress progress)
    {
        var all = progress.Done + progress.Running + progress.WaitingAlone + progress.Waiting;
        string[] parts =
        [
            $"{Number(progress.Done)} of {Number(all)} programs",
            $"{Number(progress.Running)} running",
            .. progress.WaitingAlone > 0 ? new[] { $"{Number(progress.WaitingAlone)} to be played again alone" } : [],
            .. progress.Left is { } left ? new[] { $"about {Clock(left)} min left" } : [],
        ];
        return string.Join(" · ", parts);
    }

    /// <inheritdoc />
    public override string Failing(FailedStep failed) =>
        $"{Programs(failed.Programs)} {failed.Exercise.Id} {failed.Step} {StepTitle(failed.Exercise, failed.Step)}";

    /// <inheritdoc />
    public override string BadShard(string text) => $"--shard={text}: a part looks like 2/8, the second of eight.";

    /// <inheritdoc />
    public override string BadSandbox(string text) =>
        $"--sandbox={text}: there is only --sandbox=off. Without it, programs run confined.";

    /// <inheritdoc />
    public override string NoSuchStudents(IReadOnlyList<string> ids) => $"--again: not in this class: {List(ids)}.";

    /// <inheritdoc />
    public override string ConfigNeeded => "Say where the rule is to be written: --init --config=grading.json";

    /// <inheritdoc />
    public override string PartsNeeded => "Say which parts are to be put together: --parts=part1 --parts=part2";

    /// <inheritdoc />
    public override string NoClassIn(string folder, string why) =>
        $"{folder} is not the folder of a graded class: {why}.";

    /// <inheritdoc />
    public override string PartsDiffer(string one, string other) =>
        $"{one} and {other} are not parts of the same class, or were graded with different rules.";

    /// <inheritdoc />
    public override string PartsMissing(IReadOnlyList<string> shards) =>
        $"Parts of the class are missing: {List(shards)}.";

    /// <inheritdoc />
    public override string PartTwice(string one, string other) => $"{one} and {other} hold the same part of the class.";

    /// <inheritdoc />
    public override string PartIsWhole(string folder) =>
        $"--out={folder} is one of the parts. Name another folder for the whole class.";
}
