using Lab.Build.Guidance;
using Lab.Build.Results;

namespace Lab.Build.Texts;

// The student's progress, hints, and the daily loop.
public sealed partial class English
{
    /// <inheritdoc />
    public override string KitTitle => "TCP Sockets Lab";

    /// <inheritdoc />
    public override string StepsPassed(int passed, int all) => $"{passed, 2} of {all, 2}";

    /// <inheritdoc />
    public override string JustNow => "just now";

    /// <inheritdoc />
    public override string Committed(int commits, bool isCommitted) =>
        commits == 0
            ? "no commit yet"
            : (commits == 1 ? "1 commit" : $"{Number(commits)} commits")
                + (isCommitted ? "" : ", and later changes that are not committed");

    /// <inheritdoc />
    public override string NotPushed(int commits) =>
        (commits == 1 ? "1 commit is" : $"{Number(commits)} commits are") + " not pushed yet:  git push";

    /// <inheritdoc />
    public override string MinutesAgo(long minutes) => minutes == 1 ? "1 minute ago" : $"{Number(minutes)} minutes ago";

    /// <inheritdoc />
    public override string HoursAgo(long hours) => hours == 1 ? "1 hour ago" : $"{Number(hours)} hours ago";

    /// <inheritdoc />
    public override string DaysAgo(long days) => days == 1 ? "1 day ago" : $"{Number(days)} days ago";

    /// <inheritdoc />
    public override string DeadlineIn(string time, string left) => $"Deadline: {time} · {left} left";

    /// <inheritdoc />
    public override string DeadlineWas(string time, string ago) => $"The deadline is over: {time} · {ago}";

    /// <inheritdoc />
    public override string MinutesLeft(long minutes) => minutes == 1 ? "1 minute" : $"{Number(minutes)} minutes";

    /// <inheritdoc />
    public override string HoursLeft(long hours) => hours == 1 ? "1 hour" : $"{Number(hours)} hours";

    /// <inheritdoc />
    public override string DaysLeft(long days) => days == 1 ? "1 day" : $"{Number(days)} days";

    /// <inheritdoc />
    public override string Checked(string ago) => $"checked {ago}";

    /// <inheritdoc />
    public override string CheckedBeforeChange(string ago) => $"checked {ago}; the program has changed since";

    /// <inheritdoc />
    public override string NeverChecked => "not checked yet";

    /// <inheritdoc />
    public override string WhatNext(Exercise exercise, string whatComes) =>
        $"""
            Next: {whatComes}

              {Script} --target={exercise.Id}    check it
              {Script} --target=Hint   a hint for this step
              {Script} --target=Watch  check whenever you save

            All targets: {Script} --description
            """;

    /// <inheritdoc />
    public override string EverythingDone =>
        "All three exercises are done. Commit them, and be ready to explain them.\n"
        + $"To show them to somebody:  {DemoOfOwn}";

    /// <inheritdoc />
    public override string HintHeading(Hint hint) =>
        $"{hint.Exercise.Id}, step {hint.Step}, {StepTitle(hint.Exercise, hint.Step)} · hint {hint.Number} of {hint.Count}";

    /// <inheritdoc />
    public override string NextHint(Hint hint) =>
        $"The next one:  {Script} --target=Hint --exercise={hint.Exercise.Id} --step={hint.Step}";

    /// <inheritdoc />
    public override string LastHint(Hint hint) =>
        "That was the last hint for this step; the next one is the first again. The statement says more: "
        + $"exercises/{hint.Exercise.Folder}/{ReadMe}";

    /// <inheritdoc />
    public override string NoHints(Hint hint) =>
        $"There are no hints for step {hint.Step} in exercises/{hint.Exercise.Folder}/{ReadMe}.";

    /// <inheritdoc />
    public override string NothingToHint(Exercise exercise) =>
        $"{exercise.Id} is done. You can still get a hint for a step:  {Script} --target=Hint --exercise={exercise.Id} "
        + $"--step={exercise.StepIds[0]}";

    /// <inheritdoc />
    public override string NoHintToCompile(Exercise exercise) =>
        $"{exercise.Id} does not compile. The messages of the compiler are the best hints:  {Script} --target={exercise.Id}";

    /// <inheritdoc />
    public override string WatchNeedsTerminal =>
        $"Watch needs a terminal to show its screen and read its keys. Elsewhere check once:  {Script} --target=Ex1";

    /// <inheritdoc />
    public override string Watches(string program) => $"{program}, looked at twenty times a second";

    /// <inheritdoc />
    public override string WatchKeys(char again, char hint, char following, char quit) =>
        $"Save to check · {again} check again · {hint} hint · {following} next exercise · {quit} quit";

    /// <inheritdoc />
    public override string PassNow(IReadOnlyList<string> steps) =>
        steps.Count == 1 ? $"Step {steps[0]} passes now." : $"Steps {List(steps)} pass now.";

    /// <inheritdoc />
    public override string Learnt(ExerciseKind exercise) =>
        exercise switch
        {
            ExerciseKind.Client =>
                "You now know how a client opens a connection, turns text into bytes and back, never waits for ever, and "
                    + "gives its socket back in every case.",
            ExerciseKind.EchoServer =>
                "You now know what a server does that a client does not: it binds, listens and accepts; it survives its "
                    + "clients; and while it serves one, the others wait in the backlog.",
            ExerciseKind.ThreadedServer =>
                "You now know how a thread for each connection keeps a silent client from stopping the others, and why no "
                    + "exception may leave a thread.",
        };

    /// <inheritdoc />
    public override string WaitsForProgram(string program) =>
        $"{program} is gone. It will be checked again when it is back.";

    /// <inheritdoc />
    public override string NextIsToBegin(Exercise exercise) =>
        $"read exercises/{exercise.Folder}/{ReadMe}, and write step 1 in {ProgramOf(exercise)}.";

    /// <inheritdoc />
    public override string NextIsToCompile(Exercise exercise) => $"make {ProgramOf(exercise)} compile.";

    /// <inheritdoc />
    public override string NextIsStep(Exercise exercise, string id) =>
        $"step {id}, \"{StepTitle(exercise, id)}\", in {ProgramOf(exercise)}.";
}
