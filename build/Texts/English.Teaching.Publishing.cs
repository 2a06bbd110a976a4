using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Texts;

// What comes out of grading: the feedback for a student, and the summary for the teacher.
public sealed partial class English
{
    /// <inheritdoc />
    public override string DefenceName => "the defence";

    /// <inheritdoc />
    public override string Heading(FeedbackPart part) =>
        part switch
        {
            FeedbackPart.Points => "Points",
            FeedbackPart.Rest => "What would have earned the rest",
            FeedbackPart.Commits => "Commits that were found",
        };

    /// <inheritdoc />
    public override string Heading(FeedbackColumn column) =>
        column switch
        {
            FeedbackColumn.Part => "part",
            FeedbackColumn.Points => "points",
            FeedbackColumn.Most => "out of",
            FeedbackColumn.State => "result",
            FeedbackColumn.Commit => "commit",
            FeedbackColumn.Committed => "committed at",
            FeedbackColumn.Authored => "written at",
            FeedbackColumn.Author => "author",
            FeedbackColumn.Message => "message",
            FeedbackColumn.Counts => "counts for",
        };

    /// <inheritdoc />
    public override string PointsOf(string points, string most) => $"{points} of {most} points";

    /// <inheritdoc />
    public override string PointsUnknown(string most) => $"not known yet, of {most} points";

    /// <inheritdoc />
    public override string Explained(TotalState state) =>
        state switch
        {
            TotalState.Final => "This is the total.",
            TotalState.Provisional => "This is provisional: something is still open, as the table says.",
            TotalState.Open =>
                "There is no total yet, because the points of an exercise are not known. That does not mean 0 points.",
            TotalState.Excused => "You are excused, so there are no points to earn.",
        };

    /// <inheritdoc />
    public override string Label(ExerciseState state) =>
        state switch
        {
            ExerciseState.Graded => "graded",
            ExerciseState.CommitsUnknown => "commits unknown",
            ExerciseState.TooFewCommits => "too few commits",
            ExerciseState.TooFewDifferent => "too few different commits",
            ExerciseState.OnlyStarter => "only the starter",
            ExerciseState.NotSubmitted => "nothing handed in",
            ExerciseState.Empty => "empty submission",
            ExerciseState.NothingInTime => "nothing in time",
            ExerciseState.Excused => "excused",
            ExerciseState.Pending => "not checked yet",
            ExerciseState.NotFound => "no program found",
            ExerciseState.Ambiguous => "several programs found",
            ExerciseState.NotAFile => "no regular file",
            ExerciseState.TooLarge => "too large",
            ExerciseState.Damaged => "damaged submission",
            ExerciseState.CouldNotCheck => "could not be checked",
        };

    /// <inheritdoc />
    public override string Explained(ExerciseState state) =>
        state switch
        {
            ExerciseState.Graded => "The program was checked.",
            ExerciseState.CommitsUnknown =>
                "The program was checked. There is no git history, so your teacher decides about the commits.",
            ExerciseState.TooFewCommits => "Too few commits have changed the program in time, so it earns nothing.",
            ExerciseState.TooFewDifferent =>
                "There are too few different commits for all exercises, so this one earns nothing. Those that earn most "
                    + "count.",
            ExerciseState.OnlyStarter => "The starter is as it was handed out, so it earns nothing.",
            ExerciseState.NotSubmitted => "You have handed in nothing.",
            ExerciseState.Empty => "Your submission is empty.",
            ExerciseState.NothingInTime => "Nothing of your work came before the deadline.",
            ExerciseState.Excused => "You are excused from this exercise.",
            ExerciseState.Pending => "The program was not checked yet.",
            ExerciseState.NotFound => "No program for this exercise was found. Your teacher decides.",
            ExerciseState.Ambiguous => "Several programs could be the one for this exercise. Your teacher decides.",
            ExerciseState.NotAFile =>
                "The program is a link, a submodule or a pointer, and no regular file. Your teacher decides.",
            ExerciseState.TooLarge =>
                "There is more to read than a program of this course needs. Your teacher decides.",
            ExerciseState.Damaged => "Your submission is damaged. Your teacher decides.",
            ExerciseState.CouldNotCheck =>
                "The check could not be done. This says nothing about your program. Your teacher decides.",
        };

    /// <inheritdoc />
    public override string DefenceOpen => "no mark yet";

    /// <inheritdoc />
    public override string NotAsked => "not asked for";

    /// <inheritdoc />
    public override string MarkGiven(string points, string computed) =>
        $"Your teacher gave {points} points. The rule alone gives {computed}.";

    /// <inheritdoc />
    public override string MarkGivenAlone(string points) => $"Your teacher gave {points} points.";

    /// <inheritdoc />
    public override string MarkComment(string comment) => $"Your teacher's comment: {comment}";

    /// <inheritdoc />
    public override string KeptOfLate(string kept, string earned) =>
        $"It came late, and keeps {kept} of the {earned} points that it would have earned in time.";

    /// <inheritdoc />
    public override string WouldEarnAll(string most, IReadOnlyList<string> steps) =>
        $"It earns {most} points if every step passes. " + $"These did not: {List(steps)}.";

    /// <inheritdoc />
    public override string RestWasFor(string rest, IReadOnlyList<string> steps) =>
        $"The other {rest} points were for the steps that did not pass: {List(steps)}.";

    /// <inheritdoc />
    public override string WouldEarnCompiled(string most) =>
        $"It can earn up to {most} points, but a program that does not compile earns nothing.";

    /// <inheritdoc />
    public override string WouldEarnCommitted(string earned) =>
        $"With enough commits it would have earned {earned} points.";

    /// <inheritdoc />
    public override string CommitsOfProgram(int found, int demanded) =>
        $"Commits that have changed the program in time: {Number(found)}. At least {Number(demanded)} must.";

    /// <inheritdoc />
    public override string CommitsDifferent(int found, int demanded) =>
        $"Different commits that have changed a program in time: {Number(found)}. At least {Number(demanded)} are "
        + "demanded.";

    /// <inheritdoc />
    public override string CommitsLate(int commits) =>
        commits == 1 ? "1 commit came too late." : $"{Number(commits)} commits came too late.";

    /// <inheritdoc />
    public override string SeenInstead => "This was found instead:";

    /// <inheritdoc />
    public override string Rounded(RoundingMode mode, int digits) =>
        mode switch
        {
            RoundingMode.HalfUp => $"The total is rounded once, to {Number(digits)} digits, a half upwards.",
            RoundingMode.HalfEven =>
                $"The total is rounded once, to {Number(digits)} digits, a half to the even digit.",
        };

    /// <inheritdoc />
    public override string DeadlineAt(string time) => $"The deadline was {time}.";

    /// <inheritdoc />
    public override string DeadlineExtended(string time) => $"Your deadline was extended to {time}.";

    /// <inheritdoc />
    public override string LateTaken(string time, string factor) =>
        $"Later work was taken until {time}, and its points were multiplied by {factor}.";

    /// <inheritdoc />
    public override string NoGit => "Your submission has no git history, so the commits are not known.";

    /// <inheritdoc />
    public override string NoCommits => "No commit has changed one of the programs.";

    /// <inheritdoc />
    public override string TimesAreClaims => "Names and times are those that the commits claim.";

    /// <inheritdoc />
    public override string MoreCommits(int commits) =>
        commits == 1 ? "1 older commit" : $"{Number(commits)} older commits";

    /// <inheritdoc />
    public override string Heading(SummaryPart part) =>
        part switch
        {
            SummaryPart.Late => "Late",
            SummaryPart.NotGradable => "Could not be graded, which is not 0",
            SummaryPart.ToDecide => "For you to decide: without git nobody knows the commits",
            SummaryPart.Missing => "Nothing to grade",
            SummaryPart.WithoutStudent => "Submissions without a student",
            SummaryPart.Unknown => "Named in the rule, and not in the class",
            SummaryPart.Commonest => "Commonest findings",
            SummaryPart.Odd => "Odd commits, for your eyes only",
        };

    /// <inheritdoc />
    public override string ClassInNumbers(int students, int final, int provisional, int open, int excused) =>
        $"Students: {Number(students)}. Totals: {Number(final)} final, {Number(provisional)} provisional, {Number(open)} "
        + $"open. Excused: {Number(excused)}.";

    /// <inheritdoc />
    public override string DefencesOpen(int students) =>
        $"Without a mark for the defence: {Number(students)}. Marks come from --marks=marks.csv.";

    /// <inheritdoc />
    public override string RanUnconfined(int programs) =>
        $"No sandbox: {Number(programs)} programs ran with all the rights of your account.";

    /// <inheritdoc />
    public override string Programs(int programs) => $"{Number(programs)} ×";

    /// <inheritdoc />
    public override string AndMore(int more) => $"and {Number(more)} more";

    /// <inheritdoc />
    public override string Odd(OddityKind kind) =>
        kind switch
        {
            OddityKind.BeforeParent => "claims to be older than the commit before it",
            OddityKind.TimesApart => "was written and committed at times far apart",
            OddityKind.AllAtOnce => "all commits lie within a minute",
            OddityKind.BeforeGivenOut => "claims to be older than the assignment",
            OddityKind.Rewritten => "was seen, and is gone from the history",
            OddityKind.SeenLate => "claims to be in time, and was first seen after the deadline",
        };
}
